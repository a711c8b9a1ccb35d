package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DaySheets.Placed;
import org.passerelle.circulation.drive.ui.ReservationLinks;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What a patron has reserved at any branch and what is to be done about it, for whoever has them on the telephone. */
class PatronReservations extends Div {

    private final DaySheets sheets;
    private final OpenTasks tasks;
    private final UUID patron;
    private final ToDo toDo = new ToDo(List.of());
    private final ReservationLinks links = new ReservationLinks();
    private final Paragraph none = new Paragraph(getTranslation("patron.reservations.none"));

    PatronReservations(DaySheets sheets, OpenTasks tasks, LiveUpdates live, UUID patron) {
        this.sheets = sheets;
        this.tasks = tasks;
        this.patron = patron;
        none.addClassName("soft");
        Section list = new Section(new H2(getTranslation("patron.reservations")), links, none);
        list.addClassName("card");
        add(toDo, list);
        refresh();
        live.follow(this, ReservationNews.PATRON_TOPIC.of(patron), this::refresh);
    }

    private void refresh() {
        List<Placed> reservations = sheets.ofPatron(patron);
        links.show(reservations);
        toDo.show(tasks.of(reservations.stream().map(each -> each.appointment().id().value()).toList()));
        none.setVisible(reservations.isEmpty());
    }
}

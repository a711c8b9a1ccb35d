package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DaySheets.Placed;
import org.passerelle.circulation.drive.ui.ReservationLinks;
import org.passerelle.circulation.reservations.service.CaseTasks;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.circulation.waiting.service.WaitNews;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.ui.OpenWaits;
import org.passerelle.notification.CallsAbout;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What a patron has reserved and waits for at any branch, and what is to be done about it, for whoever has them on the telephone. */
class PatronReservations extends Div {

    private final Desk desk;
    private final UUID patron;
    private final ToDo toDo = new ToDo(List.of());
    private final ReservationLinks links = new ReservationLinks();
    private final OpenWaits waits;
    private final Paragraph none = new Paragraph(getTranslation("patron.reservations.none"));

    /** What it asks. */
    @SpringComponent
    record Desk(DaySheets sheets, WaitingList waits, WaitFiles files, CaseTasks tasks, LiveUpdates live) {
    }

    PatronReservations(Desk desk, UUID patron) {
        this.desk = desk;
        this.patron = patron;
        this.waits = new OpenWaits(desk.files(), desk.live(), this::showWaits);
        none.addClassName("soft");
        Section list = new Section(new H2(getTranslation("patron.reservations")), links, none);
        list.addClassName("card");
        add(toDo, list, waits);
        refresh();
        desk.live().follow(this, ReservationNews.PATRON_TOPIC.of(patron), this::refresh);
        desk.live().follow(this, WaitNews.of(patron), this::refresh);
        desk.live().follow(this, CallsAbout.TOPIC.any(), this::refresh);
    }

    private void refresh() {
        List<Placed> reservations = desk.sheets().ofPatron(patron);
        links.show(reservations);
        toDo.show(desk.tasks().of(Stream.concat(reservations.stream().map(each -> each.appointment().id().value()),
                desk.files().casesOf(patron).stream()).toList()));
        none.setVisible(reservations.isEmpty());
        showWaits();
    }

    private void showWaits() {
        waits.show(desk.waits().of(patron));
    }
}

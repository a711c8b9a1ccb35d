package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DaySheets.Placed;
import org.passerelle.circulation.drive.ui.ReservationLinks;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What a patron has reserved at any branch, for whoever has them on the telephone. */
class PatronReservations extends Section {

    private final DaySheets sheets;
    private final UUID patron;
    private final ReservationLinks links = new ReservationLinks();
    private final Paragraph none = new Paragraph(getTranslation("patron.reservations.none"));

    PatronReservations(DaySheets sheets, LiveUpdates live, UUID patron) {
        this.sheets = sheets;
        this.patron = patron;
        none.addClassName("soft");
        addClassName("card");
        add(new H2(getTranslation("patron.reservations")), links, none);
        refresh();
        live.follow(this, ReservationNews.PATRON_TOPIC.of(patron), this::refresh);
    }

    private void refresh() {
        List<Placed> reservations = sheets.ofPatron(patron);
        links.show(reservations);
        none.setVisible(reservations.isEmpty());
    }
}

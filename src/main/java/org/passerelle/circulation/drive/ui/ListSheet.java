package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.DateTimes;

/** A list that can be taken along on paper: there it says by itself which reservation it is about. */
public class ListSheet extends Div {

    ListSheet(ReservationDetails reservation, String titleKey, Component list) {
        addClassName("printable");
        ZoneId zone = reservation.branch().zone();
        H2 title = new H2(getTranslation(titleKey, reservation.code()));
        Paragraph when = new Paragraph(reservation.branch().name() + " · "
                + DateTimes.dayAndTime(reservation.slotStartsAt(), zone, getLocale()));
        Div heading = new Div(title, when);
        heading.addClassName("print-only");
        add(heading, list);
    }

    /** What prints the sheet on the screen. */
    public static Button printButton(String text) {
        return new Button(text, click -> click.getSource().getElement().executeJs("window.print()"));
    }
}

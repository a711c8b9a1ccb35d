package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.circulation.drive.ui.Lines;
import org.passerelle.circulation.drive.ui.ListSheet;
import org.passerelle.circulation.drive.ui.ReservationGestures;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.DateTimes;

/**
 * What is told, or given on paper, once it is reserved: the code, the day, the place, the documents. It is in the
 * patron's language, as all that they are given.
 */
class ReservedSlip extends Section {

    ReservedSlip(ReservationDetails reservation, Runnable again) {
        addClassNames("card", "reserved-slip");
        getElement().setAttribute("role", "status");
        Locale theirs = reservation.patron().locale();
        ZoneId zone = reservation.branch().zone();
        Paragraph code = new Paragraph(reservation.code());
        code.addClassNames("big-number", "code");
        Paragraph when = new Paragraph(DateTimes.day(reservation.slotStartsAt().atZone(zone).toLocalDate(), theirs)
                + ", " + DateTimes.range(reservation.slotStartsAt().atZone(zone).toLocalTime(),
                        reservation.slotEndsAt().atZone(zone).toLocalTime(), theirs));
        when.addClassName("when");
        Div slip = new Div(new Paragraph(getTranslation(theirs, "staff.counter.done",
                reservation.patron().name())), code, when,
                new Paragraph(reservation.branch().name()));
        slip.addClassName("printable");
        slip.getElement().setAttribute("lang", theirs.getLanguage());
        if (reservation.branch().address() != null) {
            slip.add(new Paragraph(reservation.branch().address()));
        }
        slip.add(new Paragraph(reservation.branch().practicalNote(theirs)));
        UnorderedList documents = new UnorderedList();
        reservation.lines().forEach(line -> documents.add(new ListItem(Lines.name(line))));
        slip.add(documents);
        Button next = new Button(getTranslation("staff.counter.again"), click -> again.run());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(new Button(getTranslation("staff.openCase"), click -> ReservationGestures.openCase(reservation.id())),
                ListSheet.printButton(getTranslation("staff.print.slip")), next);
        actions.addClassName("form-actions");
        add(slip, actions);
        next.focus();
    }
}

package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.DateTimes;

/** What stands in a reservation, for its patron: nothing here can be changed. */
class PickupFacts extends Div {

    PickupFacts(ReservationDetails reservation) {
        if (reservation.isOpen() || reservation.standing().canBeHandedOver()) {
            add(code(reservation), place(reservation));
        } else {
            add(library(reservation));
        }
        add(documents(reservation));
    }

    private Section code(ReservationDetails reservation) {
        Paragraph label = new Paragraph(getTranslation("pickup.code"));
        label.addClassName("soft");
        Paragraph code = new Paragraph(reservation.code());
        code.addClassName("pickup-code");
        Paragraph how = new Paragraph(getTranslation("pickup.code.how"));
        how.addClassName("soft");
        Section card = new Section(new Div(label, code, how),
                new QrImage(reservation.code(), getTranslation("pickup.qr", reservation.code())));
        card.addClassNames("card", "pickup-pass");
        return card;
    }

    private Section place(ReservationDetails reservation) {
        Paragraph when = new Paragraph(PickupWords.when(reservation, getLocale()));
        when.addClassName("pickup-when");
        Paragraph where = new Paragraph(reservation.branch().name());
        where.addClassName("row-title");
        Section card = new Section(new H2(getTranslation("pickup.appointment")));
        if (reservation.isOpen() && reservation.appointment() != AppointmentState.MISSED) {
            card.add(when);
        }
        card.add(where);
        addWays(card, reservation);
        addIfSaid(card, reservation.branch().practicalNote(getLocale()));
        card.addClassName("card");
        return card;
    }

    /** Whom to turn to when all is over: about a loan, for example. */
    private Section library(ReservationDetails reservation) {
        Section card = new Section(new H2(reservation.branch().name()));
        addWays(card, reservation);
        card.addClassName("card");
        return card;
    }

    private static void addWays(Section card, ReservationDetails reservation) {
        addIfSaid(card, reservation.branch().address());
        addPhone(card, reservation.branch().phone());
    }

    private static void addIfSaid(Section card, String text) {
        if (text != null && !text.isBlank()) {
            card.add(new Paragraph(text));
        }
    }

    private static void addPhone(Section card, String phone) {
        if (phone != null && !phone.isBlank()) {
            Anchor call = new Anchor("tel:" + phone.replaceAll("[^+0-9]", ""), phone);
            card.add(new Paragraph(new Text(card.getTranslation("pickup.phone") + " "), call));
        }
    }

    private Section documents(ReservationDetails reservation) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows");
        reservation.lines().forEach(line -> {
            Span title = new Span(line.titleText());
            title.addClassName("row-title");
            Span state = new Span(getTranslation(PickupWords.documentKey(reservation, line.state())));
            state.addClassNames("tag", PickupWords.documentColour(line.state()));
            ListItem item = new ListItem(title, new Div(state));
            item.addClassName("row");
            if (line.author() != null) {
                Span author = new Span(line.author());
                author.addClassName("row-sub");
                item.add(author);
            }
            if (line.expectedOn() != null) {
                Span expected = new Span(getTranslation("pickup.document.expectedOn",
                        DateTimes.day(line.expectedOn(), getLocale())));
                expected.addClassName("row-sub");
                item.add(expected);
            }
            if (line.dueOn() != null) {
                Span due = new Span(getTranslation("pickup.document.dueOn", DateTimes.day(line.dueOn(), getLocale())));
                due.addClassName("row-sub");
                item.add(due);
            }
            list.add(item);
        });
        Section card = new Section(new H2(getTranslation("pickup.documents", reservation.lines().size())), list);
        card.addClassNames("card", "pickup-documents");
        return card;
    }
}

package org.passerelle.circulation.publicpages.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.function.Supplier;
import org.passerelle.circulation.publicpages.service.PatronHome.Pickup;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.QrImage;
import org.passerelle.circulation.publicpages.ui.home.PickupCard.Next;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Note;

/** A pickup as it is shown at the drive: state, when, where, code, and what to do now. */
class PickupPass extends Section {

    private final Div actions = new Div();
    private final Note told = new Note();

    PickupPass(Next next) {
        Pickup pickup = next.pickup();
        addClassNames("card", "pickup-pass-card", next.state().colour());
        add(new H1(getTranslation("home.pickup." + next.state().name())));
        if (pickup.standing().appointment() == AppointmentState.BOOKED) {
            Paragraph when = new Paragraph(next.day().inWords(this, getLocale()) + ", " + DateTimes.range(
                    pickup.slotStartsAt().atZone(pickup.zone()).toLocalTime(),
                    pickup.slotEndsAt().atZone(pickup.zone()).toLocalTime(), getLocale()));
            when.addClassName("pickup-when");
            add(when);
        }
        add(soft(pickup.address() == null || pickup.address().isBlank() ? pickup.branch()
                : pickup.branch() + ", " + pickup.address()));
        add(pass(pickup), new Paragraph(documents(pickup)), told, actions, ways(pickup));
        actions.addClassName("pickup-actions");
        if (pickup.standing().appointment() == AppointmentState.MISSED && pickup.answerBy() != null) {
            add(soft(getTranslation("home.pickup.answerBy",
                    DateTimes.dayAndTime(pickup.answerBy(), pickup.zone(), getLocale()))));
        }
        if (!next.others().isEmpty()) {
            Pickup other = next.others().getFirst();
            Div foot = new Div(new RouterLink(getTranslation("home.pickup.more", next.others().size(),
                    DateTimes.dayAndTime(other.slotStartsAt(), other.zone(), getLocale())), MyReservationsView.class));
            foot.addClassName("card-foot");
            add(foot);
        }
    }

    /** The button to say "I am here". */
    void act(Supplier<Outcome<Void>> arrived) {
        Button arrive = Buttons.once(getTranslation("pickup.arrived"), () -> {
            Outcome<Void> outcome = arrived.get();
            if (!outcome.isDone()) {
                told.refused(outcome);
            }
        });
        arrive.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        arrive.addClassName("wide-button");
        actions.add(arrive);
    }

    private Div pass(Pickup pickup) {
        Paragraph code = new Paragraph(pickup.code());
        code.addClassName("pickup-code");
        Div words = new Div(soft(getTranslation("pickup.code")), code, soft(getTranslation("pickup.code.how")));
        Div pass = new Div(words, new QrImage(pickup.code(), getTranslation("pickup.qr", pickup.code())));
        pass.addClassName("pickup-pass");
        return pass;
    }

    private String documents(Pickup pickup) {
        return pickup.missing().isEmpty() ? getTranslation("home.pickup.documents", pickup.asked())
                : getTranslation("home.pickup.missing", pickup.asked() - pickup.missing().size(),
                        String.join(getTranslation("home.pickup.and"), pickup.missing()));
    }

    /** What else may be done: on the reservation's own page, or by telephone. */
    private Div ways(Pickup pickup) {
        Div ways = new Div(new RouterLink(getTranslation(
                pickup.standing().appointment() == AppointmentState.ARRIVED ? "home.pickup.details" : "pickup.changeSlot"),
                MyReservationsView.class, pickup.id().value().toString()));
        if (pickup.phone() != null && !pickup.phone().isBlank()) {
            ways.add(new Anchor("tel:" + pickup.phone().replaceAll("[^+0-9]", ""), getTranslation("home.pickup.call")));
        }
        ways.addClassName("pickup-ways");
        return ways;
    }

    private static Paragraph soft(String words) {
        Paragraph soft = new Paragraph(new Span(words));
        soft.addClassName("soft");
        return soft;
    }
}

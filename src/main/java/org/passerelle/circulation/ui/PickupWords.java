package org.passerelle.circulation.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.passerelle.circulation.domain.AppointmentState;
import org.passerelle.circulation.domain.DocumentsState;
import org.passerelle.circulation.domain.LineState;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.circulation.service.ReservationDetails;
import org.passerelle.platform.i18n.Moments;

/** Where a reservation stands, as its patron is told. Each state has a {@code .title} and a {@code .text}. */
enum PickupWords {
    PREPARING("tag-info"), READY("tag-done"), ARRIVED_PREPARING("tag-due"), ARRIVED_READY("tag-done"),
    MISSED("tag-late"), COLLECTED("tag-done"), PARTLY_COLLECTED("tag-done"),
    CANCELLED("tag-neutral"), NO_SHOW_LATE("tag-late"), NO_SHOW("tag-neutral"), NOTHING_FOUND("tag-neutral");

    private final String colour;

    PickupWords(String colour) {
        this.colour = colour;
    }

    static PickupWords of(ReservationDetails reservation) {
        if (reservation.outcome() != null) {
            return ended(reservation);
        }
        boolean ready = reservation.documents() == DocumentsState.READY;
        return switch (reservation.appointment()) {
            case ARRIVED -> ready ? ARRIVED_READY : ARRIVED_PREPARING;
            case MISSED -> MISSED;
            case BOOKED, NONE -> ready ? READY : PREPARING;
        };
    }

    private static PickupWords ended(ReservationDetails reservation) {
        if (reservation.outcome() == ReservationOutcome.NO_SHOW) {
            if (reservation.appointment() == AppointmentState.ARRIVED) {
                return ARRIVED_READY;
            }
            return reservation.standing().canBeHandedOver() ? NO_SHOW_LATE : NO_SHOW;
        }
        return valueOf(reservation.outcome().name());
    }

    String colour() {
        return colour;
    }

    /** The state in a word or two. */
    String tag(Component screen) {
        return screen.getTranslation("pickup.state." + name());
    }

    String title(Component screen) {
        return screen.getTranslation("pickup.state." + name() + ".title");
    }

    /** What happens next. */
    String next(Component screen, Locale language, ReservationDetails reservation) {
        return screen.getTranslation("pickup.state." + name() + ".text", when(reservation, language),
                reservation.branch().name(), until(reservation, language));
    }

    /** Day and time of the slot, in full. */
    static String when(ReservationDetails reservation, Locale language) {
        var zone = reservation.branch().zone();
        return Moments.day(reservation.slotStartsAt().atZone(zone).toLocalDate(), language) + ", "
                + Moments.range(reservation.slotStartsAt().atZone(zone).toLocalTime(),
                reservation.slotEndsAt().atZone(zone).toLocalTime(), language);
    }

    private static String until(ReservationDetails reservation, Locale language) {
        var instant = reservation.answerUntil() != null ? reservation.answerUntil() : reservation.endedAt();
        return instant == null ? "" : Moments.dayAndTime(instant, reservation.branch().zone(), language);
    }

    static String documentKey(ReservationDetails reservation, LineState state) {
        return switch (state) {
            case HELD -> "pickup.line.held";
            case PICKED -> "pickup.line.picked";
            case BAGGED -> "pickup.line.bagged";
            case COLLECTED -> "pickup.line.collected";
            case MISSING -> "pickup.line.missing";
            case TO_PUT_BACK -> reservation.standing().canBeHandedOver() ? "pickup.line.bagged" : "pickup.line.left";
            case PUT_BACK, RELEASED -> "pickup.line.left";
        };
    }

    static String documentColour(LineState state) {
        return switch (state) {
            case BAGGED, COLLECTED -> "tag-done";
            case MISSING -> "tag-late";
            case PICKED -> "tag-info";
            case HELD, TO_PUT_BACK, PUT_BACK, RELEASED -> "tag-neutral";
        };
    }
}

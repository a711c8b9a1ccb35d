package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Locale;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.DateTimes;

/** Where a reservation stands, as its patron is told. Each state has a {@code .title} and a {@code .text}. */
public enum PickupWords {
    PREPARING("tag-info"), READY("tag-done"), LATE_PREPARING("tag-late"), LATE_READY("tag-late"),
    ARRIVED_PREPARING("tag-due"), ARRIVED_READY("tag-done"), MISSED_PREPARING("tag-late"), MISSED("tag-late"),
    COLLECTED("tag-done"), PARTLY_COLLECTED("tag-done"),
    CANCELLED("tag-neutral"), NO_SHOW_LATE("tag-late"), NO_SHOW("tag-neutral"), NOTHING_FOUND("tag-neutral");

    private final String colour;

    PickupWords(String colour) {
        this.colour = colour;
    }

    static PickupWords of(ReservationDetails reservation, Instant now) {
        return of(reservation.standing(), !reservation.slotEndsAt().isAfter(now));
    }

    /** @param slotOver whether the slot that was booked is over */
    public static PickupWords of(ReservationStatus standing, boolean slotOver) {
        if (!standing.isOpen()) {
            return ended(standing);
        }
        boolean ready = standing.documents() == DocumentsState.READY;
        return switch (standing.appointment()) {
            case ARRIVED -> ready ? ARRIVED_READY : ARRIVED_PREPARING;
            case MISSED -> ready ? MISSED : MISSED_PREPARING;
            case BOOKED, NONE -> slotOver ? ready ? LATE_READY : LATE_PREPARING : ready ? READY : PREPARING;
        };
    }

    private static PickupWords ended(ReservationStatus standing) {
        if (standing.outcome() == ReservationOutcome.NO_SHOW) {
            if (standing.isHere()) {
                return ARRIVED_READY;
            }
            return standing.canBeHandedOver() ? NO_SHOW_LATE : NO_SHOW;
        }
        return valueOf(standing.outcome().name());
    }

    public String colour() {
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
                reservation.branch().name(), until(reservation, language), reservation.patron().way().name());
    }

    /** Day and time of the slot, in full. */
    static String when(ReservationDetails reservation, Locale language) {
        var zone = reservation.branch().zone();
        return DateTimes.day(reservation.slotStartsAt().atZone(zone).toLocalDate(), language) + ", "
                + DateTimes.range(reservation.slotStartsAt().atZone(zone).toLocalTime(),
                reservation.slotEndsAt().atZone(zone).toLocalTime(), language);
    }

    private static String until(ReservationDetails reservation, Locale language) {
        var instant = reservation.answerUntil() != null ? reservation.answerUntil() : reservation.endedAt();
        return instant == null ? "" : DateTimes.dayAndTime(instant, reservation.branch().zone(), language);
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

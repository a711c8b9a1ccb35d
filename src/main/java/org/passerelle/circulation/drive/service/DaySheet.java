package org.passerelle.circulation.drive.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.slots.domain.SlotLoad;

/**
 * A branch's day at the drive.
 *
 * @param grace        how long after a slot's end a patron is still waited for
 * @param mayAct       whether the person signed in works for this branch
 * @param slots        in order of time
 * @param appointments in order of time, then of name
 */
public record DaySheet(UUID branch, ZoneId zone, LocalDate day, Duration grace, boolean mayAct, List<SlotLoad> slots,
                       List<Appointment> appointments) {

    public int taken() {
        return slots.stream().mapToInt(SlotLoad::booked).sum();
    }

    public int places() {
        return slots.stream().mapToInt(SlotLoad::places).sum();
    }

    /** Where on the day's board an appointment stands. */
    public enum Column {
        EXPECTED, ARRIVED, COLLECTED,
        /** Late, missed, cancelled, or with nothing to collect. */
        NOT_SERVED
    }

    /**
     * @param patron     name, or nothing where it is not known any more whose it was
     * @param blocked    whether the card is
     * @param asked      documents asked for
     * @param collected  documents handed over
     * @param toPutBack  documents that wait to go back to their shelf
     * @param outcome    how it ended, or null
     * @param bagPlace   or null before the bag is prepared
     * @param waitsUntil when the offer of a new slot after a missed one lapses, or null
     */
    public record Appointment(ReservationId id, String code, String patron, String cardNumber, boolean blocked,
                              Instant slotStartsAt,
                              Instant slotEndsAt, DocumentsState documents, AppointmentState state,
                              ReservationOutcome outcome, String bagPlace, Instant arrivedAt, Instant waitsUntil,
                              Instant endedAt, int asked, int collected, int toPutBack) {

        public Column column(Instant now) {
            if (outcome == ReservationOutcome.COLLECTED || outcome == ReservationOutcome.PARTLY_COLLECTED) {
                return Column.COLLECTED;
            }
            if (state == AppointmentState.ARRIVED) {
                return Column.ARRIVED;
            }
            return isOpen() && state == AppointmentState.BOOKED && !isLate(now) ? Column.EXPECTED : Column.NOT_SERVED;
        }

        /** The slot is over and nobody has come. */
        public boolean isLate(Instant now) {
            return isOpen() && state == AppointmentState.BOOKED && slotEndsAt.isBefore(now);
        }

        public boolean isOpen() {
            return outcome == null;
        }

        public ReservationStatus standing() {
            return new ReservationStatus(documents, state, outcome);
        }
    }
}

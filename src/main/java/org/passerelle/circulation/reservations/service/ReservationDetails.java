package org.passerelle.circulation.reservations.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.notification.Way;
import org.passerelle.platform.journal.Journal.Channel;

/**
 * A reservation as a screen shows it.
 *
 * @param bookedAt when the appointment that stands was made
 * @param outcome  how it ended, or null while it is open
 * @param lines    in shelf-mark order
 */
public record ReservationDetails(ReservationId id, String code, PatronLine patron, BranchLine branch, Instant slotStartsAt, Instant slotEndsAt, Channel channel, DocumentsState documents,
                                 AppointmentState appointment, ReservationOutcome outcome, String bagPlace,
                                 Instant madeAt, Instant bookedAt, Instant arrivedAt, Instant answerUntil,
                                 Instant endedAt, List<Line> lines) {

    public boolean isOpen() {
        return outcome == null;
    }

    public ReservationStatus standing() {
        return new ReservationStatus(documents, appointment, outcome);
    }

    /** From when on the patron may say "I am here". */
    public Instant arrivalFrom() {
        return slotStartsAt.minus(Reservations.EARLY_ARRIVAL);
    }

    /**
     * @param blocked whether the card is, now
     * @param way     how a message to them would leave now
     */
    public record PatronLine(UUID id, String name, String cardNumber, Locale locale, boolean blocked, Way way) {

        /** Of a reservation that has ended so long ago that it is not known any more whose it was. */
        static final PatronLine FORGOTTEN = new PatronLine(null, "", "", Locale.FRENCH, false, Way.NONE);

        public boolean isForgotten() {
            return id == null;
        }
    }

    /** @param phone may be null, like the address */
    public record BranchLine(UUID id, String name, String address, String phone, ZoneId zone, String noteFr,
                             String noteEn) {

        public String practicalNote(Locale language) {
            return "en".equals(language.getLanguage()) ? noteEn : noteFr;
        }
    }

    /**
     * @param author     may be null, like the shelf mark
     * @param setAside   the copy stands apart, not on its shelf
     * @param expectedOn of a document that was not found: the day on which who asks for it now may expect another copy,
     *                   or null
     * @param dueOn      the last day of its loan while the patron has it at home, or null
     */
    public record Line(UUID id, UUID title, String titleText, String author, UUID copy, String barcode,
                       String shelfMark, boolean setAside, LineState state, LocalDate expectedOn, LocalDate dueOn) {
    }
}

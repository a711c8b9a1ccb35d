package org.passerelle.circulation.reservations.service;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.notification.Way;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;

class PickupCalendarTest {

    private static final ReservationId ID = new ReservationId(UUID.randomUUID());
    private static final Instant MADE = Instant.parse("2026-10-20T08:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** The night before, clocks in Paris went back an hour: 14 h there is 13 h UTC again. */
    private static final Instant DAY_OF_CHANGE = Instant.parse("2026-10-25T13:00:00Z");

    private final AppClock clock = new AppClock();
    private final PickupCalendar calendar = new PickupCalendar(new Messages(), clock);

    @BeforeEach
    void theClockStands() {
        clock.setTo(MADE);
    }

    @Test
    void theAppointmentIsReadBackAsItIs() {
        VEvent event = read(reservation(DAY_OF_CHANGE, PARIS, MADE, "Germinal"));

        assertThat(event.getUid().getValue()).isEqualTo(ID.value() + "@passerelle");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(DAY_OF_CHANGE);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(DAY_OF_CHANGE.plus(Duration.ofMinutes(30)));
        assertThat(event.getLocation().getValue()).isEqualTo("Médiathèque du Port, 3, quai Nord");
        assertThat(event.getDescription().getValue()).contains("K7F-42", "- Germinal", "Entrée par la cour.");
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void itIsWrittenAsInstantsThatNeedNoRuleOfAZone() {
        assertThat(text(reservation(DAY_OF_CHANGE, PARIS, MADE, "Germinal"))).contains("DTSTART:20261025T130000Z")
                .doesNotContain("VTIMEZONE");
        assertThat(text(reservation(DAY_OF_CHANGE.minus(Duration.ofHours(25)), PARIS, MADE, "Germinal")))
                .contains("DTSTART:20261024T120000Z");
    }

    @Test
    void theHourThatComesTwiceKeepsItsInstantAndSoDoesAZoneWithoutSummer() {
        Instant inSummer = Instant.parse("2026-07-14T12:00:00Z");
        assertThat(start(reservation(inSummer, PARIS, MADE, "Germinal"))).isEqualTo(inSummer);
        assertThat(start(reservation(DAY_OF_CHANGE, ZoneId.of("America/Martinique"), MADE, "Germinal")))
                .isEqualTo(DAY_OF_CHANGE);
        assertThat(start(reservation(DAY_OF_CHANGE, ZoneId.of("UTC"), MADE, "Germinal"))).isEqualTo(DAY_OF_CHANGE);
    }

    @Test
    void aHostileTitleAddsNoLineAndNoEvent() {
        String hostile = "Les Misérables\r\nEND:VEVENT\nATTENDEE:mailto:x@example.org;\\,\u0000\u0007";

        VEvent event = read(reservation(DAY_OF_CHANGE, PARIS, MADE, hostile));

        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getDescription().getValue())
                .contains("- Les Misérables END:VEVENT ATTENDEE:mailto:x@example.org;\\,");
        assertThat(text(reservation(DAY_OF_CHANGE, PARIS, MADE, hostile)).lines())
                .noneMatch(line -> line.startsWith("ATTENDEE"))
                .filteredOn("END:VEVENT"::equals).hasSize(1);
    }

    @Test
    void aLaterAppointmentReplacesTheEarlierOneAndACancellationBoth() {
        ReservationDetails first = reservation(DAY_OF_CHANGE, PARIS, MADE, "Germinal");
        ReservationDetails moved = reservation(DAY_OF_CHANGE, PARIS, MADE.plusSeconds(90), "Germinal");
        ReservationDetails cancelled = new ReservationDetails(ID, "K7F-42", first.patron(), first.branch(),
                first.slotStartsAt(), first.slotEndsAt(), Channel.ONLINE, DocumentsState.NONE, AppointmentState.NONE,
                ReservationOutcome.CANCELLED, null, MADE, MADE.plusSeconds(90), null, null, MADE.plusSeconds(200),
                first.lines());

        assertThat(read(first).getSequence().getValue()).isZero();
        assertThat(read(moved).getSequence().getValue()).isEqualTo(90);
        assertThat(read(moved).getUid()).isEqualTo(read(first).getUid());
        assertThat(read(cancelled).getSequence().getValue()).isEqualTo(200);
        assertThat(read(cancelled).getStatus().isCancelled()).isTrue();
    }

    @Test
    void itSpeaksThePatronsLanguageAndHoldsNoLink() {
        ReservationDetails reservation = reservation(DAY_OF_CHANGE, PARIS, MADE, "Germinal");

        assertThat(unfolded(calendar.file(reservation, Locale.ENGLISH)))
                .contains("Collecting documents").contains("Entrance by the yard.");
        assertThat(text(reservation)).contains("Retrait de documents").doesNotContain("/pickup/");
    }

    private Instant start(ReservationDetails reservation) {
        return read(reservation).getDateStart().getValue().toInstant();
    }

    private VEvent read(ReservationDetails reservation) {
        List<ICalendar> calendars = Biweekly.parse(text(reservation)).all();
        assertThat(calendars).hasSize(1);
        assertThat(calendars.getFirst().getEvents()).hasSize(1);
        return calendars.getFirst().getEvents().getFirst();
    }

    private String text(ReservationDetails reservation) {
        return unfolded(calendar.file(reservation, Locale.FRENCH));
    }

    private static String unfolded(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static ReservationDetails reservation(Instant slot, ZoneId zone, Instant bookedAt, String title) {
        return new ReservationDetails(ID, "K7F-42",
                new ReservationDetails.PatronLine(UUID.randomUUID(), "Awa Diallo", "24001", Locale.FRENCH, false,
                        Way.MAIL),
                new ReservationDetails.BranchLine(UUID.randomUUID(), "Médiathèque du Port", "3, quai Nord", null, zone,
                        "Entrée par la cour.", "Entrance by the yard."),
                slot, slot.plus(Duration.ofMinutes(30)), Channel.ONLINE, DocumentsState.TO_PICK,
                AppointmentState.BOOKED, null, null, MADE, bookedAt, null, null, null,
                List.of(new ReservationDetails.Line(UUID.randomUUID(), UUID.randomUUID(), title, null,
                        UUID.randomUUID(), "00000001", "R 1", false, LineState.HELD, null, null)));
    }
}

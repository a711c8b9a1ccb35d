package org.passerelle.circulation.reservations.service;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/**
 * The appointment as a calendar file (RFC 5545). The same reservation always has the same UID, and a later appointment
 * a higher SEQUENCE, so that calendars move it instead of showing two. Its times are instants, which each calendar shows
 * in its own zone. It holds no link: calendars are often shared.
 */
@Component
public class PickupCalendar {

    public static final String FILE_NAME = "passerelle.ics";
    public static final String CONTENT_TYPE = "text/calendar; charset=utf-8; method=PUBLISH";
    /** Of the file that takes an appointment out of a calendar. */
    public static final String CANCELLING_TYPE = "text/calendar; charset=utf-8; method=CANCEL";
    private static final Set<ReservationOutcome> CANCELLED =
            EnumSet.of(ReservationOutcome.CANCELLED, ReservationOutcome.NOTHING_FOUND);

    private final Messages messages;
    private final AppClock clock;

    PickupCalendar(Messages messages, AppClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    static String typeOf(ReservationDetails reservation) {
        return cancels(reservation) ? CANCELLING_TYPE : CONTENT_TYPE;
    }

    private static boolean cancels(ReservationDetails reservation) {
        return reservation.outcome() != null && CANCELLED.contains(reservation.outcome());
    }

    public byte[] file(ReservationDetails reservation, Locale language) {
        boolean cancelled = cancels(reservation);
        VEvent event = new VEvent();
        event.setUid(reservation.id().value() + "@passerelle");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(sequence(reservation, cancelled));
        event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        event.setDateStart(Date.from(reservation.slotStartsAt()), true);
        event.setDateEnd(Date.from(reservation.slotEndsAt()), true);
        event.setSummary(messages.text(language, "pickup.calendar.summary", plain(reservation.branch().name())));
        event.setLocation(Stream.of(reservation.branch().name(), reservation.branch().address())
                .filter(PickupCalendar::isSaid).map(PickupCalendar::plain).collect(Collectors.joining(", ")));
        event.setDescription(description(reservation, language));

        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Passerelle//" + Messages.supported(language).getLanguage().toUpperCase(Locale.ROOT));
        calendar.setMethod(cancelled ? Method.cancel() : Method.publish());
        calendar.addEvent(event);
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go().getBytes(StandardCharsets.UTF_8);
    }

    /** Seconds from the reservation to the appointment that stands (or to its end): it only ever grows. */
    private static int sequence(ReservationDetails reservation, boolean cancelled) {
        Instant changed = cancelled ? reservation.endedAt() : reservation.bookedAt();
        return (int) Math.min(Integer.MAX_VALUE, Duration.between(reservation.madeAt(), changed).toSeconds());
    }

    private String description(ReservationDetails reservation, Locale language) {
        String titles = reservation.lines().stream().filter(line -> line.state() != LineState.MISSING)
                .map(line -> "- " + plain(line.titleText())).collect(Collectors.joining("\n"));
        return Stream.of(messages.text(language, "pickup.calendar.code", reservation.code()), titles,
                        reservation.branch().practicalNote(language))
                .filter(PickupCalendar::isSaid).map(PickupCalendar::withoutControls)
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    /** One line, without characters that no calendar file may hold. */
    private static String plain(String text) {
        return withoutControls(text).replace('\n', ' ');
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}

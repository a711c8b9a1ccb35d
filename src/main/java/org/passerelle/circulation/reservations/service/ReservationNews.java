package org.passerelle.circulation.reservations.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a reservation: its story, the screens that show its day, and its patron. */
@Component
public class ReservationNews {

    /** Open screens hear of a change in a branch's day with the branch's id; with none, of any branch's. */
    public static final Topic.Kind DAY_TOPIC = new Topic.Kind("branch-day");
    /** The list of a patron's reservations hears of each change with the patron's id. */
    public static final Topic.Kind PATRON_TOPIC = new Topic.Kind("patron-reservations");
    /** Where the page of one reservation stands, for who has its link; its secret follows. */
    public static final String PAGE = "pickup";

    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Notifications notifications;
    private final PatronRepository patrons;
    private final BranchRepository branches;
    private final CopyPlaces copies;
    private final ReservationBook book;
    private final PickupCalendar calendar;
    private final Messages messages;
    private final AppClock clock;
    private final String publicUrl;

    ReservationNews(Journal journal, ApplicationEventPublisher events, Notifications notifications, PatronRepository patrons,
             BranchRepository branches, CopyPlaces copies, ReservationBook book, PickupCalendar calendar,
             Messages messages, AppClock clock,
             @Value("${passerelle.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.journal = journal;
        this.events = events;
        this.notifications = notifications;
        this.patrons = patrons;
        this.branches = branches;
        this.copies = copies;
        this.book = book;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    public void tell(Reservation reservation, Channel channel, String journalKey, Object... args) {
        journal.record(DrivePickupProcess.caseOf(reservation.id()), channel, journalKey, args);
        events.publishEvent(DAY_TOPIC.of(reservation.branch()));
        events.publishEvent(DAY_TOPIC.any());
        events.publishEvent(PATRON_TOPIC.of(reservation.patron()));
        linesChanged(reservation.id());
    }

    /** What is said to whoever comes to do what one of such entries tells. */
    public <T> Outcome<T> alreadyDone(ReservationId id, String... journalKeys) {
        return journal.alreadyDone(DrivePickupProcess.caseOf(id), journalKeys);
    }

    /** The same of entries about that document. */
    public <T> Outcome<T> alreadyDoneTo(ReservationId id, String barcode, String... journalKeys) {
        return journal.alreadyDoneTo(DrivePickupProcess.caseOf(id), barcode, journalKeys);
    }

    /** One of its documents stands otherwise: nothing for its story, but for the screens that list them. */
    public void linesChanged(ReservationId id) {
        events.publishEvent(of(id));
    }

    /** What open screens of one reservation follow. */
    public static Topic of(ReservationId id) {
        return new Topic.Kind("reservation").of(id.value());
    }

    /** The patron has or knows everything: what waits to be told is told no more. */
    public void nothingMoreToTell(Reservation reservation) {
        notifications.nothingMoreToTell(DrivePickupProcess.caseOf(reservation.id()));
    }

    /** The patron has not got everything after all: what has been told no more since then is on its way again. */
    public void tellAfterAll(Reservation reservation, Instant since) {
        notifications.tellAfterAll(DrivePickupProcess.caseOf(reservation.id()), since);
    }

    /** The bag is not ready after all. Who has been told so hears it; who is here sees it. */
    public void notReady(Reservation reservation) {
        if (notifications.takeBack(DrivePickupProcess.caseOf(reservation.id()), "drive-ready", "drive-ready-partly")
                && reservation.appointment() != AppointmentState.ARRIVED) {
            write(reservation, "drive-not-ready");
        }
    }

    /** Whether the last of such entries is of the person signed in, and recent enough to be taken back. */
    public boolean canBeTakenBack(ReservationId id, String journalKey) {
        return journal.canBeTakenBack(DrivePickupProcess.caseOf(id), journalKey);
    }

    /** Writes to the patron, in their language; by telephone where they prefer it. */
    public void write(Reservation reservation, String template) {
        write(reservation, template, Map.of(), List.of());
    }

    /** The same, with the appointment to put into a calendar. */
    public void writeWithCalendar(Reservation reservation, String template) {
        ReservationDetails details = book.details(reservation);
        write(reservation, template, Map.of(), List.of(new Message.Attachment(PickupCalendar.FILE_NAME,
                PickupCalendar.typeOf(details), calendar.file(details, details.patron().locale()))));
    }

    /**
     * The same, to somebody who has just heard it by word of mouth: who prefers a call is not called to be told again,
     * nor told any more what was true before.
     */
    public void confirmWithCalendar(Reservation reservation, String template) {
        if (patrons.findById(reservation.patron()).orElseThrow().prefersPhone()) {
            nothingMoreToTell(reservation);
        } else {
            writeWithCalendar(reservation, template);
        }
    }

    public void write(Reservation reservation, String template, Map<String, String> extras,
               List<Message.Attachment> attachments) {
        Patron patron = patrons.findById(reservation.patron()).orElseThrow();
        Branch branch = branches.findById(reservation.branch()).orElseThrow();
        Locale locale = patron.locale();
        ZoneId zone = branch.zone();
        Map<String, String> values = new HashMap<>(extras);
        values.put("name", patron.displayName());
        values.put("code", reservation.code());
        values.put("branch", branch.name());
        values.put("address", branch.address() == null ? "" : branch.address());
        values.put("note", branch.practicalNote(locale));
        values.put("day", DateTimes.day(reservation.slotStartsAt().atZone(zone).toLocalDate(), locale));
        values.put("time", DateTimes.range(reservation.slotStartsAt().atZone(zone).toLocalTime(),
                reservation.slotEndsAt().atZone(zone).toLocalTime(), locale));
        values.put("documents", messages.text(locale, "pickup.missed."
                + (reservation.documents() == DocumentsState.READY ? "READY" : "PREPARING")));
        values.put("expected", expected(reservation, zone, locale));
        values.put("link", publicUrl + "/" + PAGE + "/" + reservation.token());
        Map<UUID, TitleInfo> titles = copies.titles(reservation.lines().stream().map(ReservationLine::title).toList());
        values.put("titles", names(reservation, titles, false));
        values.put("missing", names(reservation, titles, true));
        notifications.send(new Message(DrivePickupProcess.caseOf(reservation.id()), reservation.branch(),
                patron.recipient(), template, values, attachments));
    }

    /** When and how the patron is waited for, as a sentence. */
    private String expected(Reservation reservation, ZoneId zone, Locale locale) {
        return switch (reservation.appointment()) {
            case ARRIVED -> messages.text(locale, "pickup.expected.here");
            case MISSED -> reservation.answerUntil() == null ? "" : messages.text(locale, "pickup.expected.missed",
                    DateTimes.dayAndTime(reservation.answerUntil(), zone, locale));
            case BOOKED, NONE -> reservation.slotEndsAt().isAfter(clock.instant())
                    ? messages.text(locale, "pickup.expected.booked",
                    DateTimes.day(reservation.slotStartsAt().atZone(zone).toLocalDate(), locale),
                    DateTimes.range(reservation.slotStartsAt().atZone(zone).toLocalTime(),
                            reservation.slotEndsAt().atZone(zone).toLocalTime(), locale))
                    : messages.text(locale, "pickup.expected.late");
        };
    }

    private static String names(Reservation reservation, Map<UUID, TitleInfo> titles, boolean missing) {
        return reservation.lines().stream().filter(line -> (line.state() == LineState.MISSING) == missing)
                .map(line -> "- " + titles.get(line.title()).title()).collect(Collectors.joining("\n"));
    }
}

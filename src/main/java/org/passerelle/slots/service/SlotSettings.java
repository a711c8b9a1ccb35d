package org.passerelle.slots.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.domain.SlotCalendar.Slot;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.service.BookedSlots.Booked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a manager says when a branch hands over, and how many patrons at a time. Appointments that were made are kept,
 * whatever changes.
 */
@Service
public class SlotSettings {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final SlotTables tables;
    private final BranchRepository branches;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AppClock clock;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    SlotSettings(SlotTables tables, BranchRepository branches, JdbcClient jdbc, JdbcTemplate batches, AppClock clock,
                 SignedIn signedIn, ApplicationEventPublisher events) {
        this.tables = tables;
        this.branches = branches;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.signedIn = signedIn;
        this.events = events;
    }

    public record BranchChoice(UUID id, String name) {
    }

    /**
     * What the settings in question would make of the coming seven days, and of what is booked.
     *
     * @param outside appointments in slots that these settings no longer offer: they are kept
     * @param overlapping appointments that share time with slots of these settings other than their own: they take their
     *                    places there too
     * @param crowded slots in which more places are taken than these settings offer: what is taken is kept
     */
    public record Preview(List<Day> week, int outside, int overlapping, int crowded) {
    }

    /** @param starts in the branch's own time */
    public record Day(LocalDate day, boolean closed, List<LocalTime> starts, int places) {
    }

    @Transactional(readOnly = true)
    public List<BranchChoice> branches() {
        signedIn.require(Role.MANAGER);
        return branches.findAllByOrderByName().stream().map(branch -> new BranchChoice(branch.id(), branch.name())).toList();
    }

    /** The settings in force; closed days that are over are left out. */
    @Transactional(readOnly = true)
    public SlotSettingsForm form(UUID branch) {
        signedIn.require(Role.MANAGER);
        SlotCalendar calendar = tables.calendar(branch);
        SlotRules rules = calendar.rules();
        LocalDate today = calendar.dayOf(clock.instant());
        return new SlotSettingsForm(version(branch), rules.slotMinutes(), rules.places(), rules.leadMinutes(),
                rules.daysAhead(), rules.graceMinutes(), rules.offerHours(),
                calendar.windows().stream().map(window -> new SlotSettingsForm.Window(window.weekday(), window.starts(),
                        window.ends())).toList(),
                calendar.closedDays().stream().filter(day -> !day.isBefore(today)).sorted().toList());
    }

    /** Changes nothing; refused like {@link #save} where a field is wrong. */
    @Transactional(readOnly = true)
    public Outcome<Preview> preview(UUID branch, SlotSettingsForm form) {
        signedIn.require(Role.MANAGER);
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        SlotCalendar calendar = calendar(tables.calendar(branch).zone(), form);
        Instant now = clock.instant();
        LocalDate today = calendar.dayOf(now);
        List<Day> week = Stream.iterate(today, day -> day.plusDays(1)).limit(7).map(day -> day(calendar, day)).toList();
        BookedSlots booked = tables.booked(branch, now, END_OF_TIME);
        int outside = 0;
        int overlapping = 0;
        Set<Slot> crowded = new HashSet<>();
        for (Booked each : booked.all()) {
            Optional<Slot> own = calendar.slotAt(each.startsAt());
            List<Slot> others = BookedSlots.overlapped(each, calendar).toList();
            outside += own.isEmpty() ? each.taken() : 0;
            overlapping += others.isEmpty() ? 0 : each.taken();
            Stream.concat(own.stream(), others.stream()).filter(slot -> booked.takenDuring(slot) > form.places())
                    .forEach(crowded::add);
        }
        return Outcome.done(new Preview(week, outside, overlapping, crowded.size()));
    }

    @Gesture
    public Outcome<Void> save(UUID branch, SlotSettingsForm form) {
        signedIn.require(Role.MANAGER);
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        jdbc.sql("select 1 from app.branch where id = ? for no key update").param(branch).query(Integer.class).single();
        if (version(branch) != form.version()) {
            return Outcome.refused(SlotRefusal.SETTINGS_CHANGED);
        }
        write(branch, form);
        jdbc.sql("""
                update app.pickup_slot set places = greatest(taken, :places),
                    ends_at = case when taken = 0 then starts_at + make_interval(mins => :minutes) else ends_at end
                where branch = :branch and starts_at > :now""")
                .param("places", form.places()).param("minutes", form.slotMinutes()).param("branch", branch)
                .param("now", Timestamp.from(clock.instant())).update();
        events.publishEvent(PickupSlots.TOPIC.of(branch));
        return Outcome.done();
    }

    private void write(UUID branch, SlotSettingsForm form) {
        jdbc.sql("""
                insert into app.pickup_settings (branch, slot_minutes, places, lead_minutes, days_ahead, grace_minutes,
                    offer_hours, version) values (?, ?, ?, ?, ?, ?, ?, 1)
                on conflict (branch) do update set slot_minutes = excluded.slot_minutes, places = excluded.places,
                    lead_minutes = excluded.lead_minutes, days_ahead = excluded.days_ahead,
                    grace_minutes = excluded.grace_minutes, offer_hours = excluded.offer_hours,
                    version = pickup_settings.version + 1""")
                .params(branch, form.slotMinutes(), form.places(), form.leadMinutes(), form.daysAhead(),
                        form.graceMinutes(), form.offerHours()).update();
        jdbc.sql("delete from app.opening_window where branch = ?").param(branch).update();
        batches.batchUpdate("insert into app.opening_window (branch, weekday, starts, ends) values (?, ?, ?, ?)",
                form.openingWindows().stream().map(window -> new Object[] {branch, window.weekday().getValue(),
                        window.starts(), window.ends()}).toList());
        jdbc.sql("delete from app.closed_day where branch = ?").param(branch).update();
        batches.batchUpdate("insert into app.closed_day (branch, day) values (?, ?)",
                form.closed().stream().map(day -> new Object[] {branch, day}).toList());
    }

    /** Zero until a manager has saved settings. */
    private int version(UUID branch) {
        return jdbc.sql("select coalesce(max(version), 0) from app.pickup_settings where branch = ?").param(branch)
                .query(Integer.class).single();
    }

    private static SlotCalendar calendar(ZoneId zone, SlotSettingsForm form) {
        return new SlotCalendar(zone, form.rules(), form.openingWindows(), form.closed());
    }

    private static Day day(SlotCalendar calendar, LocalDate day) {
        List<LocalTime> starts = new ArrayList<>();
        calendar.slotsOn(day).forEach(slot -> starts.add(slot.startsAt().atZone(calendar.zone()).toLocalTime()));
        return new Day(day, calendar.closedDays().contains(day), starts, starts.size() * calendar.rules().places());
    }
}

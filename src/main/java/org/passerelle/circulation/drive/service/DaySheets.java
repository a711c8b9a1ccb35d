package org.passerelle.circulation.drive.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a branch's day at the drive for staff, in a fixed number of statements however busy the day is. */
@Service
@Transactional(readOnly = true)
public class DaySheets {

    /** Begins with the columns of an {@link Appointment}, to which {@link #appointment} reads them. */
    static final String APPOINTMENTS = """
            select r.*, coalesce(trim(p.first_name || ' ' || p.last_name), '') as patron_name,
                   coalesce(p.card_number, '') as card_number, p.blocked, l.asked, l.collected, l.to_put_back,
                   b.name as branch_name, b.time_zone
            from app.reservation r left join app.patron p on p.id = r.patron join app.branch b on b.id = r.branch
            join lateral (select count(*) as asked,
                         count(*) filter (where state = 'COLLECTED') as collected,
                         count(*) filter (where state = 'TO_PUT_BACK') as to_put_back
                  from app.reservation_line where reservation = r.id) l on true
            """;
    private static final int MOST_FOUND = 20;
    private static final int MOST_ENDED = 10;

    private final PickupSlots slots;
    private final BranchRepository branches;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    DaySheets(PickupSlots slots, BranchRepository branches, JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.slots = slots;
        this.branches = branches;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A branch whose day may be shown. @param mine whether the person signed in works for it */
    public record Place(UUID id, String name, ZoneId zone, boolean mine) {
    }

    /** An appointment wherever it is. */
    public record Placed(Appointment appointment, UUID branch, String branchName, ZoneId zone) {
    }

    /** Appointments at one branch, and those at others. */
    public record Found(List<Appointment> here, List<Placed> elsewhere) {

        public static final Found NOTHING = new Found(List.of(), List.of());

        public int count() {
            return here.size() + elsewhere.size();
        }
    }

    /** Every branch by name. One statement. */
    public List<Place> places() {
        CurrentUser user = signedIn.require(Role.AGENT);
        return branches.findAllByOrderByName().stream()
                .map(branch -> new Place(branch.id(), branch.name(), branch.zone(), user.mayActAt(branch.id()))).toList();
    }

    /**
     * That day's appointments, and who came that day for another's; today's also has the cases of earlier days that are
     * still open. Three statements.
     *
     * @throws NoSuchElementException when there is no such branch
     */
    public DaySheet sheet(UUID branch, LocalDate day) {
        CurrentUser user = signedIn.require(Role.AGENT);
        SlotCalendar calendar = slots.calendar(branch);
        Instant from = day.atStartOfDay(calendar.zone()).toInstant();
        Instant before = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        return new DaySheet(branch, calendar.zone(), day, calendar.rules().grace(), user.mayActAt(branch),
                slots.loads(branch, calendar, day),
                appointments(branch, from, before, day.equals(calendar.dayOf(clock.instant()))));
    }

    /**
     * Appointments at any branch, of any day, whose patron has that card or whose name holds what is typed: open ones
     * first, those of that branch before others, then those nearest to now. One statement.
     */
    public Found find(UUID branch, String typed) {
        signedIn.require(Role.AGENT);
        String words = PlainText.words(typed);
        Map<Boolean, List<Placed>> found = jdbc.sql("with typed as materialized (select app.search_form(:words) as form) "
                        + APPOINTMENTS + """
                cross join typed
                where p.card_number = :card or typed.form <> '' and p.search like '%' || typed.form || '%'
                order by r.outcome is null desc, r.branch = :branch desc,
                         abs(extract(epoch from r.slot_starts_at - cast(:now as timestamptz))), r.id limit :most""")
                .param("branch", branch).param("words", words).param("card", Patron.normalCard(words))
                .param("now", Timestamp.from(clock.instant())).param("most", MOST_FOUND)
                .query((row, i) -> placed(row)).list().stream()
                .collect(Collectors.partitioningBy(placed -> placed.branch().equals(branch)));
        return new Found(found.get(true).stream().map(Placed::appointment).toList(), found.get(false));
    }

    /** What that patron has open at any branch, and the last that ended; open ones first, then the latest. One statement. */
    public List<Placed> ofPatron(UUID patron) {
        signedIn.require(Role.AGENT);
        return jdbc.sql(APPOINTMENTS + """
                where r.patron = :patron and (r.outcome is null or r.id in (
                    select e.id from app.reservation e where e.patron = :patron and e.outcome is not null
                    order by e.ended_at desc limit :most))
                order by r.outcome is null desc, r.slot_starts_at desc, r.id""")
                .param("patron", patron).param("most", MOST_ENDED).query((row, i) -> placed(row)).list();
    }

    private List<Appointment> appointments(UUID branch, Instant from, Instant before, boolean today) {
        return jdbc.sql(APPOINTMENTS + """
                where r.branch = :branch and (r.slot_starts_at >= :from and r.slot_starts_at < :before
                                              or r.arrived_at >= :from and r.arrived_at < :before%s)
                order by r.slot_starts_at, p.last_name collate "und-x-icu", p.first_name collate "und-x-icu", r.id"""
                        .formatted(today ? " or r.outcome is null and r.slot_starts_at < :from" : ""))
                .param("branch", branch).param("from", Timestamp.from(from)).param("before", Timestamp.from(before))
                .query((row, i) -> appointment(row)).list();
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Appointment(new ReservationId(row.getObject("id", UUID.class)), row.getString("code"),
                row.getString("patron_name"), row.getString("card_number"),
                row.getBoolean("blocked"), instant(row, "slot_starts_at"), instant(row, "slot_ends_at"),
                DocumentsState.valueOf(row.getString("documents")), AppointmentState.valueOf(row.getString("appointment")),
                outcome == null ? null : ReservationOutcome.valueOf(outcome), row.getString("bag_place"),
                instant(row, "arrived_at"), instant(row, "answer_until"), instant(row, "ended_at"), row.getInt("asked"),
                row.getInt("collected"), row.getInt("to_put_back"));
    }

    static Placed placed(ResultSet row) throws SQLException {
        return new Placed(appointment(row), row.getObject("branch", UUID.class), row.getString("branch_name"), ZoneId.of(row.getString("time_zone")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

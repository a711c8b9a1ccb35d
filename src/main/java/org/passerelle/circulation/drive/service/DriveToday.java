package org.passerelle.circulation.drive.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still to be done at the drive today, for those who work there: who waits outside, and who is to come. One
 * statement each, however busy the day is.
 */
@Service
@Transactional(readOnly = true)
public class DriveToday {

    /** Here; also who came after all, when the case had been closed as missed and the bag still stood. */
    private static final String OUTSIDE = """
            (r.outcome is null and r.appointment = 'ARRIVED'
             or r.outcome = 'NO_SHOW' and r.documents = 'READY' and r.appointment = 'ARRIVED'
                and r.arrived_at > cast(:now as timestamptz) - interval '1 day')
            """;
    /** Today ends by the clock of the branch. */
    private static final String TO_COME = """
            r.outcome is null and r.appointment = 'BOOKED' and r.slot_starts_at <
                (date_trunc('day', cast(:now as timestamptz) at time zone b.time_zone) + interval '1 day') at time zone b.time_zone
            """;

    private final WorkingBranch working;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    DriveToday(WorkingBranch working, JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.working = working;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param first the first of them, at most as many as were asked for
     * @param all   how many there are
     * @param late  those of them whose slot is over
     * @param next  when the first that is left out is expected, or null
     */
    public record Some(List<Appointment> first, int all, int late, Instant next) {

        public int leftOut() {
            return all - first.size();
        }
    }

    /** What is to be done at one branch. @param late those of the expected whose slot is over */
    public record AtBranch(UUID branch, String name, ZoneId zone, int outside, int expected, int late) {

        public boolean hasAnybody() {
            return outside + expected > 0;
        }
    }

    /** How many are still to be served today where the person signed in works: who waits outside, and who is expected. */
    public int toServe() {
        signedIn.require(Role.AGENT);
        Optional<UUID> here = working.current();
        return here.isEmpty() ? 0 : jdbc.sql("select count(*) from app.reservation r join app.branch b on b.id = r.branch"
                        + " where r.branch = :branch and (" + OUTSIDE + " or " + TO_COME + ")")
                .param("branch", here.get()).param("now", Timestamp.from(clock.instant())).query(Integer.class).single();
    }

    /** Who waits outside: who has waited longest first. */
    public Some outside(UUID branch, int most) {
        return some(branch, OUTSIDE, "r.arrived_at, r.id", most);
    }

    /** Who is still to come today, in order of time; those who are late are among them. */
    public Some toCome(UUID branch, int most) {
        return some(branch, TO_COME, """
                r.slot_starts_at, p.last_name collate "und-x-icu", p.first_name collate "und-x-icu", r.id""", most);
    }

    private Some some(UUID branch, String which, String order, int most) {
        signedIn.requireAt(branch);
        List<Counted> read = jdbc.sql(DaySheets.APPOINTMENTS.replaceFirst("select ", """
                        select count(*) over () as all_of_them,
                               count(*) filter (where r.slot_ends_at < cast(:now as timestamptz)) over () as late_of_them,
                        """) + " where r.branch = :branch and (" + which + ") order by " + order + " limit :most")
                .param("branch", branch).param("now", Timestamp.from(clock.instant())).param("most", most + 1)
                .query((row, i) -> new Counted(DaySheets.appointment(row), row.getInt("all_of_them"),
                        row.getInt("late_of_them"))).list();
        return new Some(read.stream().limit(most).map(Counted::appointment).toList(),
                read.isEmpty() ? 0 : read.getFirst().all(), read.isEmpty() ? 0 : read.getFirst().late(),
                read.size() > most ? read.getLast().appointment().slotStartsAt() : null);
    }

    /** The other branches of the person signed in, by name. */
    public List<AtBranch> elsewhere(UUID here) {
        CurrentUser user = signedIn.requireAt(here);
        return jdbc.sql("select b.id, b.name, b.time_zone, today.* from app.branch b join lateral ("
                        + "select count(*) filter (where " + OUTSIDE + ") as outside,"
                        + " count(*) filter (where " + TO_COME + ") as expected,"
                        + " count(*) filter (where " + TO_COME + " and r.slot_ends_at < cast(:now as timestamptz)) as late"
                        + " from app.reservation r where r.branch = b.id and (" + OUTSIDE + " or " + TO_COME + ")) today on true"
                        + " where b.id <> :here and (cast(:all as boolean) or b.id = any(:mine)) order by b.name, b.id")
                .param("here", here).param("all", user.has(Role.MANAGER))
                .param("mine", user.branches().toArray(UUID[]::new)).param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> new AtBranch(row.getObject("id", UUID.class), row.getString("name"),
                        ZoneId.of(row.getString("time_zone")), row.getInt("outside"), row.getInt("expected"),
                        row.getInt("late"))).list();
    }

    private record Counted(Appointment appointment, int all, int late) {
    }
}

package org.passerelle.quarantine.room.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.CratesInRoom;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RecentCrates;
import org.passerelle.quarantine.domain.RecentCrates.Arrivals;
import org.passerelle.quarantine.domain.RoomForecast;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.QuarantinePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands in a branch's quarantine room, and what will. For staff; those of other branches see it too. */
@Service
@Transactional(readOnly = true)
public class CrateRoom {

    /** What is done with crates divides the room. */
    public enum Part {
        READY(CrateState.TREATMENT, CrateState.INSPECTION, CrateState.PUT_AWAY),
        OPEN(CrateState.OPEN),
        CLOSED(CrateState.QUARANTINE);

        private final List<CrateState> states;

        Part(CrateState... states) {
            this.states = List.of(states);
        }
    }

    private final JdbcClient jdbc;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final RecentCrates recent;
    private final StuckSteps stuckSteps;
    private final SignedIn signedIn;
    private final AppClock clock;

    CrateRoom(JdbcClient jdbc, BranchRepository branches, SettingsOfBranches settings, QuarantinePolicy policy,
              RecentCrates recent, StuckSteps stuckSteps, SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.recent = recent;
        this.stuckSteps = stuckSteps;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The branches of the network, in order of name, with whether the person signed in may act there. */
    public List<Place> places() {
        CurrentUser user = signedIn.require(Role.AGENT);
        return branches.findAllByOrderByName().stream()
                .map(branch -> new Place(branch.id(), branch.name(), branch.zone(), user.mayActAt(branch.id()))).toList();
    }

    /** The figures of a branch's room, and its next days. An open crate in which nothing lies does not count. */
    public Room room(UUID branchId) {
        signedIn.require(Role.AGENT);
        Branch branch = branches.findById(branchId).orElseThrow();
        QuarantineSettings here = settings.of(branchId);
        Instant now = clock.instant();
        LocalDate today = now.atZone(branch.zone()).toLocalDate();
        List<Arrivals> arrivals = recent.upTo(now).stream().filter(of -> of.branch().equals(branchId)).toList();
        return new Room(branchId, branch.name(), branch.zone(), figures(branch, here, now, today),
                forecast(branch, here, arrivals, now), arrivals.stream().mapToDouble(Arrivals::perDay).sum());
    }

    private Figures figures(Branch branch, QuarantineSettings here, Instant now, LocalDate today) {
        return jdbc.sql("""
                        select count(*),
                               count(*) filter (where c.state not in ('OPEN', 'QUARANTINE')),
                               count(*) filter (where c.state = 'QUARANTINE' and c.release_at >= :today
                                                and c.release_at < :tomorrow),
                               count(*) filter (where c.released_at < :lateSince),
                               count(*) filter (where c.id = any(:stuck))
                        from app.crate c where c.branch = :branch and
                        """ + CratesInRoom.STANDS)
                .param("today", Timestamp.from(today.atStartOfDay(branch.zone()).toInstant()))
                .param("tomorrow", Timestamp.from(today.plusDays(1).atStartOfDay(branch.zone()).toInstant()))
                .param("lateSince", Timestamp.from(now.minus(Crate.LATE_AFTER))).param("stuck", stuck())
                .param("branch", branch.id())
                .query((row, n) -> new Figures(here.capacity(), row.getInt(1), row.getInt(2), row.getInt(3),
                        row.getInt(4), row.getInt(5))).single();
    }

    private UUID[] stuck() {
        return stuckSteps.cases(QuarantineProcess.KEY).toArray(UUID[]::new);
    }

    /** Counted by the database: as many rows as there are days and kinds of crates, however many crates there are. */
    private List<RoomForecast.Day> forecast(Branch branch, QuarantineSettings here, List<Arrivals> arrivals, Instant now) {
        RoomForecast forecast = new RoomForecast(here.capacity(), now, branch.zone());
        jdbc.sql("""
                        select case when c.state = 'QUARANTINE' then cast(c.release_at at time zone :zone as date)
                                    else cast(:today as date) end, count(*)
                        from app.crate c where c.branch = :branch and c.state not in ('DONE', 'OPEN') group by 1""")
                .param("zone", branch.zone().getId()).param("today", now.atZone(branch.zone()).toLocalDate())
                .param("branch", branch.id())
                .query(row -> {
                    forecast.leave(row.getObject(1, LocalDate.class), row.getInt(2));
                });
        QuarantinePolicy.Rules rules = policy.current();
        jdbc.sql("""
                        select c.material, c.stacked, min(c.opened_at), count(*) from app.crate c
                        where c.branch = :branch and c.state = 'OPEN' and
                        """ + CratesInRoom.STANDS + " group by c.material, c.stacked, c.day")
                .param("branch", branch.id())
                .query(row -> {
                    Instant release = expected(MaterialClass.valueOf(row.getString(1)), row.getBoolean(2),
                            instant(row, "min"), rules, here, branch.zone(), now);
                    forecast.leave(release.atZone(branch.zone()).toLocalDate(), row.getInt(4));
                });
        arrivals.forEach(of -> forecast.come(of.perDay(),
                rules.of(new RuleCase(of.material(), of.stacked(), here.situation())).hours()));
        return forecast.days();
    }

    /** Crates of one part of a branch's room, by release, at most so many. */
    public List<CrateInRoom> crates(UUID branchId, Part part, int most) {
        signedIn.require(Role.AGENT);
        ZoneId zone = branches.findById(branchId).orElseThrow().zone();
        QuarantineSettings here = settings.of(branchId);
        QuarantinePolicy.Rules rules = policy.current();
        Instant now = clock.instant();
        return jdbc.sql("""
                        select c.id, c.code, c.material, c.stacked, c.state, c.opened_at, c.sealed_at,
                               coalesce(c.released_at, c.release_at) as release_at, c.released_at, c.id = any(:stuck) as blocked,
                               (select count(*) from app.returned_copy r
                                where r.crate = c.id and r.fate in ('IN_CRATE', 'TO_SHELF')) as documents,
                               exists (select 1 from app.release_request q
                                       where q.crate = c.id and q.state = 'ASKED') as release_asked
                        from app.crate c where c.branch = :branch and c.state in (:states) and
                        """ + CratesInRoom.STANDS + """
                        order by coalesce(c.released_at, c.release_at), length(c.code), c.code limit cast(:most as integer)""")
                .param("stuck", stuck()).param("branch", branchId)
                .param("states", part.states.stream().map(Enum::name).toList())
                // When an open crate will be released is computed: it is known only here which ones come first.
                .param("most", part == Part.OPEN ? null : most)
                .query((row, n) -> standing(row, rules, here, zone, now)).stream()
                .sorted(Comparator.comparing(CrateInRoom::releaseAt)).limit(most).toList();
    }

    private static CrateInRoom standing(ResultSet row, QuarantinePolicy.Rules rules, QuarantineSettings here, ZoneId zone,
                                     Instant now) throws SQLException {
        MaterialClass material = MaterialClass.valueOf(row.getString("material"));
        boolean stacked = row.getBoolean("stacked");
        Instant opened = instant(row, "opened_at");
        Instant release = instant(row, "release_at");
        if (release == null) {
            release = expected(material, stacked, opened, rules, here, zone, now);
        }
        return new CrateInRoom(new CrateId(row.getObject("id", UUID.class)), row.getString("code"), material, stacked,
                CrateState.valueOf(row.getString("state")), row.getInt("documents"), opened, instant(row, "sealed_at"),
                release, Crate.isLate(instant(row, "released_at"), now), row.getBoolean("release_asked"),
                row.getBoolean("blocked"));
    }

    private static Instant expected(MaterialClass material, boolean stacked, Instant opened, QuarantinePolicy.Rules rules,
                                    QuarantineSettings here, ZoneId zone, Instant now) {
        return here.releaseOf(opened, rules.of(new RuleCase(material, stacked, here.situation())), zone, now);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    public record Place(UUID id, String name, ZoneId zone, boolean mine) {
    }

    /**
     * @param forecast the next days, today first
     * @param arrivals crates that are expected to come each day, on average
     */
    public record Room(UUID branch, String branchName, ZoneId zone, Figures figures, List<RoomForecast.Day> forecast, double arrivals) {
    }

    /**
     * Numbers of crates.
     *
     * @param capacity what the room holds
     * @param ready    released, and to deal with
     * @param due      those whose quarantine ends today
     * @param late     released more than a day ago, and still not put away
     * @param blocked  those of which a step has failed for good
     */
    public record Figures(int capacity, int standing, int ready, int due, int late, int blocked) {
    }

    /**
     * @param documents    what is still in it
     * @param releaseAt    of an open crate: when it would be if it were sealed at closing time
     * @param late         released more than a day ago, and still not put away
     * @param releaseAsked whether somebody has to decide on an early release
     * @param blocked      whether a step of its process has failed for good, and needs somebody
     */
    public record CrateInRoom(CrateId id, String code, MaterialClass material, boolean stacked, CrateState state,
                           int documents, Instant openedAt, Instant sealedAt, Instant releaseAt, boolean late,
                           boolean releaseAsked, boolean blocked) {
    }
}

package org.passerelle.quarantine.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.Treatments;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands in a branch's quarantine room, and what will. For staff; those of other branches see it too. */
@Service
@Transactional(readOnly = true)
public class CrateRoom {

    public static final int FORECAST_DAYS = 14;
    /** A crate that has been ready for longer than a working day keeps documents from people. */
    static final Duration LATE_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Crates crates;
    private final ReturnedCopies returns;
    private final Treatments treatments;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final Journal journal;
    private final Processes processes;
    private final SignedIn signedIn;
    private final AppClock clock;

    CrateRoom(JdbcClient jdbc, Crates crates, ReturnedCopies returns, Treatments treatments, BranchRepository branches,
              SettingsOfBranches settings, QuarantinePolicy policy, Journal journal, Processes processes,
              SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.crates = crates;
        this.returns = returns;
        this.treatments = treatments;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.journal = journal;
        this.processes = processes;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The branches of the network, in order of name, with whether the person signed in may act there. */
    public List<Place> places() {
        CurrentUser user = signedIn.require(Role.AGENT);
        return branches.findAllByOrderByName().stream()
                .map(branch -> new Place(branch.id(), branch.name(), branch.zone(), user.mayActAt(branch.id()))).toList();
    }

    /** How many crates are released and wait for somebody, at the branches of that person. */
    public int toDealWith(CurrentUser user) {
        return jdbc.sql("""
                        select count(*) from app.crate where state in ('TREATMENT', 'INSPECTION', 'PUT_AWAY')
                          and (cast(:all as boolean) or branch = any(:mine))""")
                .param("all", user.has(Role.MANAGER)).param("mine", user.branches().toArray(UUID[]::new))
                .query(Integer.class).single();
    }

    /** Crates that are not done, those that are open first, then by release. */
    public Room room(UUID branchId) {
        signedIn.require(Role.AGENT);
        Branch branch = branches.findById(branchId).orElseThrow();
        QuarantineSettings here = settings.of(branchId);
        QuarantinePolicy.Rules rules = policy.current();
        Instant now = clock.instant();
        Instant closing = closing(branch.zone(), here, now);
        Set<UUID> stuck = processes.stuck(QuarantineProcess.KEY);
        List<Standing> standing = jdbc.sql("""
                        select c.id, c.code, c.material, c.stacked, c.state, c.opened_at, c.sealed_at, c.release_at,
                               c.released_at,
                               (select count(*) from app.returned_copy r
                                where r.crate = c.id and r.fate in ('IN_CRATE', 'TO_SHELF')) as documents,
                               exists (select 1 from app.release_request q
                                       where q.crate = c.id and q.state = 'ASKED') as release_asked
                        from app.crate c where c.branch = ? and c.state <> 'DONE'
                        order by c.release_at nulls first, c.code""").param(branchId)
                .query((row, n) -> standing(row, rules, here, closing, now, stuck)).list();
        LocalDate today = now.atZone(branch.zone()).toLocalDate();
        return new Room(branchId, branch.name(), branch.zone(), here.capacity(), standing,
                forecast(standing, today, branch.zone()));
    }

    private static Standing standing(ResultSet row, QuarantinePolicy.Rules rules, QuarantineSettings here,
                                     Instant closing, Instant now, Set<UUID> stuck) throws SQLException {
        MaterialClass material = MaterialClass.valueOf(row.getString("material"));
        boolean stacked = row.getBoolean("stacked");
        QuarantineRule rule = rules.of(new RuleCase(material, stacked, here.situation()));
        Instant release = instant(row, "release_at");
        Instant released = instant(row, "released_at");
        return new Standing(new CrateId(row.getObject("id", UUID.class)), row.getString("code"), material, stacked,
                CrateState.valueOf(row.getString("state")), row.getInt("documents"), instant(row, "opened_at"),
                instant(row, "sealed_at"), release != null ? release : closing.plus(Duration.ofHours(rule.hours())),
                released != null && released.plus(LATE_AFTER).isBefore(now), row.getBoolean("release_asked"),
                stuck.contains(row.getObject("id", UUID.class)));
    }

    private static Instant closing(ZoneId zone, QuarantineSettings here, Instant now) {
        return here.dayOf(now, zone).atTime(here.closesAt()).atZone(zone).toInstant();
    }

    /** What has been released is counted until it is put away, and expected to be so today. */
    private static List<Day> forecast(List<Standing> standing, LocalDate today, ZoneId zone) {
        return IntStream.range(0, FORECAST_DAYS).mapToObj(today::plusDays).map(day -> new Day(day,
                (int) standing.stream().filter(crate -> !leaves(crate, today, zone).isBefore(day)).count(),
                (int) standing.stream().filter(crate -> leaves(crate, today, zone).equals(day)).count())).toList();
    }

    private static LocalDate leaves(Standing crate, LocalDate today, ZoneId zone) {
        LocalDate release = crate.releaseAt().atZone(zone).toLocalDate();
        return release.isBefore(today) ? today : release;
    }

    /** @throws AccessDeniedException for who is not staff, and where there is no such crate */
    public CratePage crate(CrateId id) {
        return find(id).orElseThrow(() -> new AccessDeniedException("no such crate for this person"));
    }

    public Optional<CratePage> find(CrateId id) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return crates.findById(id.value()).map(crate -> page(crate, user));
    }

    private CratePage page(Crate crate, CurrentUser user) {
        CrateId id = crate.id();
        Branch branch = branches.findById(crate.branch()).orElseThrow();
        return new CratePage(crate, branch.name(), branch.zone(), returns.of(id), treatments.of(id),
                user.mayActAt(crate.branch()),
                journal.story(QuarantineProcess.caseOf(id)), processes.diagram(QuarantineProcess.caseOf(id)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    public record Place(UUID id, String name, ZoneId zone, boolean mine) {
    }

    /**
     * @param capacity crates that the room holds
     * @param forecast the next {@value #FORECAST_DAYS} days, today first
     */
    public record Room(UUID branch, String branchName, ZoneId zone, int capacity, List<Standing> crates,
                       List<Day> forecast) {
    }

    /**
     * @param documents    what is still in it
     * @param releaseAt    of an open crate: when it would be if it were sealed at closing time
     * @param late         released more than a day ago, and still not put away
     * @param releaseAsked whether somebody has to decide on an early release
     * @param blocked      whether a step of its process has failed for good, and needs somebody
     */
    public record Standing(CrateId id, String code, MaterialClass material, boolean stacked, CrateState state,
                           int documents, Instant openedAt, Instant sealedAt, Instant releaseAt, boolean late,
                           boolean releaseAsked, boolean blocked) {
    }

    /** @param standing crates in the room that day, @param leaving those of them whose quarantine ends then */
    public record Day(LocalDate day, int standing, int leaving) {
    }

    /** @param mayAct whether the person signed in works for its branch */
    public record CratePage(Crate crate, String branchName, ZoneId zone, List<ReturnedCopy> documents,
                            List<Treatments.Treatment> treatments, boolean mayAct, List<Journal.Entry> story,
                            Optional<Processes.Diagram> diagram) {
    }
}

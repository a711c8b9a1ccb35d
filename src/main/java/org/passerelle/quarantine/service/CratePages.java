package org.passerelle.quarantine.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.Treatments;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One crate as staff see it; those of other branches see it too. */
@Service
@Transactional(readOnly = true)
public class CratePages {

    private final Crates crates;
    private final ReturnedCopies returns;
    private final Treatments treatments;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final WaitingPatrons waiting;
    private final AskedReleases asked;
    private final Journal journal;
    private final CaseStandings standings;
    private final OpenTasks tasks;
    private final StuckSteps stuckSteps;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private final AppClock clock;

    CratePages(Crates crates, ReturnedCopies returns, Treatments treatments, BranchRepository branches,
               SettingsOfBranches settings, QuarantinePolicy policy, WaitingPatrons waiting, AskedReleases asked,
               Journal journal, CaseStandings standings, OpenTasks tasks, StuckSteps stuckSteps, SignedIn signedIn,
               JdbcClient jdbc, AppClock clock) {
        this.crates = crates;
        this.returns = returns;
        this.treatments = treatments;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.waiting = waiting;
        this.asked = asked;
        this.journal = journal;
        this.standings = standings;
        this.tasks = tasks;
        this.stuckSteps = stuckSteps;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The crate with that code on its label. */
    public Optional<CrateId> withCode(String code) {
        signedIn.require(Role.AGENT);
        return new ScannedCode(code).variants().stream().map(read -> crates.findByCode(read.toUpperCase(Locale.ROOT)))
                .flatMap(Optional::stream).findFirst().map(Crate::id);
    }

    /** A crate and how it stands. @param releaseAt or null before it is sealed. @param mayAct of the person signed in */
    public record FoundCrate(CrateId id, String code, CrateState state, Instant releaseAt, String branchName, ZoneId zone,
                             boolean mayAct) {
    }

    /** The crate with that code on its label. One statement. */
    public List<FoundCrate> labelled(ScannedCode code) {
        return found("c.code = any(:codes) limit 2", Map.of("codes", code.variants().stream()
                .map(read -> read.toUpperCase(Locale.ROOT)).distinct().toArray(String[]::new)));
    }

    /** Crates that are not emptied yet and whose code begins so. One statement. */
    public List<FoundCrate> standing(String beginning, int limit) {
        return found("c.state <> 'DONE' and starts_with(c.code, :beginning) order by c.code limit :limit",
                Map.of("beginning", beginning.toUpperCase(Locale.ROOT), "limit", limit));
    }

    private List<FoundCrate> found(String which, Map<String, Object> params) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return jdbc.sql("select c.id, c.code, c.state, c.release_at, b.id as branch, b.name, b.time_zone from app.crate c "
                        + "join app.branch b on b.id = c.branch where " + which).params(params)
                .query((row, n) -> new FoundCrate(new CrateId(row.getObject("id", UUID.class)), row.getString("code"),
                        CrateState.valueOf(row.getString("state")), row.getTimestamp("release_at") == null ? null
                        : row.getTimestamp("release_at").toInstant(), row.getString("name"),
                        ZoneId.of(row.getString("time_zone")), user.mayActAt(row.getObject("branch", UUID.class)))).list();
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
        List<AskedRelease> requests = asked.of(id, user);
        List<ReturnedCopy> documents = returns.of(id);
        return new CratePage(crate, branch.name(), branch.zone(), expected(crate, branch), documents,
                awaited(crate, documents), treatments.of(id),
                requests.stream().filter(AskedRelease::isOpen).toList(),
                requests.stream().filter(request -> !request.isOpen()).toList(), user.mayActAt(crate.branch()),
                crate.isLate(clock.instant()),
                stuckSteps.cases(QuarantineProcess.KEY).contains(id.value()),
                journal.story(QuarantineProcess.caseOf(id)), standings.of(QuarantineProcess.caseOf(id)),
                tasks.of(Stream.concat(Stream.of(id.value()), requests.stream().map(AskedRelease::id)).toList()));
    }

    private Instant expected(Crate crate, Branch branch) {
        if (crate.state() != CrateState.OPEN) {
            return null;
        }
        QuarantineSettings here = settings.of(branch.id());
        return here.releaseOf(crate.openedAt(), policy.current().of(new RuleCase(crate.material(), crate.stacked(),
                here.situation())), branch.zone(), clock.instant());
    }

    private Set<UUID> awaited(Crate crate, List<ReturnedCopy> documents) {
        return crate.state() == CrateState.DONE ? Set.of() : waiting.awaited(documents.stream().map(ReturnedCopy::title)
                .collect(Collectors.toSet()), crate.branch());
    }
}

package org.passerelle.quarantine.service;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.StuckSteps;
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
    private final Processes processes;
    private final StuckSteps stuckSteps;
    private final SignedIn signedIn;
    private final AppClock clock;

    CratePages(Crates crates, ReturnedCopies returns, Treatments treatments, BranchRepository branches,
               SettingsOfBranches settings, QuarantinePolicy policy, WaitingPatrons waiting, AskedReleases asked,
               Journal journal, Processes processes, StuckSteps stuckSteps, SignedIn signedIn, AppClock clock) {
        this.crates = crates;
        this.returns = returns;
        this.treatments = treatments;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.waiting = waiting;
        this.asked = asked;
        this.journal = journal;
        this.processes = processes;
        this.stuckSteps = stuckSteps;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The crate with that code on its label. */
    public Optional<CrateId> withCode(String code) {
        signedIn.require(Role.AGENT);
        return new ScannedCode(code).variants().stream().map(read -> crates.findByCode(read.toUpperCase(Locale.ROOT)))
                .flatMap(Optional::stream).findFirst().map(Crate::id);
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
                crate.state() != CrateState.DONE && CrateRoom.isLate(crate.releasedAt(), clock.instant()),
                stuckSteps.cases(QuarantineProcess.KEY).contains(id.value()),
                journal.story(QuarantineProcess.caseOf(id)), processes.diagram(QuarantineProcess.caseOf(id)));
    }

    private Instant expected(Crate crate, Branch branch) {
        if (crate.state() != CrateState.OPEN) {
            return null;
        }
        QuarantineSettings here = settings.of(branch.id());
        return ExpectedReleases.of(crate.openedAt(), policy.current().of(new RuleCase(crate.material(), crate.stacked(),
                here.situation())), here, branch.zone(), clock.instant());
    }

    private Set<UUID> awaited(Crate crate, List<ReturnedCopy> documents) {
        return crate.state() == CrateState.DONE ? Set.of() : waiting.awaited(documents.stream().map(ReturnedCopy::title)
                .collect(Collectors.toSet()), crate.branch());
    }
}

package org.passerelle.quarantine.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.PolicyShape;
import org.passerelle.platform.process.PolicyTable;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.stereotype.Component;

/** What another quarantine rule would mean for the crates that stand in the rooms, and how it reaches them. */
@Component
class QuarantineTable implements PolicyTable {

    private final Crates crates;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final CrateAccess access;
    private final CopyPlaces copies;
    private final QuarantineProcess process;
    private final CrateNews news;
    private final AppClock clock;

    QuarantineTable(Crates crates, BranchRepository branches, SettingsOfBranches settings, QuarantinePolicy policy,
                    CrateAccess access, CopyPlaces copies, QuarantineProcess process, CrateNews news, AppClock clock) {
        this.crates = crates;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.access = access;
        this.copies = copies;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public PolicyShape shape() {
        return QuarantinePolicy.SHAPE;
    }

    @Override
    public Impact impact(Answers proposed) {
        Map<RuleCase, QuarantineRule> rules = QuarantinePolicy.read(proposed);
        Map<UUID, Branch> branchOf = branches.findAll().stream().collect(Collectors.toMap(Branch::id, b -> b));
        Map<UUID, QuarantineSettings> settingsOf = settings.findAll().stream()
                .collect(Collectors.toMap(QuarantineSettings::branch, s -> s));
        List<Change> changes = new ArrayList<>();
        Map<UUID, List<LocalDate>> leaving = new HashMap<>();
        for (Crate crate : crates.findByState(CrateState.QUARANTINE)) {
            Branch branch = branchOf.get(crate.branch());
            QuarantineSettings here = settingsOf.getOrDefault(branch.id(), new QuarantineSettings(branch.id()));
            Instant after = crate.releaseUnder(rules.get(new RuleCase(crate.material(), crate.stacked(), here.situation())));
            if (!after.equals(crate.releaseAt())) {
                changes.add(new Change(crate.id().value(), crate.code(), branch.name(), branch.zone(), crate.releaseAt(),
                        after));
            }
            leaving.computeIfAbsent(branch.id(), id -> new ArrayList<>()).add(after.atZone(branch.zone()).toLocalDate());
        }
        changes.sort(Comparator.comparing(Change::before));
        List<Remark> remarks = new ArrayList<>();
        long earlier = changes.stream().filter(change -> change.after().isBefore(change.before())).count();
        remarks.add(new Remark("quarantine.impact.moves", earlier, changes.size() - earlier));
        branchOf.values().stream().sorted(Comparator.comparing(Branch::name)).forEach(branch -> remarks.addAll(
                overflow(branch, settingsOf.getOrDefault(branch.id(), new QuarantineSettings(branch.id())),
                        leaving.getOrDefault(branch.id(), List.of()))));
        return new Impact(changes, remarks);
    }

    /** The days on which the room could not hold the crates that are sealed today. */
    private List<Remark> overflow(Branch branch, QuarantineSettings here, List<LocalDate> leaving) {
        ZoneId zone = branch.zone();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Map<LocalDate, Long> full = new TreeMap<>();
        for (int n = 0; n < CrateRoom.FORECAST_DAYS; n++) {
            LocalDate day = today.plusDays(n);
            long standing = leaving.stream().filter(leaves -> !leaves.isBefore(day)).count();
            if (standing > here.capacity()) {
                full.put(day, standing);
            }
        }
        return full.entrySet().stream().limit(1).map(first -> new Remark("quarantine.impact.overflow", branch.name(),
                full.size(), first.getKey(), first.getValue(), here.capacity())).toList();
    }

    @Override
    public void apply(Set<UUID> cases) {
        QuarantinePolicy.Rules rules = policy.current();
        Map<CrateId, Instant> releases = new HashMap<>();
        for (UUID id : cases.stream().sorted().toList()) {
            Crate crate = access.locked(new CrateId(id));
            // It may have been released since the impact was shown.
            if (crate.state() == CrateState.QUARANTINE) {
                crate.recompute(rules.of(new RuleCase(crate.material(), crate.stacked(),
                        settings.of(crate.branch()).situation())), rules.version());
                copies.moveAll(id, PlaceKind.QUARANTINE, PlaceKind.QUARANTINE, crate.releaseAt());
                news.tell(crate, Channel.STAFF, "journal.quarantine.recomputed", crate.releaseAt());
                releases.put(crate.id(), crate.releaseAt());
            }
        }
        process.moveReleases(releases);
    }
}

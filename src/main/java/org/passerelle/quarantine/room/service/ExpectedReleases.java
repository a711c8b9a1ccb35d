package org.passerelle.quarantine.room.service;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.CratesInRoom;
import org.passerelle.quarantine.domain.CratesInRoom.StandingCrate;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.QuarantinePolicy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When what lies in open crates is expected back: it follows the settings of their branch and the rule that holds. */
@Component
class ExpectedReleases {

    private final CratesInRoom crates;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final CopyPlaces copies;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    ExpectedReleases(CratesInRoom crates, BranchRepository branches, SettingsOfBranches settings,
                     QuarantinePolicy policy, CopyPlaces copies, ApplicationEventPublisher events, AppClock clock) {
        this.crates = crates;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    /** The settings of that branch have changed: what lies in its open crates is expected anew. */
    void follow(UUID branch) {
        expect(crates.open(List.of(branch)), policy.current(), Map.of(branch, settings.of(branch)));
    }

    /** The same for every branch, where the rules have changed. A few statements, however many crates there are. */
    void follow(QuarantinePolicy.Rules rules, Map<UUID, QuarantineSettings> settingsOf) {
        expect(crates.open(settingsOf.keySet()), rules, settingsOf);
    }

    private void expect(List<StandingCrate> open, QuarantinePolicy.Rules rules, Map<UUID, QuarantineSettings> settingsOf) {
        Map<UUID, Branch> branchOf = branches.findAllById(settingsOf.keySet()).stream()
                .collect(Collectors.toMap(Branch::id, branch -> branch));
        copies.expect(open.stream().collect(Collectors.toMap(StandingCrate::id, crate -> {
            QuarantineSettings here = settingsOf.get(crate.branch());
            return here.releaseOf(crate.openedAt(), rules.of(crate.caseUnder(here)), branchOf.get(crate.branch()).zone(),
                    clock.instant());
        })));
        open.stream().map(StandingCrate::branch).distinct()
                .forEach(branch -> events.publishEvent(CrateNews.ROOM_TOPIC.of(branch)));
        open.forEach(crate -> events.publishEvent(CrateNews.CRATE_TOPIC.of(crate.id())));
    }
}

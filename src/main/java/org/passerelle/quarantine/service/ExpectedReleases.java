package org.passerelle.quarantine.service;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.StandingCrates;
import org.passerelle.quarantine.domain.StandingCrates.StandingCrate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When an open crate will be released: as if it were sealed at closing time, under the rule that holds now. */
@Component
class ExpectedReleases {

    private final StandingCrates crates;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final CopyPlaces copies;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    ExpectedReleases(StandingCrates crates, BranchRepository branches, SettingsOfBranches settings,
                     QuarantinePolicy policy, CopyPlaces copies, ApplicationEventPublisher events, AppClock clock) {
        this.crates = crates;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    static Instant of(MaterialClass material, boolean stacked, Instant opened, QuarantinePolicy.Rules rules,
                      QuarantineSettings here, ZoneId zone, Instant now) {
        return here.sealingOf(opened, zone, now)
                .plus(Duration.ofHours(rules.of(new RuleCase(material, stacked, here.situation())).hours()));
    }

    /** The rule or the settings have changed: what lies in open crates of that branch is expected anew. */
    void follow(UUID branch) {
        follow(branches.findById(branch).orElseThrow());
    }

    /** The same for every branch. A few statements for each, however many crates there are. */
    void followEverywhere() {
        branches.findAll().forEach(this::follow);
    }

    private void follow(Branch branch) {
        QuarantineSettings here = settings.of(branch.id());
        QuarantinePolicy.Rules rules = policy.current();
        Map<UUID, Instant> releases = new HashMap<>();
        for (StandingCrate crate : crates.open(branch.id())) {
            releases.put(crate.id(), of(crate.material(), crate.stacked(), crate.openedAt(), rules, here, branch.zone(),
                    clock.instant()));
        }
        if (!releases.isEmpty()) {
            copies.expect(releases);
            events.publishEvent(new Topic(CrateNews.ROOM_TOPIC, branch.id()));
            releases.keySet().forEach(crate -> events.publishEvent(new Topic(CrateNews.CRATE_TOPIC, crate)));
        }
    }
}

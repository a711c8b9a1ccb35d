package org.passerelle.quarantine.room.service;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.CratesInRoom;
import org.passerelle.quarantine.domain.CratesInRoom.StandingCrate;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.QuarantinePolicy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How another quarantine rule reaches the crates that stand in the rooms: in a few statements, however many they are. */
@Component
class QuarantineTable implements PolicyTable {

    private final CratesInRoom crates;
    private final RuleImpact impact;
    private final ExpectedReleases expected;
    private final QuarantinePolicy policy;
    private final CopyPlaces copies;
    private final QuarantineProcess process;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    QuarantineTable(CratesInRoom crates, RuleImpact impact, ExpectedReleases expected, QuarantinePolicy policy,
                    CopyPlaces copies, QuarantineProcess process, Journal journal, ApplicationEventPublisher events) {
        this.crates = crates;
        this.impact = impact;
        this.expected = expected;
        this.policy = policy;
        this.copies = copies;
        this.process = process;
        this.journal = journal;
        this.events = events;
    }

    @Override
    public PolicyShape shape() {
        return QuarantinePolicy.SHAPE;
    }

    @Override
    public Impact impact(Answers proposed, Predicate<UUID> follows) {
        return impact.of(QuarantinePolicy.read(proposed), follows);
    }

    @Override
    public int apply(Set<UUID> cases) {
        QuarantinePolicy.Rules rules = policy.current();
        Map<UUID, QuarantineSettings> settingsOf = impact.settingsOf();
        int moved = cases.isEmpty() ? 0 : recompute(cases, rules, settingsOf);
        // What is still being filled is sealed under the new rule: nobody is told of a day under the old one until then.
        expected.follow(rules, settingsOf);
        return moved;
    }

    private int recompute(Set<UUID> cases, QuarantinePolicy.Rules rules, Map<UUID, QuarantineSettings> settingsOf) {
        // What has been released since the impact was shown is left alone.
        List<StandingCrate> running = crates.lockInQuarantine(cases);
        Map<QuarantineRule, List<StandingCrate>> byRule = running.stream().collect(Collectors.groupingBy(crate ->
                rules.of(crate.caseUnder(settingsOf.get(crate.branch())))));
        Map<UUID, Instant> releases = new HashMap<>();
        byRule.forEach((rule, follow) -> {
            crates.recompute(follow.stream().map(StandingCrate::id).toList(), rule, rules.version());
            follow.forEach(crate -> releases.put(crate.id(), crate.releaseUnder(rule)));
        });
        copies.expect(releases);
        tell(running, releases, rules.version());
        int moved = process.moveReleases(releases.entrySet().stream()
                .collect(Collectors.toMap(release -> new CrateId(release.getKey()), Map.Entry::getValue)));
        if (moved != releases.size()) {
            throw new IllegalStateException(releases.size() - moved + " crates in quarantine wait for no release");
        }
        running.stream().map(StandingCrate::branch).distinct()
                .forEach(branch -> events.publishEvent(CrateNews.ROOM_TOPIC.of(branch)));
        running.forEach(crate -> events.publishEvent(CrateNews.CRATE_TOPIC.of(crate.id())));
        return running.size();
    }

    /** By which version, not why: the reason is free text, and stays with its version. */
    private void tell(List<StandingCrate> running, Map<UUID, Instant> releases, int version) {
        Map<UUID, Object> moved = new HashMap<>();
        Map<UUID, Object> kept = new HashMap<>();
        running.forEach(crate -> (releases.get(crate.id()).equals(crate.releaseAt()) ? kept : moved)
                .put(crate.id(), releases.get(crate.id())));
        journal.recordAll(QuarantineProcess.KEY, Channel.STAFF, "journal.quarantine.recomputed", moved, version);
        journal.recordAll(QuarantineProcess.KEY, Channel.STAFF, "journal.quarantine.ruleChanged", kept, version);
    }
}

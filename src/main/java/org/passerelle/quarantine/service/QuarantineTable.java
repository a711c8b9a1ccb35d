package org.passerelle.quarantine.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.PolicyShape;
import org.passerelle.platform.process.PolicyTable;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.StandingCrates;
import org.passerelle.quarantine.domain.StandingCrates.StandingCrate;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What another quarantine rule would mean for the crates that stand in the rooms, and how it reaches them: all in a few
 * statements, however many they are.
 */
@Component
class QuarantineTable implements PolicyTable {

    private final StandingCrates crates;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final CopyPlaces copies;
    private final WaitingPatrons waits;
    private final QuarantineProcess process;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    QuarantineTable(StandingCrates crates, BranchRepository branches, SettingsOfBranches settings,
                    QuarantinePolicy policy, CopyPlaces copies, WaitingPatrons waits, QuarantineProcess process,
                    Journal journal,
                    ApplicationEventPublisher events, AppClock clock) {
        this.crates = crates;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.copies = copies;
        this.waits = waits;
        this.process = process;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public PolicyShape shape() {
        return QuarantinePolicy.SHAPE;
    }

    @Override
    public Impact impact(Answers proposed) {
        Map<RuleCase, QuarantineRule> rules = QuarantinePolicy.read(proposed);
        Map<UUID, QuarantineSettings> settingsOf = settingsOf();
        List<StandingCrate> standing = crates.all();
        List<Change> changes = new ArrayList<>();
        List<Remark> rooms = new ArrayList<>();
        for (Branch branch : branches.findAllByOrderByName()) {
            QuarantineSettings here = settingsOf.get(branch.id());
            Room room = new Room(branch, here, rules, clock.instant());
            standing.stream().filter(crate -> crate.branch().equals(branch.id())).forEach(crate -> {
                QuarantineRule rule = room.ruleFor(crate);
                room.add(crate, rule);
                if (crate.state() == CrateState.QUARANTINE && !rule.equals(crate.rule())) {
                    changes.add(new Change(crate.id(), crate.code(), branch.name(), branch.zone(), crate.releaseAt(),
                            crate.releaseUnder(rule)));
                }
            });
            rooms.addAll(room.overflow());
        }
        long earlier = changes.stream().filter(change -> change.after().isBefore(change.before())).count();
        long later = changes.stream().filter(change -> change.after().isAfter(change.before())).count();
        List<Remark> remarks = new ArrayList<>();
        remarks.add(new Remark("quarantine.impact.moves", earlier, later));
        if (earlier + later < changes.size()) {
            remarks.add(new Remark("quarantine.impact.methods", changes.size() - earlier - later));
        }
        remarks.addAll(waiting(changes));
        remarks.addAll(rooms);
        return new Impact(changes, remarks);
    }

    /** Documents that somebody waits for, and would have on another day. */
    private List<Remark> waiting(List<Change> changes) {
        Map<UUID, UUID> crateOf = crates.contents(changes.stream().map(Change::id).toList());
        Map<UUID, Change> moving = changes.stream().collect(Collectors.toMap(Change::id, change -> change));
        List<Change> awaited = waits.awaited(crateOf.keySet()).stream().map(copy -> moving.get(crateOf.get(copy))).toList();
        long earlier = awaited.stream().filter(change -> change.after().isBefore(change.before())).count();
        long later = awaited.stream().filter(change -> change.after().isAfter(change.before())).count();
        return earlier + later == 0 ? List.of() : List.of(new Remark("quarantine.impact.waiting", earlier, later));
    }

    private Map<UUID, QuarantineSettings> settingsOf() {
        Map<UUID, QuarantineSettings> known = settings.findAll().stream()
                .collect(Collectors.toMap(QuarantineSettings::branch, each -> each));
        return branches.findAll().stream().collect(Collectors.toMap(Branch::id,
                branch -> known.getOrDefault(branch.id(), new QuarantineSettings(branch.id()))));
    }

    /** One branch's room under the proposed rule. */
    private static final class Room {

        private final Branch branch;
        private final QuarantineSettings settings;
        private final Map<RuleCase, QuarantineRule> rules;
        private final LocalDate today;
        private final List<LocalDate> leaving = new ArrayList<>();

        Room(Branch branch, QuarantineSettings settings, Map<RuleCase, QuarantineRule> rules, Instant now) {
            this.branch = branch;
            this.settings = settings;
            this.rules = rules;
            this.today = now.atZone(branch.zone()).toLocalDate();
        }

        QuarantineRule ruleFor(StandingCrate crate) {
            return rules.get(new RuleCase(crate.material(), crate.stacked(), settings.situation()));
        }

        /** An open crate is expected to be sealed today; one that has been released, to be put away today. */
        void add(StandingCrate crate, QuarantineRule rule) {
            ZoneId zone = branch.zone();
            leaving.add(switch (crate.state()) {
                case OPEN -> today.atTime(settings.closesAt()).atZone(zone).toInstant()
                        .plus(Duration.ofHours(rule.hours())).atZone(zone).toLocalDate();
                case QUARANTINE -> crate.releaseUnder(rule).atZone(zone).toLocalDate();
                default -> today;
            });
        }

        /** The days on which it could not hold what stands in it today. */
        List<Remark> overflow() {
            List<LocalDate> full = IntStream.range(0, CrateRoom.FORECAST_DAYS).mapToObj(today::plusDays)
                    .filter(day -> standingOn(day) > settings.capacity()).toList();
            return full.isEmpty() ? List.of() : List.of(new Remark("quarantine.impact.overflow", branch.name(),
                    full.size(), full, full.stream().mapToLong(this::standingOn).max().orElse(0), settings.capacity()));
        }

        private long standingOn(LocalDate day) {
            return leaving.stream().filter(leaves -> !leaves.isBefore(day)).count()
                    + (day.equals(today) ? leaving.stream().filter(leaves -> leaves.isBefore(day)).count() : 0);
        }
    }

    @Override
    public void apply(Set<UUID> cases) {
        QuarantinePolicy.Rules rules = policy.current();
        Map<UUID, QuarantineSettings> settingsOf = settingsOf();
        // What has been released since the impact was shown is left alone.
        List<StandingCrate> running = crates.lockInQuarantine(cases);
        Map<QuarantineRule, List<StandingCrate>> byRule = running.stream().collect(Collectors.groupingBy(crate ->
                rules.of(new RuleCase(crate.material(), crate.stacked(), settingsOf.get(crate.branch()).situation()))));
        Map<UUID, Instant> releases = new HashMap<>();
        byRule.forEach((rule, follow) -> {
            crates.recompute(follow.stream().map(StandingCrate::id).toList(), rule, rules.version());
            follow.forEach(crate -> releases.put(crate.id(), crate.releaseUnder(rule)));
        });
        copies.expect(releases);
        journal.recordAll(QuarantineProcess.KEY, Channel.STAFF, "journal.quarantine.recomputed", Map.copyOf(releases));
        int moved = process.moveReleases(releases.entrySet().stream()
                .collect(Collectors.toMap(release -> new CrateId(release.getKey()), Map.Entry::getValue)));
        if (moved != releases.size()) {
            throw new IllegalStateException(releases.size() - moved + " crates in quarantine wait for no release");
        }
        running.stream().map(StandingCrate::branch).distinct()
                .forEach(branch -> events.publishEvent(new Topic(CrateNews.ROOM_TOPIC, branch)));
        running.forEach(crate -> events.publishEvent(new Topic(CrateNews.CRATE_TOPIC, crate.id())));
    }
}

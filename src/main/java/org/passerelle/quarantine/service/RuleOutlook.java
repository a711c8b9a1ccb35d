package org.passerelle.quarantine.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.WaitingProspects;
import org.passerelle.circulation.WaitingProspects.Move;
import org.passerelle.circulation.WaitingProspects.Prospect;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.PolicyTable.Change;
import org.passerelle.platform.process.PolicyTable.Impact;
import org.passerelle.platform.process.PolicyTable.Listing;
import org.passerelle.platform.process.PolicyTable.Remark;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.domain.StandingCrates;
import org.passerelle.quarantine.domain.StandingCrates.StandingCrate;
import org.springframework.stereotype.Component;

/**
 * What another quarantine rule would mean for the crates that stand in the rooms, for the rooms, and for those who wait
 * for what lies in them. A few statements, however many they are.
 */
@Component
class RuleOutlook {

    private static final List<String> PEOPLE_COLUMNS = List.of("quarantine.impact.person", "quarantine.impact.title",
            "quarantine.impact.branch", "quarantine.impact.before", "quarantine.impact.after");

    private final StandingCrates crates;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final WaitingProspects waiting;
    private final AppClock clock;

    RuleOutlook(StandingCrates crates, BranchRepository branches, SettingsOfBranches settings, QuarantinePolicy policy,
                WaitingProspects waiting, AppClock clock) {
        this.crates = crates;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.waiting = waiting;
        this.clock = clock;
    }

    Impact of(Map<RuleCase, QuarantineRule> proposed) {
        QuarantinePolicy.Rules now = policy.current();
        Map<UUID, QuarantineSettings> settingsOf = settingsOf();
        Map<UUID, List<StandingCrate>> standing = crates.all().stream().collect(Collectors.groupingBy(StandingCrate::branch));
        List<Change> changes = new ArrayList<>();
        Map<UUID, Move> moves = new HashMap<>();
        List<Move> open = new ArrayList<>();
        List<Remark> rooms = new ArrayList<>();
        for (Branch branch : branches.findAllByOrderByName()) {
            QuarantineSettings here = settingsOf.get(branch.id());
            RoomForecast room = new RoomForecast(here.capacity(), clock.instant(), branch.zone());
            for (StandingCrate crate : standing.getOrDefault(branch.id(), List.of())) {
                RuleCase asked = new RuleCase(crate.material(), crate.stacked(), here.situation());
                QuarantineRule rule = proposed.get(asked);
                if (crate.state() == CrateState.QUARANTINE) {
                    Instant after = crate.releaseUnder(rule);
                    room.leaves(after);
                    if (!rule.equals(crate.rule())) {
                        changes.add(new Change(crate.id(), crate.code(), branch.name(), branch.zone(), crate.releaseAt(), after));
                        moves.put(crate.id(), new Move(crate.releaseAt(), after));
                    }
                } else if (crate.state() == CrateState.OPEN) {
                    Instant sealing = here.sealingOf(crate.openedAt(), branch.zone(), clock.instant());
                    Move move = new Move(sealing.plus(Duration.ofHours(now.of(asked).hours())),
                            sealing.plus(Duration.ofHours(rule.hours())));
                    room.leaves(move.after());
                    moves.put(crate.id(), move);
                    open.add(move);
                } else {
                    room.leavesToday();
                }
            }
            room.overflow().ifPresent(over -> rooms.add(new Remark("quarantine.impact.overflow", branch.name(),
                    over.days().size(), over.days(), over.most(), here.capacity())));
        }
        List<Prospect> people = people(moves);
        List<Remark> remarks = new ArrayList<>(remarks(changes, open, people));
        remarks.addAll(rooms);
        return new Impact(changes, remarks, people.isEmpty() ? List.of() : List.of(Listing.of("quarantine.impact.people",
                PEOPLE_COLUMNS, people.stream().map(RuleOutlook::row).toList())));
    }

    private static List<Remark> remarks(List<Change> changes, List<Move> open, List<Prospect> people) {
        List<Remark> remarks = new ArrayList<>();
        long earlier = changes.stream().filter(change -> change.after().isBefore(change.before())).count();
        long later = changes.stream().filter(change -> change.after().isAfter(change.before())).count();
        remarks.add(new Remark("quarantine.impact.moves", earlier, later));
        if (earlier + later < changes.size()) {
            remarks.add(new Remark("quarantine.impact.methods", changes.size() - earlier - later));
        }
        long openEarlier = open.stream().filter(move -> move.after().isBefore(move.before())).count();
        long openLater = open.stream().filter(move -> move.after().isAfter(move.before())).count();
        if (openEarlier + openLater > 0) {
            remarks.add(new Remark("quarantine.impact.open", openEarlier, openLater));
        }
        if (!people.isEmpty()) {
            long sooner = people.stream().filter(person -> person.after().isBefore(person.before())).count();
            remarks.add(new Remark("quarantine.impact.waiting", sooner, people.size() - sooner));
        }
        return remarks;
    }

    /** Those who wait for a document in one of these crates, and would have it on another day. */
    private List<Prospect> people(Map<UUID, Move> moves) {
        moves.values().removeIf(move -> move.before().equals(move.after()));
        Map<UUID, Move> ofCopies = new HashMap<>();
        crates.contents(moves.keySet()).forEach((copy, crate) -> ofCopies.put(copy, moves.get(crate)));
        return ofCopies.isEmpty() ? List.of() : waiting.ofMoved(ofCopies);
    }

    private static List<Object> row(Prospect person) {
        return List.of(person.patron(), person.title(), person.branch(), person.before(), person.after());
    }

    Map<UUID, QuarantineSettings> settingsOf() {
        Map<UUID, QuarantineSettings> known = settings.findAll().stream()
                .collect(Collectors.toMap(QuarantineSettings::branch, each -> each));
        return branches.findAll().stream().collect(Collectors.toMap(Branch::id,
                branch -> known.getOrDefault(branch.id(), new QuarantineSettings(branch.id()))));
    }
}

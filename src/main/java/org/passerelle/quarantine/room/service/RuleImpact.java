package org.passerelle.quarantine.room.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.circulation.ExpectedDays;
import org.passerelle.circulation.ExpectedDays.ExpectedDay;
import org.passerelle.circulation.ExpectedDays.Move;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.policy.PolicyTable.Listing;
import org.passerelle.platform.policy.PolicyTable.Remark;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.CratesInRoom;
import org.passerelle.quarantine.domain.CratesInRoom.StandingCrate;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.RecentCrates;
import org.passerelle.quarantine.domain.RecentCrates.Arrivals;
import org.passerelle.quarantine.domain.RoomForecast;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.service.QuarantinePolicy;
import org.springframework.stereotype.Component;

/**
 * What another quarantine rule would mean for the crates that stand in the rooms, for the rooms, and for those who wait
 * for what lies in them. A few statements, however many they are.
 */
@Component
class RuleImpact {

    private static final List<String> PEOPLE_COLUMNS = List.of("quarantine.impact.person", "quarantine.impact.title",
            "quarantine.impact.branch", "quarantine.impact.before", "quarantine.impact.after");

    private final CratesInRoom crates;
    private final RecentCrates recent;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final ExpectedDays waiting;
    private final AppClock clock;

    RuleImpact(CratesInRoom crates, RecentCrates recent, BranchRepository branches, SettingsOfBranches settings,
                QuarantinePolicy policy, ExpectedDays waiting, AppClock clock) {
        this.crates = crates;
        this.recent = recent;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** @param follows which of the sealed crates would be decided anew; those that are still being filled are in any case */
    Impact of(Map<RuleCase, QuarantineRule> proposed, Predicate<UUID> follows) {
        QuarantinePolicy.Rules now = policy.current();
        Map<UUID, QuarantineSettings> settingsOf = settingsOf();
        Map<UUID, List<StandingCrate>> standing = crates.all().stream().collect(Collectors.groupingBy(StandingCrate::branch));
        Map<UUID, List<Arrivals>> arrivals = recent.upTo(clock.instant()).stream()
                .collect(Collectors.groupingBy(Arrivals::branch));
        List<Change> changes = new ArrayList<>();
        Map<UUID, Move> moves = new HashMap<>();
        List<Move> following = new ArrayList<>();
        List<Move> open = new ArrayList<>();
        List<Remark> rooms = new ArrayList<>();
        for (Branch branch : branches.findAllByOrderByName()) {
            QuarantineSettings here = settingsOf.get(branch.id());
            RoomForecast room = new RoomForecast(here.capacity(), clock.instant(), branch.zone());
            for (StandingCrate crate : standing.getOrDefault(branch.id(), List.of())) {
                RuleCase asked = crate.caseUnder(here);
                QuarantineRule rule = proposed.get(asked);
                if (crate.state() == CrateState.QUARANTINE) {
                    Move move = new Move(crate.releaseAt(), crate.releaseUnder(rule));
                    boolean follow = follows.test(crate.id());
                    room.leaves(follow ? move.after() : move.before());
                    if (!rule.equals(crate.rule())) {
                        changes.add(new Change(crate.id(), crate.code(), branch.name(), branch.zone(), move.before(), move.after()));
                        if (follow) {
                            moves.put(crate.id(), move);
                            following.add(move);
                        }
                    }
                } else if (crate.state() == CrateState.OPEN) {
                    Move move = new Move(expected(crate, now.of(asked), here, branch), expected(crate, rule, here, branch));
                    room.leaves(move.after());
                    moves.put(crate.id(), move);
                    open.add(move);
                } else {
                    room.leavesToday();
                }
            }
            arrivals.getOrDefault(branch.id(), List.of()).forEach(of -> room.come(of.perDay(),
                    proposed.get(new RuleCase(of.material(), of.stacked(), here.situation())).hours()));
            room.overflow().ifPresent(over -> rooms.add(new Remark("quarantine.impact.overflow", branch.name(),
                    over.days().size(), over.days(), over.most(), here.capacity())));
        }
        List<ExpectedDay> people = people(moves);
        List<Remark> remarks = new ArrayList<>(remarks(changes.size(), following, open, people));
        remarks.addAll(rooms);
        return new Impact("quarantine.impact.crates", changes, remarks, people.isEmpty() ? List.of()
                : List.of(Listing.of("quarantine.impact.people", PEOPLE_COLUMNS, people.stream().map(RuleImpact::row).toList())));
    }

    private static List<Remark> remarks(int changes, List<Move> following, List<Move> open, List<ExpectedDay> people) {
        List<Remark> remarks = new ArrayList<>();
        long earlier = following.stream().filter(move -> move.after().isBefore(move.before())).count();
        long later = following.stream().filter(move -> move.after().isAfter(move.before())).count();
        if (!following.isEmpty() || changes == 0) {
            remarks.add(new Remark("quarantine.impact.moves", earlier, later));
        }
        if (earlier + later < following.size()) {
            remarks.add(new Remark("quarantine.impact.methods", following.size() - earlier - later));
        }
        if (following.size() < changes) {
            remarks.add(new Remark("quarantine.impact.kept", changes - following.size()));
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
    private List<ExpectedDay> people(Map<UUID, Move> moves) {
        moves.values().removeIf(move -> move.before().equals(move.after()));
        Map<UUID, Move> ofCopies = new HashMap<>();
        crates.contents(moves.keySet()).forEach((copy, crate) -> ofCopies.put(copy, moves.get(crate)));
        return ofCopies.isEmpty() ? List.of() : waiting.ofMoved(ofCopies);
    }

    private static List<Object> row(ExpectedDay person) {
        return List.of(person.patron(), person.title(), person.branch(), person.before(), person.after());
    }

    private Instant expected(StandingCrate crate, QuarantineRule rule, QuarantineSettings here, Branch branch) {
        return here.releaseOf(crate.openedAt(), rule, branch.zone(), clock.instant());
    }

    Map<UUID, QuarantineSettings> settingsOf() {
        Map<UUID, QuarantineSettings> known = settings.findAll().stream()
                .collect(Collectors.toMap(QuarantineSettings::branch, each -> each));
        return branches.findAll().stream().collect(Collectors.toMap(Branch::id,
                branch -> known.getOrDefault(branch.id(), new QuarantineSettings(branch.id()))));
    }
}

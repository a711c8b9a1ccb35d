package org.passerelle.platform.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * There are people for whom nobody holds a duty that processes give tasks to.
 *
 * @param where which people: those of a branch, of a team, of a team at a branch; all, where it names neither
 */
public record DutyGap(Duty duty, WorkSite where) {

    /** @param sites where people work, each once */
    static List<DutyGap> of(Collection<Duty> needed, List<WorkSite> sites, Collection<HeldDuty> held) {
        return needed.stream().flatMap(duty -> told(duty, uncovered(duty, sites, held), sites)).toList();
    }

    /** Those that are there with the second and not with the first. */
    static List<DutyGap> between(Collection<Duty> needed, List<WorkSite> sites, Collection<HeldDuty> before, Collection<HeldDuty> after) {
        return needed.stream().flatMap(duty -> {
            List<WorkSite> more = new ArrayList<>(uncovered(duty, sites, after));
            more.removeAll(uncovered(duty, sites, before));
            return told(duty, more, sites);
        }).toList();
    }

    private static List<WorkSite> uncovered(Duty duty, List<WorkSite> sites, Collection<HeldDuty> held) {
        return sites.stream().filter(site -> held.stream().noneMatch(each -> each.duty() == duty && each.scope().covers(site))).toList();
    }

    /** In few words: everybody, else whole branches and whole teams, the largest first, and then what is left of each team. */
    private static Stream<DutyGap> told(Duty duty, List<WorkSite> uncovered, List<WorkSite> sites) {
        if (!uncovered.isEmpty() && uncovered.size() == sites.size()) {
            return Stream.of(new DutyGap(duty, WorkSite.of(null)));
        }
        List<WorkSite> whole = sites.stream().flatMap(site -> Stream.of(WorkSite.of(site.branch()), new WorkSite(null, site.team())))
                .distinct().filter(each -> uncovered.containsAll(within(each, sites))).toList();
        Set<WorkSite> left = new LinkedHashSet<>(uncovered);
        List<DutyGap> told = new ArrayList<>();
        while (whole.stream().anyMatch(each -> among(left, each) > 0)) {
            WorkSite largest = Collections.max(whole, Comparator.comparingLong(each -> among(left, each)));
            within(largest, sites).forEach(left::remove);
            told.add(new DutyGap(duty, largest));
        }
        left.forEach(site -> told.add(new DutyGap(duty, site)));
        return told.stream();
    }

    private static long among(Collection<WorkSite> left, WorkSite whole) {
        return within(whole, left).size();
    }

    private static List<WorkSite> within(WorkSite whole, Collection<WorkSite> sites) {
        return sites.stream().filter(site -> whole.team() == null ? whole.branch().equals(site.branch())
                : whole.team().equals(site.team())).toList();
    }
}

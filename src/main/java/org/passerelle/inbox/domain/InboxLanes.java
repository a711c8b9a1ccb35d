package org.passerelle.inbox.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;

/**
 * The parts of the table that a person sees under a chip, none of them twice. What names the person, and what the person
 * has taken, comes beside them.
 *
 * @param ofRoles  tasks that everybody on the staff knows of
 * @param ofDuties tasks that exist for holders of a duty alone; whether the person is one is asked of each of them again
 */
record InboxLanes(List<Lane> ofRoles, List<Lane> ofDuties) {

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final String TAKEN = " taken";
    private static final String SEVERAL = "duties";
    private static final List<String> EVERYBODYS = List.of("AGENT", "MANAGER", "ADMIN", "NOBODY");
    static final List<String> EVERY_ROLES = EVERYBODYS.stream().flatMap(name -> Stream.of(name, name + TAKEN)).toList();

    /** @param site a branch, {@code NOWHERE} for what belongs to none, or null for all of these */
    record Lane(String name, UUID site) {
    }

    /** @param branch of the filter, or null */
    static InboxLanes of(Chip chip, CurrentUser user, UUID branch) {
        boolean takenToo = chip == Chip.ALL;
        if (chip == Chip.MINE) {
            return new InboxLanes(List.of(), List.of());
        }
        List<Lane> roles = new ArrayList<>();
        for (String role : takenToo ? EVERYBODYS : roles(user)) {
            for (UUID site : takenToo || user.has(Role.MANAGER) ? anywhere(branch) : sites(user, branch)) {
                roles.add(new Lane(role, site));
            }
        }
        return new InboxLanes(states(roles, takenToo), states(duties(user), takenToo));
    }

    private static List<String> roles(CurrentUser user) {
        return Stream.of(Role.AGENT, Role.MANAGER, Role.ADMIN).filter(user::has).map(Role::name).toList();
    }

    private static List<UUID> anywhere(UUID branch) {
        return branch == null ? Collections.singletonList(null) : List.of(branch, NOWHERE);
    }

    private static List<UUID> sites(CurrentUser user, UUID branch) {
        return Stream.concat(user.branches().stream().filter(each -> branch == null || branch.equals(each)).sorted(),
                Stream.of(NOWHERE)).toList();
    }

    private static List<Lane> duties(CurrentUser user) {
        List<Lane> lanes = new ArrayList<>();
        Stream.concat(user.duties().stream().map(HeldDuty::duty).distinct().sorted().map(TaskAudience::group), Stream.of(SEVERAL))
                .forEach(name -> {
                    List<DutyScope> scopes = user.duties().stream()
                            .filter(held -> name.equals(SEVERAL) || TaskAudience.group(held.duty()).equals(name))
                            .map(HeldDuty::scope).toList();
                    // Of the network; or of a team, whose people may be at any branch.
                    if (scopes.stream().anyMatch(scope -> scope.branch() == null)) {
                        lanes.add(new Lane(name, null));
                    } else {
                        scopes.stream().map(DutyScope::branch).distinct().sorted().forEach(held -> lanes.add(new Lane(name, held)));
                    }
                });
        return lanes;
    }

    private static List<Lane> states(List<Lane> lanes, boolean takenToo) {
        return takenToo ? lanes.stream().flatMap(lane -> Stream.of(lane, new Lane(lane.name() + TAKEN, lane.site()))).toList() : lanes;
    }

    /** The names of all lanes that exist for the holder of these duties, wherever. */
    static List<String> everyDuties(CurrentUser user) {
        return duties(user).stream().map(Lane::name).distinct().flatMap(name -> Stream.of(name, name + TAKEN)).toList();
    }
}

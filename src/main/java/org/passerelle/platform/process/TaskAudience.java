package org.passerelle.platform.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;

/**
 * Whose a task is: a role's, a duty's in the scope of the task's branch and team, or one person's. What is a duty's or a person's
 * does not exist for others, whatever their role.
 *
 * @param person the account that the task names, or null
 * @param groups names of roles, or {@code duty:HUMAN_RESOURCES}; where the task names a person, who has it once that
 *               person has left
 */
public record TaskAudience(UUID person, Set<String> groups) {

    public static final String DUTY = "duty:";

    /** Every group that a model may name. */
    public static List<String> known() {
        return Stream.concat(Stream.of(Role.values()).map(Role::name), Stream.of(Duty.values()).map(TaskAudience::group)).toList();
    }

    public static String group(Duty duty) {
        return DUTY + duty.name();
    }

    public static boolean isDuty(String group) {
        return group.startsWith(DUTY);
    }

    /** The duties that it is for. */
    public Set<Duty> duties() {
        return groups.stream().filter(TaskAudience::isDuty).map(group -> Duty.valueOf(group.substring(DUTY.length())))
                .collect(Collectors.toSet());
    }

    public boolean isForDuty() {
        return groups.stream().anyMatch(TaskAudience::isDuty);
    }

    public boolean isPrivate() {
        return person != null || isForDuty();
    }

    /** Whether that person may take it and complete it. @param work where it is */
    public boolean includes(CurrentUser user, WorkSite work) {
        if (!user.isStaff()) {
            return false;
        }
        if (person != null) {
            return person.equals(user.accountId());
        }
        return isForDuty() ? duties().stream().anyMatch(duty -> user.holds(duty, work))
                : groups.stream().anyMatch(group -> user.has(Role.valueOf(group)))
                        && (work.branch() == null || user.mayActAt(work.branch()));
    }

    /** What the engine keeps of it beside the groups, as the task's owner: the person, or the duties; null for roles. */
    String mark() {
        return person != null ? person.toString()
                : isForDuty() ? groups.stream().sorted().collect(Collectors.joining(",")) : null;
    }

    static Optional<UUID> person(String mark) {
        return Optional.ofNullable(mark).filter(kept -> !isDuty(kept)).map(UUID::fromString);
    }
}

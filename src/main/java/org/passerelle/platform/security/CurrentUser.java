package org.passerelle.platform.security;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.people.WorkSite;

/**
 * Who is signed in.
 *
 * @param branches the branches an agent works for
 * @param patron   the patron whose account it is, or null for staff
 * @param duties   what staff hold beside their role
 */
public record CurrentUser(UUID accountId, String displayName, Role role, Set<UUID> branches, UUID patron,
                          Set<HeldDuty> duties) implements Serializable {

    /** Somebody without a duty. */
    public CurrentUser(UUID accountId, String displayName, Role role, Set<UUID> branches, UUID patron) {
        this(accountId, displayName, role, branches, patron, Set.of());
    }

    public boolean has(Role asked) {
        return asked == Role.PATRON ? role == Role.PATRON : role != Role.PATRON && role.ordinal() >= asked.ordinal();
    }

    public boolean isStaff() {
        return has(Role.AGENT);
    }

    /** Agents act for their branches, managers for all. */
    public boolean mayActAt(UUID branch) {
        return has(Role.MANAGER) || isStaff() && branches.contains(branch);
    }

    /** No role stands for a duty. */
    public boolean holds(Duty duty, WorkSite work) {
        return isStaff() && duties.stream().anyMatch(held -> held.duty() == duty && held.scope().covers(work));
    }
}

package org.passerelle.platform.security;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in.
 *
 * @param branches the branches an agent works for
 * @param patron   the patron whose account it is, or null for staff
 */
public record CurrentUser(UUID accountId, String displayName, Role role, Set<UUID> branches, UUID patron)
        implements Serializable {

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
}

package org.passerelle.platform.ui;

import java.util.Optional;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;

/** Whom a menu entry is for. It only spares people what they could not open: the views guard themselves. */
public enum Audience {
    EVERYONE,
    /** Patrons, and those who have not signed in yet. */
    PUBLIC,
    PATRONS,
    AGENTS,
    MANAGERS,
    ADMINISTRATORS;

    public boolean includes(Optional<CurrentUser> user) {
        return switch (this) {
            case EVERYONE -> true;
            case PUBLIC -> user.map(u -> !u.isStaff()).orElse(true);
            case PATRONS -> user.filter(u -> u.has(Role.PATRON)).isPresent();
            case AGENTS -> user.filter(u -> u.has(Role.AGENT)).isPresent();
            case MANAGERS -> user.filter(u -> u.has(Role.MANAGER)).isPresent();
            case ADMINISTRATORS -> user.filter(u -> u.has(Role.ADMIN)).isPresent();
        };
    }
}

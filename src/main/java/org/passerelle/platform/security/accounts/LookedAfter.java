package org.passerelle.platform.security.accounts;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whose accounts are not every manager's to look after, as the module that knows of teams tells: whoever gives somebody a password
 * can be that person for a moment, and see what is theirs alone.
 */
public interface LookedAfter {

    /** Of these accounts those that other managers look after than this one. One statement. */
    Set<UUID> byOthers(UUID manager, Collection<UUID> accounts);
}

package org.passerelle.platform.retention;

import java.util.Set;
import java.util.UUID;

/**
 * A patron, as contributors find what they know.
 *
 * @param account   or null where the patron has none
 * @param cases     ids of the reservations, loans and the like that are about the person, and the patron's own
 */
public record Person(UUID patron, UUID account, Set<UUID> cases) {

    public UUID[] caseArray() {
        return cases.toArray(UUID[]::new);
    }
}

package org.passerelle.patrons;

import java.util.Optional;
import java.util.UUID;

/** Where patrons go, as the flows know it that serve them. */
public interface PatronBranches {

    /** The branch at which the patron asked for something last. */
    Optional<UUID> lastOf(UUID patron);
}

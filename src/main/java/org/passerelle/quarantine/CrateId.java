package org.passerelle.quarantine;

import java.util.UUID;

/** A crate, as the process and other modules know it. */
public record CrateId(UUID value) {
}

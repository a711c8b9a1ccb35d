package org.passerelle.patrons;

import java.util.UUID;

/** Staff have corrected a patron's record, or the patron has; told in the same transaction. */
public record PatronChanged(UUID patron) {
}

package org.passerelle.platform.people;

import java.util.UUID;

/** Somebody looks after other teams from now on; told within the transaction. */
public record TeamsLookedAfterChanged(UUID account) {
}

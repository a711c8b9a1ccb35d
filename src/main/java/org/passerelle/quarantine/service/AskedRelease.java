package org.passerelle.quarantine.service;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.quarantine.domain.ReleaseRequest.State;

/**
 * An early release that somebody has asked for.
 *
 * @param returned  the one document, or null for the whole crate, as {@code document}, its title
 * @param by        display name of who asked, or null when the account is gone
 * @param mine      whether the reader has asked for it, and so cannot decide
 * @param decidedBy display name, or null where nobody has decided or the account is gone
 * @param decidedAt or null where nobody has decided
 */
public record AskedRelease(UUID id, UUID returned, String document, String reason, String by, Instant at, boolean mine,
                           State state, String decidedBy, Instant decidedAt) {

    /** Whether somebody has to decide on it. */
    public boolean isOpen() {
        return state == State.ASKED;
    }

    public boolean concerns(UUID other) {
        return returned == null || returned.equals(other);
    }
}

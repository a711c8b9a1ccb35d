package org.passerelle.quarantine.service;

import java.time.Instant;
import java.util.UUID;

/**
 * An early release on which somebody has to decide.
 *
 * @param returned the one document, or null for the whole crate, as {@code document}, its title
 * @param by       display name of who asked, or null when the account is gone
 * @param mine     whether the reader has asked for it, and so cannot decide
 */
public record AskedRelease(UUID returned, String document, String reason, String by, Instant at, boolean mine) {

    public boolean concerns(UUID other) {
        return returned == null || returned.equals(other);
    }
}

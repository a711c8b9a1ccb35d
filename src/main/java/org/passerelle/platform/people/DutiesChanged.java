package org.passerelle.platform.people;

import java.util.UUID;

/** Somebody was given a duty, or one was taken from them; told within the transaction. */
public record DutiesChanged(UUID account) {
}

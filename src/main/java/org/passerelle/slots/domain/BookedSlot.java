package org.passerelle.slots.domain;

import java.time.Instant;
import java.util.UUID;

/** One place taken in a slot. */
public record BookedSlot(UUID id, UUID branch, Instant startsAt, Instant endsAt) {
}

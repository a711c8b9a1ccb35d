package org.passerelle.slots.domain;

import java.time.Instant;
import java.util.UUID;

/** A slot that may be chosen, with the places left in it: zero when it is full. */
public record SlotOffer(UUID branch, Instant startsAt, Instant endsAt, int free) {

    public boolean isFree() {
        return free > 0;
    }
}

package org.passerelle.slots.domain;

import java.time.Instant;

/**
 * A slot of a day, and how much of it is taken.
 *
 * @param places patrons the slot serves; no longer offered but booked before, a slot keeps its places
 */
public record SlotLoad(Instant startsAt, Instant endsAt, int taken, int places) {

    public boolean isFull() {
        return taken >= places;
    }
}

package org.passerelle.slots.domain;

import java.time.Instant;

/**
 * A slot of a day, and how much of it is taken.
 *
 * @param booked appointments in it
 * @param taken  places that are taken while it lasts: by these, and by those of slots that overlap it since they were cut otherwise
 * @param places patrons the slot serves; no longer offered but booked before, a slot keeps its places
 */
public record SlotLoad(Instant startsAt, Instant endsAt, int booked, int taken, int places) {

    public boolean isFull() {
        return taken >= places;
    }
}

package org.passerelle.circulation.reservations.domain;

/** How a reservation ended. Every outcome stays on record. */
public enum ReservationOutcome {
    COLLECTED, PARTLY_COLLECTED, CANCELLED, NO_SHOW, NOTHING_FOUND
}

package org.passerelle.circulation.reservations.domain;

/** Where one document of a reservation stands. */
public enum LineState {
    /** A copy is promised and still on its shelf. */
    HELD,
    PICKED,
    /** In the bag, its loan prepared. */
    BAGGED,
    COLLECTED,
    /** No copy could be found, or what was to be put back is missing or damaged. */
    MISSING,
    /** Taken from the shelf and not collected: it waits to be scanned back. */
    TO_PUT_BACK,
    PUT_BACK,
    /** Given up before it left the shelf. */
    RELEASED
}

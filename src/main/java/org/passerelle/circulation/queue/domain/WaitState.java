package org.passerelle.circulation.queue.domain;

/** How far a wait for a title has come. */
public enum WaitState {
    WAITING,
    /** A copy is set aside, and is about to be offered: to this patron, or to the next who may have it. */
    CHOSEN,
    /** A copy is set aside until the deadline. */
    OFFERED,
    /** The copy offered has become a reservation. */
    TAKEN,
    GIVEN_UP,
    /** Nobody answered the offer. */
    LAPSED,
    /** No copy came while it was wanted. */
    EXPIRED,
    /** The patron's card was blocked when a copy came. */
    NOT_ALLOWED
}

package org.passerelle.circulation.domain;

/** How far a wait for a title has come. */
public enum WaitState {
    WAITING,
    /** A copy is set aside until the deadline. */
    OFFERED,
    /** The copy offered has become a reservation. */
    TAKEN,
    GIVEN_UP,
    /** Nobody answered the offer. */
    LAPSED,
    /** No copy came while it was wanted. */
    EXPIRED
}

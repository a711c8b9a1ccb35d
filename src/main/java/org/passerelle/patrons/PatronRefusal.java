package org.passerelle.patrons;

import org.passerelle.platform.Refusal;

/** Why a gesture about a patron's record is refused. */
public enum PatronRefusal implements Refusal {
    /** Somebody has changed this patron since the form was opened. */
    PATRON_CHANGED,
    /** So many e-mail addresses were given in a row without one being confirmed. */
    TOO_MANY_ADDRESSES,
    /** The patron signs in already. */
    SIGNS_IN_ALREADY,
    /** Named: how many reservations, loans and waits are not over. */
    STILL_OPEN,
    ;
}

package org.passerelle.circulation;

import org.passerelle.platform.Refusal;

/** Why a gesture about reservations, slots, patrons or loans is refused. */
public enum CirculationRefusal implements Refusal {
    /** The last place has gone; the nearest free slots may be offered. */
    SLOT_FULL,
    SLOT_PAST,
    /** Earlier than the branch can prepare; named: the hours, then minutes, of the lead time. */
    SLOT_TOO_SOON,
    /** Further ahead than the branch takes appointments; named: days ahead. */
    SLOT_TOO_FAR,
    /** No such slot in the branch's week, or the branch is closed that day. */
    SLOT_NOT_OFFERED,
    /** The card is blocked. */
    PATRON_BLOCKED,
    /** Named: how many the patron may have asked for, has asked for already, asks for now. */
    TOO_MANY_DOCUMENTS,
    /** Named: how many reservations the patron may have under way. */
    TOO_MANY_RESERVATIONS,
    /** Somebody has changed this patron since the form was opened. */
    PATRON_CHANGED,
    ;
}

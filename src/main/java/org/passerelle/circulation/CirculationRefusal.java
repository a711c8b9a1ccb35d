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
    ;
}

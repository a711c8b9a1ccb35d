package org.passerelle.slots;

import org.passerelle.platform.Refusal;

/** Why no place in a slot is given, or a branch's slots are not changed. */
public enum SlotRefusal implements Refusal {
    /** The last place has gone; the nearest free slots may be offered. */
    SLOT_FULL,
    SLOT_PAST,
    /** Earlier than the branch can prepare; named: the hours, then minutes, of the lead time. */
    SLOT_TOO_SOON,
    /** Further ahead than the branch takes appointments; named: days ahead. */
    SLOT_TOO_FAR,
    /** No such slot in the branch's week, or the branch is closed that day. */
    SLOT_NOT_OFFERED,
    /** The branch's settings have changed since the form was opened. */
    SETTINGS_CHANGED,
    ;
}

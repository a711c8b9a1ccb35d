package org.passerelle.quarantine;

import org.passerelle.platform.Refusal;

/** Why a gesture about returned documents and crates is refused. */
public enum QuarantineRefusal implements Refusal {
    /** Named: the crate's code, and the title. */
    ALREADY_IN_CRATE,
    /** Named: the title. A reservation counts on this copy. */
    PROMISED_COPY,
    /** Named: the title. */
    COPY_OUT_OF_USE,
    /** Scanned twice at the same desk. Named: the title, and its shelf mark or nothing. */
    ALREADY_SHELVED,
    /** Named: the title, and the branch it travels to. */
    COPY_ON_ITS_WAY,
    /** Named: the title, and the branch where it is being put away. */
    TO_SHELF_ELSEWHERE,
    DROPPED_OFF_IN_FUTURE,
    /** Named: the most days. */
    DROPPED_OFF_TOO_LONG_AGO,
    NOTHING_TO_UNDO,
    CRATE_EMPTY,
    METHOD_NOT_ALLOWED,
    PRODUCT_MISSING,
    /** Named: the least minutes, and the most. */
    MINUTES_MISSING,
    /** Named: the least minutes. */
    CONTACT_TOO_SHORT,
    /** Named: the most minutes. */
    CONTACT_TOO_LONG,
    REASON_MISSING,
    /** Who asked for an early release does not decide on it. */
    SAME_PERSON,
    /** Named: the crate's code. */
    NOT_IN_QUARANTINE,
    /** Named: the crate's code. The document has left it. */
    NOT_INSIDE_ANY_MORE,
    ALREADY_ASKED,
    /** Named: the title of what was scanned. */
    NOT_IN_THIS_CRATE,
    /** It is of this crate, but not one that is put away; named: the title, and what became of it. */
    NOT_TO_PUT_AWAY
}

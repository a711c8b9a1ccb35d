package org.passerelle.operations;

import org.passerelle.platform.Refusal;

/** Why a gesture of those who run the library's processes is refused. */
public enum OperationsRefusal implements Refusal {
    /** Named: the row's number, and the most characters. */
    NOTE_TOO_LONG,
    /** Named: the most rows. */
    TOO_MANY_ROWS,
    /** Only for chosen cases, and none is. */
    NONE_CHOSEN,
    /** A gap, an overlap or a wrong cell: the screen says where. */
    TABLE_FAULTY,
    /** Somebody has published another version since this one was opened. */
    TABLE_CHANGED,
    NOTHING_CHANGED,
    REASON_MISSING,
    /** Named: the most characters. */
    REASON_TOO_LONG
}

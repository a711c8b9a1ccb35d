package org.passerelle.circulation;

import org.passerelle.platform.Refusal;

/** Why a gesture about reservations, waits or loans is refused. */
public enum CirculationRefusal implements Refusal {
    /** The card is blocked. */
    PATRON_BLOCKED,
    /** Named: how many the patron may have asked for, has asked for already, asks for now. */
    TOO_MANY_DOCUMENTS,
    /** Named: how many reservations the patron may have under way. */
    TOO_MANY_RESERVATIONS,
    /** The patron has reserved them already, or has them at home, and may not have them twice; named: their names. */
    TITLES_ALREADY_THEIRS,
    EMPTY_BASKET,
    /** Some titles are no longer free at that branch; named: their names. */
    TITLES_NOT_AVAILABLE,
    /** It has ended: collected, cancelled, missed, or nothing was found. */
    RESERVATION_OVER,
    TOO_EARLY_TO_ARRIVE,
    /** Named: what was read. */
    UNKNOWN_BARCODE,
    /** Named: what was read, and the barcodes that it may mean. */
    AMBIGUOUS_BARCODE,
    ALREADY_PICKED,
    /** Named: the title of what was scanned. */
    NOT_IN_THIS_RESERVATION,
    /** Another copy of that title has been picked for it; named: the title. */
    TITLE_ALREADY_PICKED,
    /**
     * The right title, but that copy cannot be had; named: the title, where the copy is or OTHER_BRANCH, and the state of
     * the line: while it is HELD there is a copy to take instead.
     */
    COPY_NOT_FREE,
    LINES_UNDECIDED,
    /** Somebody who waits has just been offered that copy. */
    COPY_OFFERED,
    /** Without it there would be no bag to prepare. */
    LAST_FOR_BAG,
    /** The bag is made: what is damaged is taken out of it at the handover. */
    IN_BAG,
    /** It is not one that goes back to its shelf; named: the title, and the state of its line. */
    NOT_TO_PUT_BACK,
    NOTE_MISSING,
    PLACE_MISSING,
    /** Named: the most characters. */
    TEXT_TOO_LONG,
    BAG_NOT_READY,
    NOTHING_HANDED_OVER,
    /** There is a copy on its shelf: nobody needs to wait. */
    AVAILABLE_NOW,
    /** Named: the branch, which has no copy to wait for. */
    NO_COPY_HERE,
    ALREADY_WAITING,
    /** Named: how many titles the patron may wait for. */
    TOO_MANY_WAITS,
    /** Named: the most days. */
    WANTED_UNTIL_OUT_OF_RANGE,
    /** Named: the title of what was scanned, and the barcode of the copy that is meant. */
    NOT_THIS_COPY,
    /** It has ended, or what was offered has gone to the next. */
    WAIT_OVER,
    /** A return that is said to lie before the handover. */
    DROPPED_OFF_BEFORE_LOAN,
    ;
}

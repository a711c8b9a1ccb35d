package org.passerelle.catalogue;

/** Where a copy can be. */
public enum PlaceKind {
    /** On its shelf, for anybody to take. */
    SHELF,
    /** Promised to a case; still on its shelf. */
    HELD,
    /** Taken from the shelf for a case. */
    PICKED,
    BAGGED,
    /** Waits to be put back on its shelf. */
    TO_SHELF,
    ON_LOAN,
    /** In a crate of returned documents. */
    QUARANTINE,
    /** On its way to the branch it belongs to. */
    IN_TRANSIT,
    REPAIR,
    MISSING,
    /** Taken out of the collection for good. */
    WITHDRAWN,
    OUT_OF_CIRCULATION
}

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
    MISSING,
    OUT_OF_CIRCULATION
}

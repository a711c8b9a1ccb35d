package org.passerelle.quarantine.domain;

/** What became of a returned document. */
public enum ReturnOutcome {
    IN_CRATE,
    /** Inspected; waits to be put on its shelf. */
    TO_SHELF,
    SHELVED,
    /** For a patron who waits for the title. */
    SET_ASIDE,
    /** Travels to the branch it belongs to. */
    IN_TRANSIT,
    REPAIR,
    WITHDRAWN,
    /** Not in its crate, or not found when it was to be put away. */
    MISSING,
    /** Taken out of its crate before the time, with a second person's approval. */
    RELEASED_EARLY,
    /** The scan was a mistake and has been undone. */
    UNDONE
}

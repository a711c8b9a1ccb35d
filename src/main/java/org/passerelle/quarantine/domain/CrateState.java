package org.passerelle.quarantine.domain;

/** Where a crate stands. */
public enum CrateState {
    /** Being filled at a returns desk. */
    OPEN,
    /** Sealed, and waiting for its release. */
    QUARANTINE,
    /** Its documents have to be treated. */
    TREATMENT,
    INSPECTION,
    /** Its documents go back to their shelves. */
    PUT_AWAY,
    DONE
}

package org.passerelle.circulation.domain;

/** How far the documents of a reservation are. */
public enum DocumentsState {
    TO_PICK, TO_BAG, READY,
    /** Nothing is kept for the patron any more. */
    NONE;

    /** As whom their patron asks for a slot. */
    public Asking patronAsking() {
        return this == READY ? Asking.PATRON_WITH_READY_BAG : Asking.PATRON;
    }
}

package org.passerelle.circulation.reservations.domain;

import org.passerelle.slots.domain.SlotAudience;

/** How far the documents of a reservation are. */
public enum DocumentsState {
    TO_PICK, TO_BAG, READY,
    /** Nothing is kept for the patron any more. */
    NONE;

    /** As whom their patron asks for a slot. */
    public SlotAudience patronAudience() {
        return this == READY ? SlotAudience.PATRON_WITH_READY_BAG : SlotAudience.PATRON;
    }
}

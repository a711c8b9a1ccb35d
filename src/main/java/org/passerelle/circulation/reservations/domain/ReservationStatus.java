package org.passerelle.circulation.reservations.domain;

/**
 * How a reservation stands at the drive: the one place that says who may still come and be served.
 *
 * @param outcome how it ended, or null while it is open
 */
public record ReservationStatus(DocumentsState documents, AppointmentState appointment, ReservationOutcome outcome) {

    public boolean isOpen() {
        return outcome == null;
    }

    /** The bag is ready; also one that nobody came for, until all of it is put back. */
    public boolean canBeHandedOver() {
        return documents == DocumentsState.READY && (isOpen() || outcome == ReservationOutcome.NO_SHOW);
    }

    /** Whether the patron is said to be here and waits for the bag. */
    public boolean isHere() {
        return appointment == AppointmentState.ARRIVED && (isOpen() || canBeHandedOver());
    }

    /** Whether "here I am" still helps. */
    public boolean canArrive() {
        return appointment != AppointmentState.ARRIVED && (isOpen() || canBeHandedOver());
    }
}

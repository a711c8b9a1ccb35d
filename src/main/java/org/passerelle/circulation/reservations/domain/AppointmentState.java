package org.passerelle.circulation.reservations.domain;

/** Where the appointment at the drive stands, apart from the documents. */
public enum AppointmentState {
    BOOKED, ARRIVED,
    /** Not seen in the slot; a new one is offered. */
    MISSED,
    NONE
}

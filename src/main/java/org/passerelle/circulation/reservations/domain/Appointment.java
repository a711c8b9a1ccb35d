package org.passerelle.circulation.reservations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** When a patron is waited for, and whether they came. A new slot begins it anew. */
@Embeddable
class Appointment {

    private UUID slot;
    private Instant slotStartsAt;
    private Instant slotEndsAt;
    private Instant bookedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "appointment")
    private AppointmentState state = AppointmentState.BOOKED;
    private Instant arrivedAt;
    private Instant answerUntil;
    private Instant remindedAt;

    protected Appointment() {
    }

    void book(UUID newSlot, Instant startsAt, Instant endsAt, Instant now) {
        bookedAt = now;
        slot = newSlot;
        slotStartsAt = startsAt;
        slotEndsAt = endsAt;
        state = AppointmentState.BOOKED;
        arrivedAt = null;
        answerUntil = null;
        remindedAt = null;
    }

    boolean isReminderDue() {
        return state == AppointmentState.BOOKED && remindedAt == null && bookedAt.isBefore(reminderAt());
    }

    Instant reminderAt() {
        return slotStartsAt.minus(Duration.ofDays(1));
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    void arrived(Instant now) {
        state = AppointmentState.ARRIVED;
        arrivedAt = now;
    }

    /** @param open whether the reservation still is */
    void notThere(boolean open) {
        state = open && answerUntil == null ? AppointmentState.BOOKED : AppointmentState.MISSED;
        arrivedAt = null;
    }

    void missed(Instant until) {
        state = AppointmentState.MISSED;
        answerUntil = until;
    }

    /** Whoever came after all, and found nothing any more, finds the bag. */
    void hereAfterAll() {
        state = arrivedAt == null ? state : AppointmentState.ARRIVED;
    }

    void end(ReservationOutcome how) {
        state = switch (how) {
            case NO_SHOW -> AppointmentState.MISSED;
            case COLLECTED, PARTLY_COLLECTED -> AppointmentState.ARRIVED;
            default -> AppointmentState.NONE;
        };
    }

    UUID slot() {
        return slot;
    }

    Instant slotStartsAt() {
        return slotStartsAt;
    }

    Instant slotEndsAt() {
        return slotEndsAt;
    }

    Instant bookedAt() {
        return bookedAt;
    }

    AppointmentState state() {
        return state;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    Instant answerUntil() {
        return state == AppointmentState.MISSED ? answerUntil : null;
    }
}

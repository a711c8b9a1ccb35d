package org.passerelle.circulation.reservations.service;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What patrons, and staff in their name, do with a reservation that is made, until its documents are handed over. */
@Service
public class Reservations {

    /** How long before the slot a patron may say "I am here": at the drive, not from home the day before. */
    public static final Duration EARLY_ARRIVAL = Duration.ofHours(1);

    private static final Set<AppointmentState> HOLDS_A_PLACE =
            EnumSet.of(AppointmentState.BOOKED, AppointmentState.ARRIVED);

    private final ReservationAccess access;
    private final PickupSlots slots;
    private final ReservationCopies copies;
    private final LoanBook loans;
    private final DrivePickupProcess process;
    private final ReservationNews news;
    private final AppClock clock;

    Reservations(ReservationAccess access, PickupSlots slots, ReservationCopies copies, LoanBook loans,
                 DrivePickupProcess process, ReservationNews news, AppClock clock) {
        this.access = access;
        this.slots = slots;
        this.copies = copies;
        this.loans = loans;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /** Moves the appointment, until the handover; a missed one is booked anew. */
    @Gesture
    public Outcome<Void> changeSlot(ReservationId id, Instant newStart) {
        return moveTo(id, newStart, false);
    }

    /** The same. @param spoken staff have just told the patron by word of mouth: nobody calls to say it again */
    @Gesture
    public Outcome<Void> changeSlot(ReservationId id, Instant newStart, boolean spoken) {
        return moveTo(id, newStart, spoken && access.user().isStaff());
    }

    private Outcome<Void> moveTo(ReservationId id, Instant newStart, boolean spoken) {
        Reservation reservation = access.toChange(id);
        if (!reservation.isOpen()) {
            return Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        if (newStart.equals(reservation.slotStartsAt()) && HOLDS_A_PLACE.contains(reservation.appointment())) {
            return Outcome.done();
        }
        Outcome<BookedSlot> booked = slots.takeInsteadOf(reservation.slot(), reservation.branch(), newStart,
                access.user().isStaff() ? SlotAudience.STAFF : reservation.documents().patronAudience());
        if (booked instanceof Outcome.Refused<BookedSlot> refused) {
            return Outcome.refused(refused.reason(), refused.args());
        }
        freeSlot(reservation);
        reservation.book(booked.value().id(), booked.value().startsAt(), booked.value().endsAt(), clock.instant());
        news.tell(reservation, channel(), "journal.drive-pickup.slotChanged", reservation.slotStartsAt());
        if (!process.slotChanged(id, missedAt(reservation), reservation.reminderAt())) {
            throw new IllegalStateException("open reservation " + id.value() + " waits for no appointment");
        }
        if (spoken) {
            news.confirmWithCalendar(reservation, "drive-slot-changed");
        } else {
            news.writeWithCalendar(reservation, "drive-slot-changed");
        }
        process.factsChanged(id);
        return Outcome.done();
    }

    /** Gives it up; possible until the handover. What has left the shelf goes back to it through a task. */
    @Gesture
    public Outcome<Void> cancel(ReservationId id) {
        return giveUp(id, false);
    }

    /** The same. @param spoken staff have just told the patron by word of mouth: nobody calls to say it again */
    @Gesture
    public Outcome<Void> cancel(ReservationId id, boolean spoken) {
        return giveUp(id, spoken && access.user().isStaff());
    }

    private Outcome<Void> giveUp(ReservationId id, boolean spoken) {
        Reservation reservation = access.toChange(id);
        if (!reservation.isOpen()) {
            return Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        reservation.end(ReservationOutcome.CANCELLED, clock.instant(), access.user().accountId());
        freeSlot(reservation);
        copies.release(reservation);
        loans.voidOf(reservation);
        news.tell(reservation, channel(), "journal.drive-pickup.cancelled");
        if (!process.cancelled(id, reservation.hasToPutBack(), spoken)) {
            throw new IllegalStateException("open reservation " + id.value() + " cannot be cancelled");
        }
        return Outcome.done();
    }

    /** The patron is at the drive: in time, early, late, or after all while the bag still stands there. */
    @Gesture
    public Outcome<Void> arrived(ReservationId id) {
        Reservation reservation = access.toChange(id);
        Instant now = clock.instant();
        if (!access.user().isStaff() && reservation.slotStartsAt().minus(EARLY_ARRIVAL).isAfter(now)) {
            return Outcome.refused(CirculationRefusal.TOO_EARLY_TO_ARRIVE);
        }
        return arrive(reservation, now);
    }

    public Outcome<Void> arrive(Reservation reservation, Instant now) {
        if (!reservation.standing().canArrive()) {
            return reservation.standing().isHere() ? news.alreadyDone(reservation.id(), "journal.drive-pickup.arrived")
                    : Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        reservation.arrived(now);
        news.tell(reservation, channel(), "journal.drive-pickup.arrived");
        if (!process.patronArrived(reservation.id())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        process.factsChanged(reservation.id());
        return Outcome.done();
    }

    /** Staff took somebody else for the patron: the appointment waits again as it did before, with its deadlines. */
    @Gesture
    public Outcome<Void> notThere(ReservationId id) {
        Reservation reservation = access.toServe(id);
        if (!reservation.standing().isHere()) {
            return reservation.isOpen() ? news.alreadyDone(id, "journal.drive-pickup.notThere")
                    : Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        reservation.notThere();
        news.tell(reservation, Channel.STAFF, "journal.drive-pickup.notThere");
        Instant waitsUntil = reservation.answerUntil() == null ? missedAt(reservation) : reservation.answerUntil();
        if (!process.notThere(id, waitsUntil)) {
            throw new IllegalStateException("nobody is said to be here for reservation " + id.value());
        }
        process.factsChanged(id);
        return Outcome.done();
    }

    /** A place nobody will use is free for others, as long as somebody could still use it. */
    public void freeSlot(Reservation reservation) {
        if (reservation.slotEndsAt().isAfter(clock.instant())) {
            slots.giveBack(reservation.slot());
        }
    }

    private Instant missedAt(Reservation reservation) {
        return slots.missedAt(reservation.branch(), reservation.slotEndsAt());
    }

    private Channel channel() {
        return access.user().has(Role.PATRON) ? Channel.ONLINE : Channel.STAFF;
    }
}

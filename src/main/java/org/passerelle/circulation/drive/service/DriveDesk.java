package org.passerelle.circulation.drive.service;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.LoanBook;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationCopies;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** At the drive: bags are handed over. */
@Service
public class DriveDesk {

    private static final Set<LineState> IN_BAG = EnumSet.of(LineState.BAGGED, LineState.TO_PUT_BACK);

    private final ReservationAccess access;
    private final Reservations reservations;
    private final ReservationCopies copies;
    private final LoanBook loanBook;
    private final PickupSlots slots;
    private final BranchRepository branches;
    private final DrivePickupProcess process;
    private final ReservationNews news;
    private final AppClock clock;

    DriveDesk(ReservationAccess access, Reservations reservations,
              ReservationCopies copies, LoanBook loanBook, PickupSlots slots, BranchRepository branches,
              DrivePickupProcess process, ReservationNews news, AppClock clock) {
        this.access = access;
        this.reservations = reservations;
        this.copies = copies;
        this.loanBook = loanBook;
        this.slots = slots;
        this.branches = branches;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Hands over these documents; their loans start. The rest of the bag goes back to its shelves. A patron not yet
     * marked as arrived is marked so.
     *
     * @param lines what the patron takes; at least one, and only what is in the bag
     */
    @Gesture
    public Outcome<Void> handOver(ReservationId id, Set<UUID> lines) {
        return handOver(id, lines, left -> process.handedOver(id, left));
    }

    /** The same, for whoever works on that very task. */
    @Gesture
    public Outcome<Void> handOver(TaskRef task, ReservationId id, Set<UUID> lines) {
        return handOver(id, lines, left -> process.handedOver(task, id, left));
    }

    private Outcome<Void> handOver(ReservationId id, Set<UUID> lines, Predicate<Boolean> completed) {
        Reservation reservation = access.toServe(id);
        if (!reservation.canBeHandedOver()) {
            return Outcome.refused(reservation.isOpen() ? CirculationRefusal.BAG_NOT_READY
                    : CirculationRefusal.RESERVATION_OVER);
        }
        List<ReservationLine> bag = reservation.lines().stream().filter(line -> IN_BAG.contains(line.state())).toList();
        List<ReservationLine> taken = bag.stream().filter(line -> lines.contains(line.id())).toList();
        if (taken.isEmpty()) {
            return Outcome.refused(CirculationRefusal.NOTHING_HANDED_OVER);
        }
        Instant now = clock.instant();
        if (reservation.appointment() != AppointmentState.ARRIVED) {
            Outcome<Void> arrival = reservations.arrive(reservation, now);
            if (!arrival.isDone()) {
                return arrival;
            }
        }
        List<UUID> takenCopies = taken.stream().map(ReservationLine::copy).sorted().toList();
        Map<UUID, Instant> due = loanBook.start(reservation, takenCopies,
                branches.findById(reservation.branch()).orElseThrow().zone());
        if (reservation.slotStartsAt().isAfter(now)) {
            slots.giveBack(reservation.slot());
        }
        copies.lend(reservation, due);
        taken.forEach(line -> reservation.collected(line.id()));
        int asked = reservation.lines().size();
        boolean all = taken.size() == asked;
        reservation.end(all ? ReservationOutcome.COLLECTED : ReservationOutcome.PARTLY_COLLECTED, now,
                access.user().accountId());
        copies.release(reservation);
        loanBook.voidOf(reservation);
        news.tell(reservation, Channel.DESK, all ? "journal.drive-pickup.collected"
                : "journal.drive-pickup.partlyCollected", taken.size(), asked);
        news.nothingMoreToTell(reservation);
        if (!completed.test(reservation.hasToPutBack())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        return Outcome.done();
    }

    /**
     * Handed over by mistake, a moment ago and by whoever takes it back: the bag is as it was, nothing has been lent, and its
     * patron waits for it. The patron who was said to be here still is.
     *
     * @return the task in which it is handed over; {@link CommonRefusal#CANNOT_BE_TAKEN_BACK} once a document of it has moved
     *         on, or somebody else has the place in the slot that it had given back
     */
    @Gesture
    public Outcome<TaskRef> notHandedOver(ReservationId id) {
        Reservation reservation = access.toServe(id);
        Instant now = clock.instant();
        if (!reservation.isHandedOver(access.user().accountId(), now.minus(Journal.TAKEN_BACK_WITHIN))) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        Instant handedOver = reservation.endedAt();
        boolean hadGivenBackItsPlace = reservation.slotStartsAt().isAfter(handedOver);
        List<UUID> bag = reservation.notHandedOver().stream().map(ReservationLine::copy).toList();
        if (hadGivenBackItsPlace && !takeAgain(reservation) || !copies.backInBag(reservation, bag)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        loanBook.notStarted(reservation, bag);
        news.tell(reservation, Channel.DESK, "journal.drive-pickup.notHandedOver");
        news.tellAfterAll(reservation, handedOver);
        return Outcome.done(process.notHandedOver(id));
    }

    private boolean takeAgain(Reservation reservation) {
        return slots.take(reservation.branch(), reservation.slotStartsAt(), SlotAudience.STAFF) instanceof Outcome.Done<BookedSlot> same
                && same.value().id().equals(reservation.slot());
    }
}

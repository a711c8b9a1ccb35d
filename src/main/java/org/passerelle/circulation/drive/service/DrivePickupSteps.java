package org.passerelle.circulation.drive.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.LoanBook;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationCopies;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the drive-pickup process does by itself. A step never tells the process anything: it answers it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DrivePickupSteps {

    private final ReservationAccess access;
    private final ReservationCopies copies;
    private final LoanBook loans;
    private final PickupSlots slots;
    private final PatronRepository patrons;
    private final BranchRepository branches;
    private final ReservationNews news;
    private final AppClock clock;

    DrivePickupSteps(ReservationAccess access, ReservationCopies copies, LoanBook loans, PickupSlots slots,
                     PatronRepository patrons, BranchRepository branches, ReservationNews news, AppClock clock) {
        this.access = access;
        this.copies = copies;
        this.loans = loans;
        this.slots = slots;
        this.patrons = patrons;
        this.branches = branches;
        this.news = news;
        this.clock = clock;
    }

    public void tellReady(ReservationId id) {
        Reservation reservation = find(id);
        boolean somethingMissing = reservation.lines().stream().anyMatch(line -> line.state() == LineState.MISSING);
        news.write(reservation, somethingMissing ? "drive-ready-partly" : "drive-ready");
    }

    public void remind(ReservationId id) {
        Reservation reservation = find(id);
        if (reservation.isReminderDue()) {
            reservation.reminded(clock.instant());
            news.write(reservation, "drive-reminder");
        }
    }

    /** A timer is about to take tasks away: it locks the reservation first, like any gesture that works on it. */
    public void keep(ReservationId id) {
        find(id);
    }

    /** @return when the offer lapses */
    public Instant offerNewSlot(ReservationId id) {
        Reservation reservation = find(id);
        Instant until = clock.instant().plus(slots.rules(reservation.branch()).offer());
        reservation.missed(until);
        news.tell(reservation, Channel.SYSTEM, "journal.drive-pickup.missed");
        Patron patron = patrons.findById(reservation.patron()).orElseThrow();
        news.write(reservation, "drive-missed", Map.of("until", DateTimes.dayAndTime(until,
                branches.findById(reservation.branch()).orElseThrow().zone(), patron.locale())), List.of());
        return until;
    }

    /** @return whether something has to go back to its shelf */
    public boolean closeMissed(ReservationId id) {
        Reservation reservation = find(id);
        reservation.end(ReservationOutcome.NO_SHOW, clock.instant(), null);
        copies.release(reservation);
        loans.voidOf(reservation);
        news.tell(reservation, Channel.SYSTEM, "journal.drive-pickup.noShow");
        news.write(reservation, "drive-no-show");
        return reservation.hasToPutBack();
    }

    /** @param spoken the patron has heard it by word of mouth */
    public void tellCancelled(ReservationId id, boolean spoken) {
        if (spoken) {
            news.confirmWithCalendar(find(id), "drive-cancelled");
        } else {
            news.writeWithCalendar(find(id), "drive-cancelled");
        }
    }

    public void tellNothingFound(ReservationId id) {
        news.writeWithCalendar(find(id), "drive-nothing-found");
    }

    private Reservation find(ReservationId id) {
        return access.toAdvance(id);
    }
}

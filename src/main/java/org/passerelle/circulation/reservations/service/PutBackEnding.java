package org.passerelle.circulation.reservations.service;

import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.springframework.stereotype.Component;

/** The last of a bag is on its shelf again, and the case ends. */
@Component
public class PutBackEnding implements DeferredCommands.Handler {

    private static final String DONE = "journal.drive-pickup.putBack";

    private final DrivePickupProcess process;
    private final DeferredCommands deferred;
    private final ReservationNews news;

    PutBackEnding(DrivePickupProcess process, DeferredCommands deferred, ReservationNews news) {
        this.process = process;
        this.deferred = deferred;
        this.news = news;
    }

    /** Whoever works on the task sees it done. */
    public void now(Reservation reservation) {
        tell(reservation);
        carryOut(reservation.id().value());
    }

    /** Whoever scans a pile does not wait for the engine. */
    public void soon(Reservation reservation) {
        tell(reservation);
        deferred.add(DrivePickupProcess.caseOf(reservation.id()));
    }

    private void tell(Reservation reservation) {
        if (reservation.lines().stream().anyMatch(line -> line.state() == LineState.PUT_BACK)) {
            news.tell(reservation, Channel.STAFF, DONE);
        }
    }

    /** Whether all was put back by the person signed in, a moment ago; one that was cut from its patron stays as it is. */
    public boolean canBeTakenBack(Reservation reservation) {
        return !reservation.isOpen() && !reservation.hasToPutBack() && reservation.patron() != null && news.canBeTakenBack(reservation.id(), DONE);
    }

    /** The last of it is not on its shelf after all. @return the task in which it is put back */
    public TaskRef takeBack(Reservation reservation) {
        news.tell(reservation, Channel.STAFF, "journal.drive-pickup.notPutBack");
        // What the engine has not heard yet it does not hear.
        deferred.take(DrivePickupProcess.caseOf(reservation.id()));
        return process.notAllPutBack(reservation.id(), reservation.standing().isHere());
    }

    @Override
    public String processKey() {
        return DrivePickupProcess.KEY;
    }

    @Override
    public void carryOut(UUID reservation) {
        ReservationId id = new ReservationId(reservation);
        if (!process.allPutBack(id)) {
            throw new IllegalStateException("nobody waits for what reservation " + reservation + " has put back");
        }
        news.linesChanged(id);
    }
}

package org.passerelle.circulation.service;

import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.LineState;
import org.passerelle.circulation.domain.Reservation;
import org.passerelle.circulation.process.DrivePickupProcess;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.SettledCases;
import org.springframework.stereotype.Component;

/** The last of a bag is on its shelf again, and the case ends. */
@Component
class PutBackEnding implements SettledCases.Mover {

    private final DrivePickupProcess process;
    private final SettledCases settled;
    private final CaseNews news;

    PutBackEnding(DrivePickupProcess process, SettledCases settled, CaseNews news) {
        this.process = process;
        this.settled = settled;
        this.news = news;
    }

    /** Whoever works on the task sees it done. */
    void now(Reservation reservation) {
        tell(reservation);
        moveOn(reservation.id().value());
    }

    /** Whoever scans a pile does not wait for the engine. */
    void soon(Reservation reservation) {
        tell(reservation);
        settled.add(DrivePickupProcess.caseOf(reservation.id()));
    }

    private void tell(Reservation reservation) {
        if (reservation.lines().stream().anyMatch(line -> line.state() == LineState.PUT_BACK)) {
            news.tell(reservation, Channel.STAFF, "journal.drive-pickup.putBack");
        }
    }

    @Override
    public String processKey() {
        return DrivePickupProcess.KEY;
    }

    @Override
    public void moveOn(UUID reservation) {
        ReservationId id = new ReservationId(reservation);
        if (!process.allPutBack(id)) {
            throw new IllegalStateException("nobody waits for what reservation " + reservation + " has put back");
        }
        news.linesChanged(id);
    }
}

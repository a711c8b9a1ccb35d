package org.passerelle.circulation.waiting.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.WaitState;

/**
 * A wait as a screen shows it.
 *
 * @param branchPhone or null
 * @param position   1 for whoever is next; 0 when it is not (any more) in the queue
 * @param expectedOn the day at the branch on which a copy is expected for that position, or null
 * @param hasCopies  that branch has a copy of it, here or away
 * @param wantedUntil the last day on which it is wanted
 * @param offerUntil the deadline of an offer, or null
 * @param atALimit   a copy has gone to somebody else as the patron was at a limit, and the patron still is
 * @param reservationToken what a link to the reservation carries that the offer has become, or null
 */
public record WaitDetails(WaitId id, UUID patron, TitleInfo title, UUID branch, String branchName, String branchPhone, ZoneId zone,
                          WaitState state, int position, LocalDate expectedOn, boolean hasCopies, LocalDate wantedUntil, Instant offerUntil,
                          boolean atALimit, String reservationToken) {

    public boolean isOpen() {
        return isInQueue() || isOffered();
    }

    /** No copy has been offered yet. */
    public boolean isInQueue() {
        return state == WaitState.WAITING || state == WaitState.CHOSEN;
    }

    public boolean isOffered() {
        return state == WaitState.OFFERED;
    }
}

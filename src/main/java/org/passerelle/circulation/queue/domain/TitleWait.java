package org.passerelle.circulation.queue.domain;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.circulation.WaitId;
import org.passerelle.platform.security.LinkHolders;

/**
 * One person's wait for one title at one branch.
 *
 * @param token       long and random: what a link carries
 * @param wantedUntil when it ends by itself
 * @param position    1 for whoever is next; 0 when it is not (any more) in the queue
 * @param copy        the copy set aside or offered last, or null
 * @param offerUntil  the deadline of that offer, or null
 * @param inHand      whether that copy stands apart: somebody held it when it was set aside
 * @param passedOver  whether a copy has once gone to somebody else, as its patron was at a limit
 * @param reservation what the offer has become, or null
 * @param endedAt     null while it is open
 */
public record TitleWait(WaitId id, String token, UUID patron, UUID title, UUID branch, Instant askedAt,
                        Instant wantedUntil, WaitState state, int position, UUID copy, Instant offerUntil,
                        boolean inHand, boolean passedOver, UUID reservation,
                        Instant endedAt) implements LinkHolders.Linked {

    public TitleWaits.TitleAt queue() {
        return new TitleWaits.TitleAt(title, branch);
    }

    public boolean isOpen() {
        return state == WaitState.WAITING || hasCopy();
    }

    /** Whether a copy is kept for it. */
    public boolean hasCopy() {
        return state == WaitState.CHOSEN || state == WaitState.OFFERED;
    }
}

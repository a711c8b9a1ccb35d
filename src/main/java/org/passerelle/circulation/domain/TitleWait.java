package org.passerelle.circulation.domain;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.circulation.WaitId;

/**
 * One person's wait for one title at one branch.
 *
 * @param token       long and random: what a link carries
 * @param wantedUntil when it ends by itself
 * @param position    1 for whoever is next; 0 when it is not (any more) in the line
 * @param copy        the copy offered last, or null
 * @param offerUntil  the deadline of that offer, or null
 */
public record TitleWait(WaitId id, String token, UUID patron, UUID title, UUID branch, Instant askedAt,
                        Instant wantedUntil, WaitState state, int position, UUID copy, Instant offerUntil) {
}

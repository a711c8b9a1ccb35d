package org.passerelle.team.members;

import java.util.UUID;

/**
 * Somebody is in another team from now on, in one for the first time or in none any more, or works otherwise in the same one;
 * told within the transaction.
 *
 * @param from or null
 * @param to   or null
 */
public record AgentMoved(UUID account, UUID from, UUID to) {
}

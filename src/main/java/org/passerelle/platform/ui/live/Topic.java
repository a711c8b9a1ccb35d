package org.passerelle.platform.ui.live;

import java.util.UUID;

/**
 * Something that screens show and that has changed. Published as an application event within the transaction; open
 * screens hear of it after commit.
 *
 * @param kind what changed, for example {@code branch-day}
 * @param id   of which one, or null for all
 */
public record Topic(String kind, UUID id) {
}

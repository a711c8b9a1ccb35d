package org.passerelle.circulation.reservations.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.journal.Journal.Channel;

/** What is asked for: these titles, for that patron, at that branch and slot, by that way. */
public record ReserveCommand(UUID patron, UUID branch, Instant slotStartsAt, List<UUID> titles, Channel channel) {

    /** Far above any limit a library sets; what it protects is the server. */
    public static final int MOST_TITLES = 100;

    public ReserveCommand {
        titles = titles.stream().distinct().sorted().toList();
    }
}

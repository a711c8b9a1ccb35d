package org.passerelle.platform.security;

import java.time.Duration;
import java.time.Instant;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * For how long the link in a message goes on showing a case that has ended. Messages are kept, forwarded and read by
 * others: after some days the link tells only that it is over, not who had asked for what.
 */
@Component
public class LinkLifetime {

    private final Duration afterTheEnd;
    private final AppClock clock;

    LinkLifetime(@Value("${passerelle.links.lapse-after:7d}") Duration afterTheEnd, AppClock clock) {
        this.afterTheEnd = afterTheEnd;
        this.clock = clock;
    }

    /** @param endedAt null while the case is open */
    public boolean hasLapsed(Instant endedAt) {
        return endedAt != null && !clock.instant().isBefore(endedAt.plus(afterTheEnd));
    }
}

package org.passerelle.platform.security.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.passerelle.platform.security.RecentlyTried;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.web.VisitorAddress;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Counts the sign-ins that come from an address, so that nobody tries one password on every account. A library's people
 * may all share one address, so that many are let through; the right password is not counted. Only the last addresses
 * are remembered.
 */
@Component
public class AddressThrottle {

    static final int TRIES = 60;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private final AppClock clock;
    private final Map<String, Tries> tries = new RecentlyTried<>();

    AddressThrottle(AppClock clock) {
        this.clock = clock;
    }

    /** @param told that sign-ins were sent back */
    private record Tries(int made, Instant until, boolean told) {
    }

    /** Counts the sign-in, before its password is looked at; false when there were too many. */
    public synchronized boolean mayTry(String address) {
        Instant now = clock.instant();
        Tries known = tries.get(VisitorAddress.of(address));
        if (known == null || !now.isBefore(known.until())) {
            known = new Tries(0, now.plus(WINDOW), false);
        }
        if (known.made() >= TRIES) {
            return false;
        }
        tries.put(VisitorAddress.of(address), new Tries(known.made() + 1, known.until(), known.told()));
        return true;
    }

    /** Whether nobody has asked so since the address was first sent back in its window: one flood is told of once. */
    synchronized boolean isFirstSentBack(String address) {
        Tries known = tries.get(VisitorAddress.of(address));
        if (known == null || known.told()) {
            return false;
        }
        tries.put(VisitorAddress.of(address), new Tries(known.made(), known.until(), true));
        return true;
    }

    /** Takes back that one sign-in only: who knows one password may not try others without end. */
    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            tries.computeIfPresent(VisitorAddress.of(details.getRemoteAddress()),
                    (address, known) -> new Tries(Math.max(0, known.made() - 1), known.until(), known.told()));
        }
    }

    synchronized int remembered() {
        return tries.size();
    }
}

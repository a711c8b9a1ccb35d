package org.passerelle.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.platform.time.AppClock;
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
class ClientAddresses {

    static final int TRIES = 60;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int REMEMBERED = 10_000;
    /** Of an IPv6 address, what its holder cannot choose: 64 bits. */
    private static final int GROUPS = 4;
    private static final int LONGEST = 45;

    private final AppClock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    ClientAddresses(AppClock clock) {
        this.clock = clock;
    }

    private record Tries(int made, Instant until) {
    }

    /** Counts the sign-in, before its password is looked at; false when there were too many. */
    synchronized boolean mayTry(String address) {
        Instant now = clock.instant();
        Tries known = tries.get(key(address));
        if (known == null || !now.isBefore(known.until())) {
            known = new Tries(0, now.plus(WINDOW));
        }
        if (known.made() >= TRIES) {
            return false;
        }
        tries.put(key(address), new Tries(known.made() + 1, known.until()));
        return true;
    }

    /** Takes back that one sign-in only: who knows one password may not try others without end. */
    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            tries.computeIfPresent(key(details.getRemoteAddress()),
                    (address, known) -> new Tries(Math.max(0, known.made() - 1), known.until()));
        }
    }

    synchronized int remembered() {
        return tries.size();
    }

    private static String key(String address) {
        String known = address.substring(0, Math.min(LONGEST, address.length()));
        if (!known.contains(":") || known.contains(".")) {
            return known;
        }
        String[] groups = known.split("::", 2)[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(GROUPS, groups.length)));
    }
}

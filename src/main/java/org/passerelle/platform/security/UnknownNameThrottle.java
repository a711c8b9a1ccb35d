package org.passerelle.platform.security;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/**
 * Names that somebody tried to sign in with and that no account has. They rest as accounts do, so that the answer tells
 * nobody which names exist. Only the last ones are remembered.
 */
@Component
class UnknownNameThrottle {

    private static final int LONGEST = 60;

    private final AppClock clock;
    private final Map<String, Tries> tries = new RecentlyTried<>();

    UnknownNameThrottle(AppClock clock) {
        this.clock = clock;
    }

    private record Tries(int failed, Instant restsUntil) {
    }

    /** Counts the sign-in; false while the name rests. */
    synchronized boolean mayTry(String name) {
        Tries known = tries.getOrDefault(key(name), new Tries(0, Instant.MIN));
        Instant now = clock.instant();
        if (now.isBefore(known.restsUntil())) {
            return false;
        }
        tries.put(key(name), known.failed() + 1 < Account.ATTEMPTS ? new Tries(known.failed() + 1, Instant.MIN)
                : new Tries(0, now.plus(Account.REST)));
        return true;
    }

    private static String key(String name) {
        return name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT);
    }
}

package org.passerelle.platform.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/**
 * Names that somebody tried to sign in with and that no account has. They rest as accounts do, so that the answer tells
 * nobody which names exist. Only the last ones are remembered.
 */
@Component
class UnknownNames {

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 60;

    private final AppClock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    UnknownNames(AppClock clock) {
        this.clock = clock;
    }

    private record Tries(int failed, Instant restsUntil) {
    }

    synchronized boolean rests(String name) {
        Tries known = tries.get(key(name));
        return known != null && clock.instant().isBefore(known.restsUntil());
    }

    synchronized void failed(String name) {
        tries.compute(key(name), (key, before) -> {
            int failed = before == null ? 1 : before.failed() + 1;
            return failed < Account.ATTEMPTS ? new Tries(failed, Instant.MIN)
                    : new Tries(0, clock.instant().plus(Account.REST));
        });
    }

    private static String key(String name) {
        return name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT);
    }
}

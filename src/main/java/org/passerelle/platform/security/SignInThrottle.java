package org.passerelle.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.passerelle.platform.time.AppClock;

/**
 * Counts the sign-ins of each of those who try, before the password is looked at; past a number of them they wait. Only
 * the last who tried are remembered, so that nobody fills the memory.
 */
public abstract class SignInThrottle {

    static final int REMEMBERED = 10_000;

    private final AppClock clock;
    private final int most;
    private final Duration span;
    private final Since since;
    private final UnaryOperator<String> key;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** From when on it lasts until whoever has tried too often may try again. */
    public enum Since {
        /** The tries of one span are counted together, and the next span begins anew. */
        FIRST_TRY,
        /** Tries are counted however far apart they are, and the last one that is let through begins a rest. */
        LAST_TRY
    }

    /** @param key what all that one of them may write is counted under */
    protected SignInThrottle(AppClock clock, int most, Duration span, Since since, UnaryOperator<String> key) {
        this.clock = clock;
        this.most = most;
        this.span = span;
        this.since = since;
        this.key = key;
    }

    /**
     * @param until when they are forgotten
     * @param told  that sign-ins were sent back
     */
    private record Tries(int made, Instant until, boolean told) {
    }

    /** Counts the sign-in; false when there were too many. */
    public synchronized boolean mayTry(String who) {
        Instant now = clock.instant();
        Tries known = tries.get(key.apply(who));
        if (known == null || !now.isBefore(known.until())) {
            known = new Tries(0, since == Since.FIRST_TRY ? now.plus(span) : Instant.MAX, false);
        }
        if (known.made() >= most) {
            return false;
        }
        boolean isLast = known.made() + 1 == most;
        tries.put(key.apply(who), new Tries(known.made() + 1, since == Since.LAST_TRY && isLast ? now.plus(span) : known.until(),
                known.told()));
        return true;
    }

    /** Whether nobody has asked so since they were first sent back: one flood is told of once. */
    public synchronized boolean isFirstSentBack(String who) {
        Tries known = tries.get(key.apply(who));
        if (known == null || known.told()) {
            return false;
        }
        tries.put(key.apply(who), new Tries(known.made(), known.until(), true));
        return true;
    }

    /** Takes back one sign-in only: who knows one password may not try others without end. */
    protected synchronized void takeBack(String who) {
        tries.computeIfPresent(key.apply(who),
                (name, known) -> new Tries(Math.max(0, known.made() - 1), known.until(), known.told()));
    }

    synchronized int remembered() {
        return tries.size();
    }
}

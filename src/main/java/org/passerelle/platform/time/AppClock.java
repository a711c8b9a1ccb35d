package org.passerelle.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock of the product, in UTC. It follows the system's until it is set, which tests and the trial library do;
 * the process engine's clock is set with it.
 */
public class AppClock extends Clock {

    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Instant fixed;

    /** @param follower told each instant the clock is set to, at once if it is set by now, and null when it runs freely */
    public void follow(Consumer<Instant> follower) {
        followers.add(follower);
        Instant set = fixed;
        if (set != null) {
            follower.accept(set);
        }
    }

    public void setTo(Instant instant) {
        fixed = instant;
        followers.forEach(f -> f.accept(instant));
    }

    public void advance(Duration by) {
        setTo(instant().plus(by));
    }

    public void runFreely() {
        fixed = null;
        followers.forEach(f -> f.accept(null));
    }

    @Override
    public Instant instant() {
        Instant set = fixed;
        // PostgreSQL keeps microseconds: what is compared after a round trip must be equal.
        return (set != null ? set : Instant.now()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("ask the branch for its zone, and this clock for the instant");
    }
}

package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.passerelle.platform.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a gesture fail on purpose before each row it writes, each command of the engine that writes, and its commit.
 * Nothing of it may stay; without the failure it is done whole. What only reads changes nothing: that a failure there
 * does not either is tried with one gesture of each module.
 */
public final class FailurePoints {

    /** A row and the commit: with fewer the watcher has seen nothing. */
    private static final int FEWEST_POINTS = 2;

    private FailurePoints() {
    }

    public static void allOrNothing(JdbcClient jdbc, Supplier<Outcome<?>> gesture) {
        allOrNothing(jdbc, FailurePoints::strikesWrite, gesture);
    }

    /** The same before each statement, those that only read too. */
    public static void allOrNothingAtEachStatement(JdbcClient jdbc, Supplier<Outcome<?>> gesture) {
        allOrNothing(jdbc, (point, work) -> strikes(point, 1, sql -> true, work), gesture);
    }

    /** The same for a gesture of which others hear after its commit: what they then do is no part of it. */
    public static void allOrNothingUpToItsCommit(JdbcClient jdbc, Supplier<Outcome<?>> gesture) {
        allOrNothing(jdbc, FailurePoints::strikesBeforeTheEnd, gesture);
    }

    private static void allOrNothing(JdbcClient jdbc, Strike strike, Supplier<Outcome<?>> gesture) {
        String before = Consistency.fingerprint(jdbc);
        int point = 1;
        while (strikesAt(strike, point, gesture)) {
            assertThat(Consistency.fingerprint(jdbc)).as("after a failure at point %d", point).isEqualTo(before);
            point++;
        }
        assertThat(point).isGreaterThan(FEWEST_POINTS);
        assertThat(Consistency.fingerprint(jdbc)).isNotEqualTo(before);
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    private interface Strike {

        /** @return false when the work was done before it came to that point */
        boolean at(int point, Runnable work);
    }

    /**
     * The same for work that nobody waits for: what it does when it fails is its own affair, as long as nothing of it
     * stays and it is done when it is called again.
     */
    public static void doneByAndBy(JdbcClient jdbc, Runnable work) {
        String before = Consistency.fingerprint(jdbc);
        for (int point = 1; strikesWrite(point, work); point++) {
            assertThat(Consistency.fingerprint(jdbc)).as("after a failure at point %d", point).isEqualTo(before);
        }
        assertThat(Consistency.fingerprint(jdbc)).isNotEqualTo(before);
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    /** @return false when the gesture was done before it came to that point */
    private static boolean strikesAt(Strike strike, int point, Supplier<Outcome<?>> gesture) {
        AtomicBoolean done = new AtomicBoolean();
        boolean struck = strike.at(point, () -> done.set(gesture.get().isDone()));
        assertThat(done.get()).as("done, struck at point %d: %s", point, struck).isNotEqualTo(struck);
        return struck;
    }

    /** Plants one failure, before the row write or the commit of that number. */
    static boolean strikesWrite(int point, Runnable work) {
        return strikesWrites(point, 1, work);
    }

    /**
     * Plants that many failures in a row, the first before the row write or the commit of that number.
     *
     * @return false when the work was done before it came to that point
     */
    public static boolean strikesWrites(int point, int failures, Runnable work) {
        return strikes(point, failures, FailurePoints::writes, work);
    }

    private static boolean writes(String sql) {
        return !sql.stripLeading().regionMatches(true, 0, "select", 0, 6);
    }

    /** The same, the commit being the last that counts. */
    private static boolean strikesBeforeTheEnd(int point, Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        return strikes(point, 1, sql -> sql.equals(Statements.Watcher.COMMIT) ? !over.getAndSet(true)
                : writes(sql) && !over.get(), work);
    }

    private static boolean strikes(int point, int failures, Predicate<String> counts, Runnable work) {
        AtomicInteger reached = new AtomicInteger();
        try {
            Statements.watchedBy(sql -> {
                if (counts.test(sql)) {
                    int after = reached.incrementAndGet() - point;
                    if (after >= 0 && after < failures) {
                        throw new SQLException("planted before " + sql);
                    }
                }
            }, work);
        } catch (RuntimeException struck) {
            // Which one it is depends on who sent the statement.
            assertThat(reached).hasValueGreaterThanOrEqualTo(point);
        }
        return reached.get() >= point;
    }
}

package org.passerelle.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** How long a test waits for anything at most, and how it waits for what others do at the same moment. */
public final class Patience {

    /** Generous, for a busy machine is no failure of the product; what lasts longer hangs. */
    public static final Duration LIMIT = Duration.ofMinutes(4);

    private Patience() {
    }

    /** Several people who act at the same moment, each on a thread of their own; what each got, in their order. */
    public static <T> List<T> atOnce(List<? extends Callable<? extends T>> people) {
        CyclicBarrier start = new CyclicBarrier(people.size());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<T>> acting = new ArrayList<>();
            for (Callable<? extends T> person : people) {
                acting.add(threads.submit(() -> {
                    start.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
                    return person.call();
                }));
            }
            List<T> got = new ArrayList<>();
            for (Future<T> one : acting) {
                got.add(within(one));
            }
            return got;
        } finally {
            // Not closed: that would wait for who hangs.
            threads.shutdownNow();
        }
    }

    /** The same gesture of several people at the same moment. */
    public static <T> List<T> atOnce(int people, Callable<? extends T> gesture) {
        return atOnce(Collections.nCopies(people, gesture));
    }

    /** What somebody else does, on another thread and to its end. */
    public static void elsewhere(Runnable work) {
        atOnce(1, Executors.callable(work));
    }

    /** @throws AssertionError when it fails, or is not done within the limit */
    public static <T> T within(Future<T> answer) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (TimeoutException hangs) {
            answer.cancel(true);
            throw new AssertionError("no answer within " + LIMIT, hangs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for what another thread brings about. */
    public static void until(BooleanSupplier reached) {
        for (long end = System.nanoTime() + LIMIT.toNanos(); !reached.getAsBoolean(); Thread.onSpinWait()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not reached within " + LIMIT);
            }
        }
    }
}

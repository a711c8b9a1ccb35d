package org.passerelle.platform.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * One kind of data about people that a module keeps for a time. A module contributes each as a bean; what is told about it
 * on screens is {@code kept.<key>}, and its setting is {@code passerelle.keep.<key>}.
 */
public interface KeptData {

    /** Never changes: its case and its figures are found by it. */
    String key();

    /** After its end. */
    Duration keepFor();

    /**
     * Forgets some of what ended before that instant, inside the caller's transaction: statistics stay as they are.
     *
     * @return how many rows: fewer than {@code atMost} once nothing is left to forget
     */
    int forget(Instant before, int atMost);
}

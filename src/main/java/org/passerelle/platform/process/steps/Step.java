package org.passerelle.platform.process.steps;

import java.time.Instant;

/**
 * One step of a case.
 *
 * @param messageKey of its name; that key followed by {@code .done}, where there is such a text, says when it was done
 * @param at         when it was done or stopped, otherwise null
 * @param stoppedKey message key of what has stopped the case short of it, or null
 */
public record Step(String messageKey, State state, Instant at, String stoppedKey) {

    public enum State {
        DONE, CURRENT, TO_COME,
        /** The case has ended, or taken another way, short of it. */
        STOPPED,
        /** The case has gone on without it. */
        SKIPPED
    }
}

package org.passerelle.platform.process.steps;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of a case.
 *
 * @param messageKey of its name; that key followed by {@code .done} or {@code .skipped}, where there is such a text, says when it
 *                   was done, or that it was left out
 * @param at         when it was done or stopped, otherwise null
 * @param stoppedKey message key of what has stopped the case short of it, or null
 * @param planned    the day that its module names for it, or null
 */
public record Step(String messageKey, State state, Instant at, String stoppedKey, LocalDate planned) {

    public enum State {
        DONE, CURRENT, TO_COME,
        /** The case has ended, or taken another way, short of it. */
        STOPPED,
        /** The case has gone on without it. */
        SKIPPED
    }

    /** As its module knows it. Where the case stands is the history's to say: no fact makes that a step to come. */
    Step as(StepFact fact) {
        boolean stands = fact.state() == null || state == State.CURRENT && fact.state() == State.TO_COME;
        return new Step(messageKey, stands ? state : fact.state(), at, stoppedKey, fact.planned());
    }
}

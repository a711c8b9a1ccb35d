package org.passerelle.platform.process.steps;

import java.time.LocalDate;

/**
 * What a module's rows know of a step, and the case's history does not.
 *
 * @param step    its name in the model
 * @param state   or null where it is as the history has it
 * @param planned the day on which it is planned, or was; or null
 */
public record StepFact(String step, Step.State state, LocalDate planned) {
}

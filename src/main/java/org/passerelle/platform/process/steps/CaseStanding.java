package org.passerelle.platform.process.steps;

import java.util.List;
import java.util.Optional;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.steps.CaseSentence.Said;

/**
 * Where a case stands.
 *
 * @param steps    in order; empty once the engine's history is cleaned
 * @param sentence empty where nothing is said of such cases
 */
public record CaseStanding(CaseRef process, List<Step> steps, Optional<Said> sentence) {
}

package org.passerelle.platform.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, that the product runs already. */
class AnotherProcessFailureAnalyzer extends AbstractFailureAnalyzer<AnotherProcessRuns> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, AnotherProcessRuns runs) {
        return new FailureAnalysis("Another Passerelle works on this database. Two at once are not supported yet: what one "
                + "of them knows in memory (closed accounts, sign-in limits, open screens) the other would not.",
                "Stop the other one, or give this one a database of its own (SPRING_DATASOURCE_URL).", failure);
    }
}

package org.passerelle.trial.making;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, that this is not the library which was meant. */
class WrongLibraryFailureAnalyzer extends AbstractFailureAnalyzer<WrongLibrary> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongLibrary cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), failure);
    }
}

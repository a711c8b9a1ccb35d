package org.passerelle.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, why the product cannot listen. */
class PortFailureAnalyzer extends AbstractFailureAnalyzer<PortUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortUnusable unusable) {
        return new FailureAnalysis("Passerelle cannot listen on port " + unusable.port() + ": "
                + unusable.getCause().getMessage() + ".",
                "Choose another port (SERVER_PORT=8081) or address (SERVER_ADDRESS); ports below 1024 may need a right "
                        + "of their own.", failure);
    }
}

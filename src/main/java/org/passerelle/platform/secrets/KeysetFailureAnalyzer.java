package org.passerelle.platform.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, instead of a stack trace, where the keys are looked for and how to make them. */
class KeysetFailureAnalyzer extends AbstractFailureAnalyzer<KeysetUnusable> {

    private static final String MAKE = "To make it, start once with --passerelle.secrets.make=true, then keep a copy of the file "
            + "apart from the database's: without it what is sealed is lost, with both it is open.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysetUnusable keyset) {
        String action = switch (keyset.why()) {
            case NOT_NAMED -> "Name the file of the keys, outside the database's folder: PASSERELLE_SECRETS_KEYSET=/path/keyset.json. "
                    + MAKE;
            case NOT_THERE -> MAKE;
            case UNREADABLE -> "Put the copy of the file back, and let nobody but the product's own account read it.";
        };
        return new FailureAnalysis(keyset.getMessage(), action, failure);
    }
}

package org.passerelle.support;

import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.TaskFormContext;

/** What a task's form tells the screen it stands in. */
public final class FormEcho implements TaskFormContext {

    private final boolean mayAct;
    private String doneKey;
    private Outcome.Refused<?> refused;

    FormEcho(boolean mayAct) {
        this.mayAct = mayAct;
    }

    /** The message with which it was done, or null. */
    public String doneKey() {
        return doneKey;
    }

    /** The last refusal, or null. */
    public Outcome.Refused<?> refused() {
        return refused;
    }

    @Override
    public void done(String messageKey, Object... args) {
        doneKey = messageKey;
    }

    @Override
    public void changed() {
    }

    @Override
    public void refused(Outcome.Refused<?> refusal) {
        refused = refusal;
    }

    @Override
    public boolean mayAct() {
        return mayAct;
    }
}

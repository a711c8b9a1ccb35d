package org.passerelle.support;

import com.vaadin.flow.component.HasValue;
import java.util.Arrays;
import java.util.List;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.cases.TaskFormContext;

/** What a task's form tells the screen it stands in. */
public final class FormEcho implements TaskFormContext {

    private final boolean mayAct;
    private String doneKey;
    private List<Object> doneArgs = List.of();
    private Outcome.Refused<?> refused;
    private TakeBack takeBack;

    FormEcho(boolean mayAct) {
        this.mayAct = mayAct;
    }

    /** The message with which it was done, or null. */
    public String doneKey() {
        return doneKey;
    }

    /** What that message tells. */
    public List<Object> doneArgs() {
        return doneArgs;
    }

    /** How it can be taken back, or null. */
    public TakeBack takeBack() {
        return takeBack;
    }

    /** The last refusal, or null. */
    public Outcome.Refused<?> refused() {
        return refused;
    }

    @Override
    public void done(TakeBack way, String messageKey, Object... args) {
        takeBack = way;
        doneKey = messageKey;
        doneArgs = Arrays.asList(args);
    }

    @Override
    public void changed() {
    }

    @Override
    public void refused(Outcome.Refused<?> refusal) {
        refused = refusal;
    }

    @Override
    public <V> void keep(String name, HasValue<?, V> field) {
        // What is kept is the inbox's affair.
    }

    @Override
    public boolean mayAct() {
        return mayAct;
    }
}

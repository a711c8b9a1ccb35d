package org.passerelle.platform.ui;

import org.passerelle.platform.Outcome;

/** What a task's form tells the screen it is shown in. */
public interface TaskFormContext {

    /** The task is completed: the person is told so in these words, and the next task is shown. */
    void done(String messageKey, Object... args);

    /** The task goes on, and what is shown around the form (facts, story, place in the process) is no longer true. */
    void changed();

    /** The service said no: the person is told why; the form stays as it is, with what was typed. */
    void refused(Outcome.Refused<?> refusal);

    /** Whether the person signed in may complete this task; otherwise the form is shown to be read only. */
    boolean mayAct();
}

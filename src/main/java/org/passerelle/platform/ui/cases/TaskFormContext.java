package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.HasValue;
import org.passerelle.platform.Outcome;

/** What a task's form tells the screen it is shown in. */
public interface TaskFormContext {

    /** The task is completed: the person is told so in these words, and the next task is shown. */
    void done(String messageKey, Object... args);

    /** The task goes on, and what is shown around the form (facts, story, place in the process) is no longer true. */
    void changed();

    /** The service said no: the person is told why; the form stays as it is, with what was typed. */
    void refused(Outcome.Refused<?> refusal);

    /**
     * What that field holds is kept while its person is signed in: who looks elsewhere and comes back finds it again. It
     * is forgotten with the task.
     *
     * @param name of the field, among those of the task
     */
    <V> void keep(String name, HasValue<?, V> field);

    /** Whether the person signed in may complete this task; otherwise the form is shown to be read only. */
    boolean mayAct();
}

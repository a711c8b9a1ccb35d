package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.HasValue;
import java.util.function.Supplier;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;

/** What a task's form tells the screen it is shown in. */
public interface TaskFormContext {

    /** The task is completed: the person is told so in these words, and the next task is shown. */
    default void done(String messageKey, Object... args) {
        done(null, messageKey, args);
    }

    /** The same; for ten seconds it can be taken back. @param takeBack null where it cannot */
    void done(TakeBack takeBack, String messageKey, Object... args);

    /**
     * @param labelKey what the button says: what it takes back
     * @param gesture  takes it back; answers with the task that is open again
     */
    record TakeBack(String labelKey, Supplier<Outcome<TaskRef>> gesture) {
    }

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

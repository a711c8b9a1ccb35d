package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.ui.Note;

/**
 * Draws the form of an open task on the page of its case. The inbox does, so that what is typed is the same wherever somebody goes
 * on with it.
 */
public interface FormsInPlace {

    /** Empty where who is signed in may not complete the task, and where nobody draws its form. */
    Optional<Component> form(OpenTask task, Told told);

    /** Tells it in a page's note, and has the page drawn anew. */
    static Told told(Note note, Runnable refresh) {
        return new Told() {

            @Override
            public void done(String messageKey, Object... args) {
                note.done(messageKey, args);
                note.scrollIntoView();
                refresh.run();
            }

            @Override
            public void changed() {
                refresh.run();
            }

            @Override
            public void refused(Outcome.Refused<?> refusal) {
                note.refused(refusal);
                refresh.run();
            }
        };
    }

    /** What the page is told of it. */
    interface Told {

        /** The task is completed, in these words. */
        void done(String messageKey, Object... args);

        /** What the page shows is no longer true. */
        void changed();

        void refused(Outcome.Refused<?> refusal);
    }
}

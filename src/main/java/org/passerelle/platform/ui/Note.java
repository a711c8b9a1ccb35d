package org.passerelle.platform.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.Map;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;

/**
 * The sentence that stands where the person acted, read out when it changes, and takes no room while it is empty; what
 * is wrong with a field stands at that field. Nothing that was typed is touched.
 */
public class Note extends Div {

    private static final String DONE = "message-done";
    private static final String DUE = "message-due";
    private static final String LATE = "message-late";

    private Map<String, ? extends HasValidation> marked = Map.of();

    public Note() {
        addClassName("message");
        getElement().setAttribute("role", "status");
    }

    /** For whoever has gone on to another screen than the one where a sentence would stand. */
    public static void overThePage(String sentence) {
        Notification.show(sentence, 8000, Notification.Position.BOTTOM_START);
    }

    public void done(String messageKey, Object... args) {
        clear();
        setText(getTranslation(messageKey, args));
        addClassName(DONE);
    }

    /** Something is left for the person to do first. */
    public void due(String messageKey, Object... args) {
        clear();
        setText(getTranslation(messageKey, args));
        addClassName(DUE);
    }

    public void refused(Outcome<?> outcome) {
        refused(outcome, Map.of());
    }

    /** @param fields by the names of the command's components; the first one that is wrong gets the focus */
    public void refused(Outcome<?> outcome, Map<String, ? extends HasValidation> fields) {
        clear();
        Outcome.Refused<?> refused = (Outcome.Refused<?>) outcome;
        addClassName(LATE);
        if (refused.reason() != CommonRefusal.FIELDS_WRONG) {
            setText(getTranslation(refused.reason().messageKey(), refused.args()));
            getElement().executeJs("this.scrollIntoView({block: 'center'})");
            return;
        }
        marked = fields;
        StringBuilder elsewhere = new StringBuilder();
        HasValidation first = null;
        for (Object arg : refused.args()) {
            FieldError error = (FieldError) arg;
            HasValidation field = fields.get(error.field());
            String sentence = getTranslation(error.messageKey(), error.args());
            if (field == null) {
                elsewhere.append(' ').append(sentence);
            } else {
                mark(field, sentence);
                first = first == null ? field : first;
            }
        }
        setText(getTranslation(refused.reason().messageKey()) + elsewhere);
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    public void clear() {
        setText("");
        removeClassNames(DONE, DUE, LATE);
        marked.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage(null);
        });
        marked = Map.of();
    }

    private static void mark(HasValidation field, String sentence) {
        // Otherwise the component's own check would wipe what the service said.
        field.setManualValidation(true);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}

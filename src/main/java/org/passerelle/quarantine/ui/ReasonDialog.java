package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.Refusal;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.cases.TaskFormContext;

/** A gesture that needs a few words on why: it stays open, with what was typed, until they will do. */
class ReasonDialog extends Dialog {

    private final TextArea words;
    private final Refusal missing;
    private final int longest;
    private final Function<String, Outcome<?>> gesture;

    /**
     * @param missing what is said where nothing is
     * @param longest characters that the gesture takes
     */
    ReasonDialog(String title, String labelKey, String verbKey, Refusal missing, int longest,
                Function<String, Outcome<?>> gesture) {
        this.missing = missing;
        this.longest = longest;
        this.gesture = gesture;
        this.words = new TextArea(getTranslation(labelKey));
        setHeaderTitle(title);
        // What was typed is not lost by a click beside it.
        setCloseOnOutsideClick(false);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setManualValidation(true);
        words.focus();
        add(words);
        Button back = new Button(getTranslation("staff.back"), click -> close());
        Button go = new Button(getTranslation(verbKey), click -> go());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(back, go);
        EnterKey.presses(this, go);
    }

    /** Says, above the words, what somebody has to know first. */
    ReasonDialog warning(String sentence) {
        Paragraph warning = new Paragraph(sentence);
        warning.addClassNames("message", "message-late");
        addComponentAsFirst(warning);
        return this;
    }

    /** What is typed stays typed when the person looks elsewhere. @param name of what it is about, in the task */
    ReasonDialog keptIn(TaskFormContext context, String name) {
        context.keep("words " + name, words);
        return this;
    }

    private void go() {
        String typed = words.getValue().strip();
        if (typed.isEmpty()) {
            wrong(getTranslation(missing.messageKey()));
        } else if (typed.length() > longest) {
            wrong(getTranslation("refusal.TEXT_TOO_LONG", longest));
        } else if (gesture.apply(typed) instanceof Outcome.Refused<?> no) {
            wrong(getTranslation(no.reason().messageKey(), no.args()));
        } else {
            words.clear();
            close();
        }
    }

    private void wrong(String sentence) {
        words.setErrorMessage(sentence);
        words.setInvalid(true);
        words.focus();
    }
}

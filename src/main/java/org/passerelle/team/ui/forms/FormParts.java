package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.domain.Needs;

/** What the forms around a return have in common. */
final class FormParts {

    private FormParts() {
    }

    /** The main gesture, once for a hasty finger; nobody presses it for somebody else. */
    static Button main(String text, TaskFormContext context, Runnable gesture) {
        Button button = Buttons.once(text, gesture);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setEnabled(context.mayAct());
        return button;
    }

    /** Asks first, for what nobody takes back. @param text what the button says */
    static Runnable sure(Component on, String text, Runnable gesture) {
        return () -> new Confirmation(on.getTranslation("team.sure", text), on.getTranslation("team.sure.text"), text, yes -> gesture.run(),
                on.getTranslation("staff.back"), no -> { }).open();
    }

    static Div actions(Component... buttons) {
        Div actions = new Div(buttons);
        actions.addClassName("form-actions");
        return actions;
    }

    static Paragraph soft(String text) {
        Paragraph soft = new Paragraph(text);
        soft.addClassName("soft");
        return soft;
    }

    /** Who will read it, before it is written. */
    static Div secret(String text) {
        Div secret = new Div(VaadinIcon.LOCK.create(), new Span(text));
        secret.addClassName("secret");
        return secret;
    }

    /** A short text about work; says what does not belong there. */
    static TextArea note(Component on, String labelKey) {
        TextArea note = new TextArea(on.getTranslation(labelKey));
        note.setMaxLength(Needs.LONGEST_NOTE);
        note.setManualValidation(true);
        note.setHelperText(on.getTranslation("team.note.help"));
        note.addClassName("wide");
        note.setWidthFull();
        return note;
    }

    /** Says what came of it: done in these words, wrong at a field, or refused. */
    static void settle(Outcome<Void> outcome, TaskFormContext context, Note note, Map<String, ? extends HasValidation> fields,
                       String doneKey, Object... args) {
        switch (outcome) {
            case Outcome.Done<Void> done -> context.done(doneKey, args);
            case Outcome.Refused<Void> no when no.reason() == CommonRefusal.FIELDS_WRONG -> note.refused(no, fields);
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }
}

package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Function;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.cases.TaskFormContext;

/**
 * Takes a damaged copy out of circulation, with a few words on what is wrong with it: it stays open, with what was
 * typed, until that is recorded.
 */
class DamagedDialog<T> extends Dialog {

    private final TextArea note = new TextArea(getTranslation("staff.pick.damaged.note"));
    private final Function<String, Outcome<T>> gesture;
    private final Consumer<T> settled;

    DamagedDialog(String title, Function<String, Outcome<T>> gesture,
                  Consumer<T> settled) {
        this.gesture = gesture;
        this.settled = settled;
        setHeaderTitle(getTranslation("staff.pick.damaged.title", title));
        // What was typed is not lost by a click beside it.
        setCloseOnOutsideClick(false);
        note.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        note.setRequiredIndicatorVisible(true);
        note.setHelperText(getTranslation("staff.pick.damaged.help"));
        note.setWidthFull();
        note.focus();
        add(note);
        Button back = new Button(getTranslation("staff.back"), click -> close());
        Button remove = Buttons.once(getTranslation("staff.pick.damaged.yes"), this::remove);
        remove.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(back, remove);
        EnterKey.presses(this, remove);
    }

    /** What is typed stays typed, too, when the person looks elsewhere. @param name of what it is about, in the task */
    DamagedDialog<T> keptIn(TaskFormContext context, String name) {
        context.keep("damaged " + name, note);
        return this;
    }

    private void remove() {
        switch (gesture.apply(note.getValue())) {
            case Outcome.Done<T> done -> {
                note.clear();
                close();
                settled.accept(done.value());
            }
            case Outcome.Refused<T> no -> {
                note.setErrorMessage(getTranslation(no.reason().messageKey(), no.args()));
                note.setInvalid(true);
                note.focus();
            }
        }
    }
}

package org.passerelle.circulation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;

/** Takes a damaged copy out of circulation, with a few words on what is wrong with it. */
class DamagedDialog extends Dialog {

    private final TextArea note = new TextArea(getTranslation("staff.pick.damaged.note"));
    private final Function<String, Outcome<Optional<CopyInfo>>> gesture;
    private final Consumer<Outcome<Optional<CopyInfo>>> settled;

    DamagedDialog(String title, Function<String, Outcome<Optional<CopyInfo>>> gesture,
                  Consumer<Outcome<Optional<CopyInfo>>> settled) {
        this.gesture = gesture;
        this.settled = settled;
        setHeaderTitle(getTranslation("staff.pick.damaged.title", title));
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
    }

    private void remove() {
        Outcome<Optional<CopyInfo>> outcome = gesture.apply(note.getValue());
        if (outcome instanceof Outcome.Refused<?> no && (no.reason() == CirculationRefusal.NOTE_MISSING
                || no.reason() == CirculationRefusal.TEXT_TOO_LONG)) {
            note.setErrorMessage(getTranslation(no.reason().messageKey(), no.args()));
            note.setInvalid(true);
            note.focus();
            return;
        }
        close();
        settled.accept(outcome);
    }
}

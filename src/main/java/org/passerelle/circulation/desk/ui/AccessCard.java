package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.UUID;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.accounts.PatronSignIns.Access;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** Whether a patron signs in: opened, closed and helped from here. */
class AccessCard extends Div {

    private final PatronAccess access;
    private final Paragraph state = new Paragraph();
    /** Readable, for it is told to the person. */
    private final TextField password = new TextField(getTranslation("patron.password"));
    private final Div opening = new Div();
    private final Note note = new Note();
    private final Button open = button("patron.openAccount", this::open);
    private final Button reset = button("patron.access.reset", this::confirmReset);
    private final Button close = button("patron.access.close", this::confirmClose);
    private final Button reopen = button("patron.access.reopen", this::reopen);

    private UUID patron;

    AccessCard(PatronAccess access) {
        this.access = access;
        password.setAutocomplete(Autocomplete.OFF);
        password.setHelperText(getTranslation("patron.password.help"));
        Div first = new Div(open);
        first.addClassName("form-actions");
        opening.add(password, first);
        EnterKey.presses(opening, open);
        Div buttons = new Div(reset, close, reopen);
        buttons.addClassName("form-actions");
        add(new H2(getTranslation("patron.account")), state, opening, note, buttons);
        addClassName("card");
    }

    void show(UUID shown) {
        patron = shown;
        note.clear();
        password.clear();
        refresh();
    }

    boolean hasUnsavedChanges() {
        return !password.isEmpty();
    }

    private void refresh() {
        Access now = access.of(patron);
        state.setText(getTranslation("patron.access." + now));
        opening.setVisible(now == Access.NONE);
        reset.setVisible(now == Access.OPEN);
        close.setVisible(now == Access.OPEN);
        reopen.setVisible(now == Access.CLOSED);
    }

    private void open() {
        Outcome<Void> outcome = access.open(patron, password.getValue());
        if (outcome.isDone()) {
            password.clear();
        }
        told(outcome, "patron.account.opened");
    }

    /** Whoever had the old one is signed out by it, and the new one stands on the screen. */
    private void confirmReset() {
        confirm("patron.access.reset", this::reset);
    }

    private void confirmClose() {
        confirm("patron.access.close", this::close);
    }

    private void confirm(String key, Runnable gesture) {
        Confirmation dialog = new Confirmation(getTranslation(key + ".title"), getTranslation(key + ".text") + " "
                + getTranslation("patron.access.told." + access.toldBy(patron)), getTranslation(key + ".yes"), yes -> gesture.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("patron.access.no"));
        dialog.open();
    }

    private void reset() {
        Outcome<String> outcome = access.resetPassword(patron);
        told(outcome, "patron.access.resetDone", outcome.isDone() ? outcome.value() : "");
    }

    private void close() {
        told(access.close(patron), "patron.access.closed");
    }

    private void reopen() {
        told(access.reopen(patron), "patron.access.reopened");
    }

    private void told(Outcome<?> outcome, String doneKey, Object... args) {
        if (outcome.isDone()) {
            note.done(doneKey, args);
        } else {
            note.refused(outcome, Map.of("password", password));
        }
        refresh();
    }

    private Button button(String key, Runnable gesture) {
        return Buttons.once(getTranslation(key), gesture);
    }
}

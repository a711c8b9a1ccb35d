package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** Staff say how they themselves are reached. */
class OwnContactCard extends Div {

    private final Contacts contacts;
    private final ContactFields fields = new ContactFields(true);
    private final Note note = new Note();
    private Contact asRead;

    OwnContactCard(Contacts contacts, Contact mine) {
        this.contacts = contacts;
        addClassName("card");
        asRead = mine;
        fields.show(mine);
        Button save = Buttons.once(getTranslation("reach.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassName("form-actions");
        add(new H2(getTranslation("reach.title")), fields, note, buttons);
        EnterKey.presses(this, save);
    }

    boolean hasUnsavedChanges() {
        return !fields.typed().equals(asRead);
    }

    private void save() {
        Contact typed = fields.typed();
        Outcome<Void> outcome = contacts.changeMine(typed);
        if (outcome.isDone()) {
            asRead = typed;
            note.done("reach.saved");
        } else {
            note.refused(outcome, fields.byName());
        }
    }
}

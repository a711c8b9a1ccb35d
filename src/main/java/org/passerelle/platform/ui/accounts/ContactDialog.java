package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.security.accounts.Staff.Member;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** How a colleague is reached, written by who looks after the account. */
class ContactDialog extends Dialog {

    private final Contacts contacts;
    private final Member member;
    private final ContactFields fields = new ContactFields(false);
    private final Note note = new Note();
    private final Runnable saved;

    ContactDialog(Contacts contacts, Member member, Contact now, Runnable saved) {
        this.contacts = contacts;
        this.member = member;
        this.saved = saved;
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        setHeaderTitle(getTranslation("reach.of", member.displayName()));
        fields.show(now);
        add(fields, note);
        Button save = Buttons.once(getTranslation("reach.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("reach.cancel"), click -> close()), save);
        EnterKey.presses(this, save);
    }

    private void save() {
        Outcome<Void> outcome = contacts.change(member.account(), fields.typed());
        if (outcome.isDone()) {
            close();
            saved.run();
        } else {
            note.refused(outcome, fields.byName());
        }
    }
}

package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Map;
import org.passerelle.notification.Way;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.service.EmailChange;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.platform.ui.accounts.AccountView;

/** A patron tells how the library gets in touch with them. */
@Route("account/contact")
@RolesAllowed("PATRON")
public class ContactView extends Div implements UnsavedScreen, HasDynamicTitle {

    private final Patrons patrons;
    private final EmailChange emailChange;
    private final RadioButtonGroup<Boolean> byPhone = new RadioButtonGroup<>(getTranslation("contact.by"));
    private final TextField email = new TextField(getTranslation("contact.email"));
    private final TextField phone = new TextField(getTranslation("contact.phone"));
    private final Select<Locale> language = new Select<>();
    private final Paragraph pending = new Paragraph();
    private final Note note = new Note();
    private final Button reload = new Button(getTranslation("contact.reload"), click -> reload());

    private int version;
    private Patrons.Contact asRead;

    ContactView(Patrons patrons, EmailChange emailChange) {
        this.patrons = patrons;
        this.emailChange = emailChange;
        addClassNames("page", "narrow", "patron");
        byPhone.setItems(false, true);
        byPhone.setItemLabelGenerator(call -> getTranslation(call ? "contact.by.phone" : "contact.by.mail"));
        byPhone.addClassName("wide");
        email.setAutocomplete(Autocomplete.EMAIL);
        phone.setAutocomplete(Autocomplete.TEL);
        phone.setHelperText(getTranslation("contact.phone.help"));
        language.setLabel(getTranslation("contact.language"));
        language.setItems(Messages.LOCALES);
        language.setItemLabelGenerator(locale -> getTranslation("patron.language." + locale.getLanguage()));

        Button save = Buttons.once(getTranslation("contact.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(reload, save);
        buttons.addClassName("form-actions");
        Div fields = new Div(byPhone, email, phone, language);
        fields.addClassName("form-grid");
        pending.addClassNames("message", "message-due");
        Div card = new Div(fields, pending, note, buttons);
        card.addClassName("card");
        EnterKey.presses(card, save);
        add(new H1(getTranslation("contact.title")), card,
                new RouterLink(getTranslation("contact.back"), AccountView.class));
        show(patrons.me());
    }

    private void show(Patrons.Details me) {
        PatronForm form = me.form();
        version = me.version();
        byPhone.setValue(form.prefersPhone());
        email.setValue(form.email() == null ? "" : form.email());
        phone.setValue(form.phone() == null ? "" : form.phone());
        language.setValue(form.locale());
        asRead = typed();
        pending.setText(emailChange.pending().map(asked -> getTranslation(asked.toldBy() == Way.MAIL ? "contact.pending"
                : "contact.pending.byHand", asked.email())).orElse(""));
        pending.setVisible(!pending.getText().isEmpty());
        reload.setVisible(false);
    }

    private Patrons.Contact typed() {
        return new Patrons.Contact(email.getValue(), phone.getValue(), byPhone.getValue(), language.getValue());
    }

    @Override
    public boolean hasUnsavedChanges() {
        return !asRead.equals(typed());
    }

    private void save() {
        Outcome<Patrons.Details> outcome = patrons.reachMeBy(version, typed());
        if (outcome.isDone()) {
            show(outcome.value());
            note.done("contact.saved");
        } else {
            note.refused(outcome, Map.of("email", email, "phone", phone, "locale", language));
            reload.setVisible(outcome.refusal() == PatronRefusal.PATRON_CHANGED);
        }
    }

    private void reload() {
        note.clear();
        show(patrons.me());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("contact.title") + " · Passerelle";
    }
}

package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.patrons.service.PatronFiles;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** One patron's record as a form. What is typed stays until it is saved or given up. */
class PatronPanel extends Div {

    private static final PatronForm BLANK =
            new PatronForm(null, null, null, PatronCategory.ADULT, null, null, false, Locale.FRENCH, false);

    private final Patrons patrons;
    private final Consumer<UUID> saved;
    private final H2 heading = new H2();
    private final Note note = new Note();
    private final TextField cardNumber = text("patron.cardNumber");
    private final TextField lastName = text("patron.lastName");
    private final TextField firstName = text("patron.firstName");
    private final Select<PatronCategory> category = new Select<>();
    private final TextField email = text("patron.email");
    private final TextField phone = text("patron.phone");
    private final Select<Locale> language = new Select<>();
    private final Checkbox prefersPhone = new Checkbox(getTranslation("patron.prefersPhone"));
    private final Checkbox blocked = new Checkbox(getTranslation("patron.blocked"));
    private final Button reload = new Button(getTranslation("patron.reload"), click -> reload());
    private final AccessCard account;
    private final PersonalDataCard data;

    private final Map<String, HasValidation> fields = Map.of("cardNumber", cardNumber, "lastName", lastName, "firstName",
            firstName, "category", category, "email", email, "phone", phone, "locale", language);

    private UUID patron;
    private int version;
    private PatronForm asRead;

    PatronPanel(Patrons patrons, PatronAccess access, PatronFiles files, Consumer<UUID> saved, Runnable erased) {
        this.patrons = patrons;
        this.account = new AccessCard(access);
        this.data = new PersonalDataCard(files, erased);
        this.saved = saved;
        category.setLabel(getTranslation("patron.category"));
        category.setItems(PatronCategory.values());
        category.setItemLabelGenerator(kind -> getTranslation("patron.category." + kind));
        language.setLabel(getTranslation("patron.language"));
        language.setItems(Messages.LOCALES);
        language.setItemLabelGenerator(locale -> getTranslation("patron.language." + locale.getLanguage()));
        phone.setHelperText(getTranslation("patron.phone.help"));

        Button save = Buttons.once(getTranslation("patron.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(reload, save);
        buttons.addClassName("form-actions");
        prefersPhone.addClassName("wide");
        blocked.addClassName("wide");
        Div form = new Div(cardNumber, category, lastName, firstName, email, phone, language, prefersPhone, blocked);
        form.addClassName("form-grid");
        Div card = new Div(form, note, buttons);
        card.addClassName("card");
        EnterKey.presses(card, save);
        addClassName("patron-panel");
        add(heading, card, account, data);
        close();
    }

    void show(Patrons.Details details) {
        patron = details.id();
        version = details.version();
        heading.setText(details.displayName());
        fill(details.form());
        account.show(patron);
        account.setVisible(true);
        data.show(patron, details.displayName());
        data.setVisible(true);
    }

    void enterNew() {
        patron = null;
        heading.setText(getTranslation("patrons.new"));
        fill(BLANK);
        account.setVisible(false);
        data.setVisible(false);
        cardNumber.focus();
    }

    void close() {
        asRead = null;
        setVisible(false);
    }

    boolean hasUnsavedChanges() {
        return asRead != null && (!asRead.equals(typed()) || account.isVisible() && account.hasUnsavedChanges());
    }

    void forgetChanges() {
        asRead = null;
    }

    private void fill(PatronForm form) {
        note.clear();
        cardNumber.setValue(form.cardNumber());
        lastName.setValue(form.lastName());
        firstName.setValue(form.firstName());
        category.setValue(form.category());
        email.setValue(form.email() == null ? "" : form.email());
        phone.setValue(form.phone() == null ? "" : form.phone());
        language.setValue(form.locale());
        prefersPhone.setValue(form.prefersPhone());
        blocked.setValue(form.blocked());
        reload.setVisible(false);
        asRead = form;
        setVisible(true);
    }

    private PatronForm typed() {
        return new PatronForm(cardNumber.getValue(), firstName.getValue(), lastName.getValue(), category.getValue(),
                email.getValue(), phone.getValue(), prefersPhone.getValue(), language.getValue(), blocked.getValue());
    }

    private void save() {
        Outcome<UUID> outcome = patron == null ? patrons.create(typed())
                : patrons.change(patron, version, typed()).map(Patrons.Details::id);
        if (outcome.isDone()) {
            forgetChanges();
            saved.accept(outcome.value());
        } else {
            note.refused(outcome, fields);
            reload.setVisible(outcome.refusal() == PatronRefusal.PATRON_CHANGED);
        }
    }

    private void reload() {
        patrons.details(patron).ifPresent(this::show);
    }

    private TextField text(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setAutocomplete(Autocomplete.OFF);
        return field;
    }
}

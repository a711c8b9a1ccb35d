package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.PhoneNumber;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.people.Contact;

/** How a member of staff is reached, to be filled in; each of them may stay empty. */
class ContactFields extends Div {

    private final TextField email = new TextField(getTranslation("reach.email"));
    private final TextField phone = new TextField(getTranslation("reach.phone"));
    private final Select<Locale> language = new Select<>();
    private final Checkbox byPhone = new Checkbox(getTranslation("reach.byPhone"));

    /** @param own whether the browser may fill in what it knows of the person before it */
    ContactFields(boolean own) {
        addClassName("form-grid");
        email.setAutocomplete(own ? Autocomplete.EMAIL : Autocomplete.OFF);
        email.setMaxLength(MailAddress.LONGEST);
        phone.setAutocomplete(own ? Autocomplete.TEL : Autocomplete.OFF);
        phone.setMaxLength(PhoneNumber.LONGEST);
        phone.setHelperText(getTranslation("reach.phone.help"));
        language.setLabel(getTranslation("reach.language"));
        language.setHelperText(getTranslation("reach.language.help"));
        language.setItems(Messages.LOCALES);
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(getTranslation("reach.language.none"));
        language.setItemLabelGenerator(one -> getTranslation(one == null ? "reach.language.none"
                : "reach.language." + one.getLanguage()));
        add(email, phone, language, byPhone);
        getChildren().forEach(field -> field.getElement().getClassList().add("wide"));
    }

    void show(Contact contact) {
        email.setValue(contact.email() == null ? "" : contact.email());
        phone.setValue(contact.phone() == null ? "" : contact.phone());
        language.setValue(contact.locale());
        byPhone.setValue(contact.prefersPhone());
    }

    Contact typed() {
        return new Contact(email.getValue(), phone.getValue(), language.getValue(), byPhone.getValue());
    }

    Map<String, HasValidation> byName() {
        return Map.of("email", email, "phone", phone);
    }
}

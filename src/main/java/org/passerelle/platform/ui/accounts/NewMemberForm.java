package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.security.accounts.Staff.Workplace;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** Opens the account of somebody who begins to work here. */
class NewMemberForm extends Div {

    private final Staff staff;
    private final Runnable opened;
    private final TextField displayName = new TextField(getTranslation("members.displayName"));
    private final TextField username = new TextField(getTranslation("members.username"));
    /** Readable, for it is told to the person. */
    private final TextField password = new TextField(getTranslation("members.password"));
    private final Select<Role> role = new Select<>();
    private final CheckboxGroup<Workplace> branches = new CheckboxGroup<>(getTranslation("members.branches"));
    private final ContactFields contact = new ContactFields(false);
    private final Note note = new Note();

    NewMemberForm(Staff staff, List<Workplace> workplaces, Runnable opened) {
        this.staff = staff;
        this.opened = opened;
        addClassName("card");
        username.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.OFF);
        password.setHelperText(getTranslation("members.password.help"));
        List<Role> roles = staff.rolesToGive();
        role.setLabel(getTranslation("members.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(one -> getTranslation("role." + one));
        role.setValue(Role.AGENT);
        role.setVisible(roles.size() > 1);
        role.addValueChangeListener(chosen -> branches.setVisible(chosen.getValue() == Role.AGENT));
        branches.setItems(workplaces);
        branches.setItemLabelGenerator(Workplace::name);
        Button open = Buttons.once(getTranslation("members.open"), this::open);
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(displayName, username, password, role, branches);
        fields.getChildren().forEach(field -> field.getElement().getClassList().add("wide"));
        fields.addClassName("form-grid");
        Div buttons = new Div(open);
        buttons.addClassName("form-actions");
        add(new H2(getTranslation("members.new")), fields, contact, note, buttons);
        EnterKey.presses(this, open);
    }

    boolean hasUnsavedChanges() {
        return Stream.of(displayName, username, password).anyMatch(field -> !field.isEmpty())
                || !contact.typed().equals(Contact.NONE);
    }

    private void open() {
        Outcome<UUID> outcome = staff.create(new Staff.NewMember(username.getValue(), displayName.getValue(),
                role.getValue(), password.getValue(),
                branches.getValue().stream().map(Workplace::id).collect(Collectors.toSet()), contact.typed()));
        if (!outcome.isDone()) {
            Map<String, HasValidation> byName = new HashMap<>(contact.byName());
            byName.putAll(Map.of("username", username, "displayName", displayName, "password", password));
            note.refused(outcome, byName);
            return;
        }
        note.done("members.opened", displayName.getValue().strip());
        List.of(username, displayName).forEach(TextField::clear);
        password.clear();
        branches.clear();
        contact.show(Contact.NONE);
        opened.run();
    }
}

package org.passerelle.platform.ui.branches;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchForm;
import org.passerelle.platform.network.Branches;
import org.passerelle.platform.network.Branches.Listed;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** The form of one branch: a new one, or one that is changed. */
class BranchEditor extends Div {

    private static final String USUAL_ZONE = "Europe/Paris";
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted().toList();

    private final Branches branches;
    private final Consumer<Optional<Listed>> changed;
    private final H2 heading = new H2();
    private final TextField code = new TextField(getTranslation("branches.code"));
    private final TextField name = new TextField(getTranslation("branches.name"));
    private final TextField address = new TextField(getTranslation("branches.address"));
    private final TextField phone = new TextField(getTranslation("branches.phone"));
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("branches.zone"));
    private final TextArea noteFr = new TextArea(getTranslation("branches.noteFr"));
    private final TextArea noteEn = new TextArea(getTranslation("branches.noteEn"));
    private final Note note = new Note();
    private final Button save = new Button("", click -> save());
    private Optional<UUID> edited = Optional.empty();
    private BranchForm read;

    BranchEditor(Branches branches, Consumer<Optional<Listed>> changed) {
        this.branches = branches;
        this.changed = changed;
        addClassName("card");
        code.setHelperText(getTranslation("branches.code.help"));
        zone.setItems(ZONES);
        noteFr.setHelperText(getTranslation("branches.note.help"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(name, code, phone, address, zone, noteFr, noteEn);
        List.<Component>of(name, address, zone, noteFr, noteEn)
                .forEach(field -> field.getElement().getClassList().add("wide"));
        fields.addClassName("form-grid");
        Div buttons = new Div(save);
        buttons.addClassName("form-actions");
        add(heading, fields, note, buttons);
        EnterKey.presses(this, save);
    }

    void show(Optional<Listed> branch) {
        edited = branch.map(Listed::id);
        read = branch.map(Listed::form).orElse(new BranchForm("", "", "", "", USUAL_ZONE, "", ""));
        fill(read);
        note.clear();
        heading.setText(branch.map(one -> one.form().name()).orElse(getTranslation("branches.new")));
        save.setText(getTranslation(branch.isPresent() ? "branches.save" : "branches.create"));
    }

    boolean hasUnsavedChanges() {
        return !typed().equals(read);
    }

    private BranchForm typed() {
        return new BranchForm(code.getValue(), name.getValue(), address.getValue(), phone.getValue(), zone.getValue(),
                noteFr.getValue(), noteEn.getValue());
    }

    private void fill(BranchForm form) {
        code.setValue(form.code());
        name.setValue(form.name());
        address.setValue(form.address());
        phone.setValue(form.phone());
        zone.setValue(form.zone());
        noteFr.setValue(form.noteFr());
        noteEn.setValue(form.noteEn());
    }

    private void save() {
        BranchForm form = typed();
        Outcome<?> outcome = edited.isPresent() ? branches.edit(edited.get(), read, form) : branches.create(form);
        if (!outcome.isDone()) {
            note.refused(outcome, Map.<String, HasValidation>of("code", code, "name", name, "address", address,
                    "phone", phone, "zone", zone, "noteFr", noteFr, "noteEn", noteEn));
            return;
        }
        Optional<Listed> kept = edited.map(id -> new Listed(id, form));
        changed.accept(kept);
        show(kept);
        note.done(kept.isPresent() ? "branches.saved" : "branches.created", form.name());
    }
}

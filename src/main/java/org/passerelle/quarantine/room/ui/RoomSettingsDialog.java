package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.Map;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.quarantine.domain.Situation;
import org.passerelle.quarantine.room.service.CrateRoom.Place;
import org.passerelle.quarantine.room.service.RoomSettings;

/** What a manager says about a branch's quarantine room. */
class RoomSettingsDialog extends Dialog {

    private final RoomSettings settings;
    private final Place place;
    private final Runnable saved;
    private final int version;
    private final RadioButtonGroup<Situation> situation =
            new RadioButtonGroup<>(getTranslation("quarantine.settings.situation"));
    private final Checkbox covered = new Checkbox(getTranslation("quarantine.settings.covered"));
    private final TimePicker closesAt = new TimePicker(getTranslation("quarantine.settings.closesAt"));
    private final IntegerField capacity = new IntegerField(getTranslation("quarantine.settings.capacity"));
    private final Note note = new Note();

    RoomSettingsDialog(RoomSettings settings, Place place, Runnable saved) {
        this.settings = settings;
        this.place = place;
        this.saved = saved;
        RoomSettings.Form form = settings.form(place.id());
        this.version = form.version();
        setHeaderTitle(getTranslation("quarantine.settings.title", place.name()));
        setCloseOnOutsideClick(false);
        situation.setItems(Situation.values());
        situation.setItemLabelGenerator(each -> getTranslation("situation." + each));
        situation.setHelperText(getTranslation("quarantine.settings.situation.help"));
        situation.setValue(form.situation());
        covered.setValue(form.covered());
        DateWords.localised(closesAt, getLocale());
        closesAt.setHelperText(getTranslation("quarantine.settings.closesAt.help"));
        closesAt.setManualValidation(true);
        closesAt.setValue(form.closesAt());
        capacity.setHelperText(getTranslation("quarantine.settings.capacity.help"));
        capacity.setManualValidation(true);
        capacity.setValue(form.capacity());
        Div fields = new Div(situation, covered, closesAt, capacity);
        fields.addClassName("form-grid");
        situation.addClassName("wide");
        covered.addClassName("wide");
        add(fields, note);
        Button back = new Button(getTranslation("staff.back"), click -> close());
        Button save = new Button(getTranslation("quarantine.settings.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(back, save);
        EnterKey.presses(this, save);
    }

    private void save() {
        Outcome<Void> outcome = settings.save(place.id(), new RoomSettings.Form(situation.getValue(), covered.getValue(),
                closesAt.getValue(), capacity.getValue(), version));
        if (outcome.isDone()) {
            close();
            saved.run();
        } else {
            note.refused(outcome, Map.of("closesAt", closesAt, "capacity", capacity));
        }
    }
}

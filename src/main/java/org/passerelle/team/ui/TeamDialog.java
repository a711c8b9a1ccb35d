package org.passerelle.team.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.members.service.Teams.Someone;

/** A team: its name, who looks after it, how many people are needed on site. */
class TeamDialog extends Dialog {

    private final Teams teams;
    private final UUID team;
    private final Consumer<String> saved;
    private final TeamForm read;
    private final TextField name = new TextField(getTranslation("team.name"));
    private final MultiSelectComboBox<Someone> managers = new MultiSelectComboBox<>(getTranslation("team.managers"));
    private final Checkbox leaveApproval = new Checkbox(getTranslation("team.leave.approval"));
    private final Map<DayOfWeek, IntegerField> minimum = new EnumMap<>(DayOfWeek.class);
    private final Note note = new Note();

    /** @param team null for a new one */
    TeamDialog(Teams teams, UUID team, Consumer<String> saved) {
        this.teams = teams;
        this.team = team;
        this.saved = saved;
        this.read = team == null ? new TeamForm("", Map.of(), Set.of(), false, 0) : teams.form(team).orElseThrow();
        setHeaderTitle(getTranslation(team == null ? "team.new" : "team.changeOf", read.name()));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        name.setValue(read.name());
        name.addClassName("wide");
        List<Someone> choice = teams.managersToChoose();
        managers.setItems(choice);
        managers.setItemLabelGenerator(Someone::name);
        managers.setHelperText(getTranslation("team.managers.help"));
        managers.setValue(choice.stream().filter(one -> read.managers().contains(one.account())).collect(Collectors.toSet()));
        managers.setReadOnly(!teams.mayArrange());
        managers.addClassName("wide");
        Div days = new Div();
        days.addClassName("minimum-days");
        for (DayOfWeek day : DayOfWeek.values()) {
            IntegerField people = new IntegerField(TeamWords.weekday(day));
            people.setMin(0);
            people.setMax(TeamForm.MOST_PEOPLE);
            people.setManualValidation(true);
            people.setValue(read.minimum().getOrDefault(day, 0));
            minimum.put(day, people);
            days.add(people);
        }
        leaveApproval.setValue(read.leaveApproval());
        leaveApproval.setHelperText(getTranslation("team.leave.approval.help"));
        leaveApproval.addClassName("wide");
        Div fields = new Div(name, managers, leaveApproval);
        fields.addClassName("form-grid");
        add(fields, new H3(getTranslation("team.minimum")), days, note);
        Button save = Buttons.once(getTranslation(team == null ? "team.create" : "team.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (team != null && teams.mayArrange()) {
            Button dissolve = new Button(getTranslation("team.dissolve"), click -> confirmDissolving());
            dissolve.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            getFooter().add(dissolve);
        }
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), save);
        EnterKey.presses(this, save);
    }

    private void save() {
        Map<DayOfWeek, Integer> least = new EnumMap<>(DayOfWeek.class);
        minimum.forEach((day, field) -> least.put(day, field.getValue() == null ? 0 : field.getValue()));
        Set<UUID> chosen = managers.getValue().stream().map(Someone::account).collect(Collectors.toSet());
        // Who was named and is no longer to choose is not taken away by who may not say so.
        Set<UUID> named = teams.mayArrange() ? chosen : read.managers();
        TeamForm form = new TeamForm(name.getValue(), least, named, leaveApproval.getValue(), read.version());
        Outcome<?> outcome = team == null ? teams.create(form) : teams.change(team, form);
        if (outcome.isDone()) {
            close();
            saved.accept(form.name());
        } else {
            Map<String, HasValidation> fields = new HashMap<>(Map.of("name", name));
            minimum.forEach((day, field) -> fields.put(TeamForm.field(day), field));
            note.refused(outcome, fields);
        }
    }

    private void confirmDissolving() {
        Confirmation sure = new Confirmation(getTranslation("team.dissolve.title", read.name()), getTranslation("team.dissolve.text"),
                getTranslation("team.dissolve"), yes -> dissolve());
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("staff.back"));
        sure.open();
    }

    private void dissolve() {
        Outcome<Void> outcome = teams.dissolve(team);
        if (outcome.isDone()) {
            close();
            saved.accept(read.name());
        } else {
            note.refused(outcome);
        }
    }
}

package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.ui.TeamWords;

/** What somebody needs to come back; every question may be left out. */
class SayNeedsForm extends Div {

    private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    private static final String OWN = "team.needs";

    private final RadioButtonGroup<Needs.Hours> hours = radios("hours", Needs.Hours.values());
    private final RadioButtonGroup<Needs.Commute> commute = radios("commute", Needs.Commute.values());
    private final CheckboxGroup<DayOfWeek> telework = new CheckboxGroup<>(getTranslation("team.needs.telework"));
    private final RadioButtonGroup<Needs.PostWish> post = radios("post", Needs.PostWish.values());
    private final CheckboxGroup<Needs.Equipment> equipment = new CheckboxGroup<>(getTranslation("team.needs.equipment"));
    private final Checkbox health = new Checkbox(getTranslation("team.needs.health"));
    private final DatePicker starts = day("starts");
    private final DatePicker ends = day("ends");
    private final TextArea note = FormParts.note(this, "team.needs.note");
    private final Note message = new Note();

    SayNeedsForm(TaskFormContext context, BiFunction<Needs, Wish, Outcome<Void>> say) {
        this(context, say, OWN);
    }

    /** The manager writes down what the agent says on the telephone. */
    static SayNeedsForm byTelephone(TaskFormContext context, Function<Needs, Outcome<Void>> say) {
        return new SayNeedsForm(context, (said, wished) -> say.apply(said), "team.call");
    }

    private SayNeedsForm(TaskFormContext context, BiFunction<Needs, Wish, Outcome<Void>> say, String words) {
        telework.setItems(WORKDAYS);
        telework.setItemLabelGenerator(TeamWords::weekday);
        equipment.setItems(Needs.Equipment.values());
        equipment.setItemLabelGenerator(each -> getTranslation("team.needs.equipment." + each));
        health.setHelperText(getTranslation("team.needs.health.help"));
        context.keep("hours", hours);
        context.keep("commute", commute);
        context.keep("telework", telework);
        context.keep("post", post);
        context.keep("equipment", equipment);
        context.keep("health", health);
        context.keep("starts", starts);
        context.keep("ends", ends);
        context.keep("note", note);
        starts.setHelperText(getTranslation("team.leave.text"));
        Div fields = new Div(hours, commute, telework, post, equipment, health, note);
        fields.getChildren().forEach(field -> field.getElement().getClassList().add("wide"));
        // On the telephone the manager writes: those wishes are not theirs to hear, or to make.
        health.setVisible(words.equals(OWN));
        if (words.equals(OWN)) {
            fields.add(starts, ends);
        }
        fields.addClassName("form-grid");
        Button done = FormParts.main(getTranslation(words + ".done"), context, () -> FormParts.settle(say.apply(typed(), wished()), context, message,
                Map.of("note", note, "starts", starts, "ends", ends), words + ".told"));
        Button nothing = new Button(getTranslation(words + ".nothing"), click -> FormParts.settle(say.apply(Needs.NONE, null), context,
                message, Map.of(), words + ".told"));
        nothing.setEnabled(context.mayAct());
        add(FormParts.soft(getTranslation(words + ".text")), FormParts.secret(getTranslation(words + ".secret")), fields, message,
                FormParts.actions(nothing, done));
        EnterKey.presses(this, done);
    }

    private <T extends Enum<T>> RadioButtonGroup<T> radios(String question, T[] answers) {
        RadioButtonGroup<T> group = new RadioButtonGroup<>(getTranslation("team.needs." + question));
        group.setItems(answers);
        group.setItemLabelGenerator(each -> getTranslation("team.needs." + question + "." + each));
        return group;
    }

    private DatePicker day(String which) {
        DatePicker day = DateWords.localised(new DatePicker(getTranslation("team.needs.leave." + which)), getLocale());
        day.setManualValidation(true);
        return day;
    }

    /** Null where no day is named. */
    private Wish wished() {
        return starts.isEmpty() && ends.isEmpty() ? null : new Wish(starts.getValue(), ends.getValue(), LeaveKind.LEAVE);
    }

    private Needs typed() {
        return new Needs(hours.getValue(), commute.getValue(), telework.getValue(), post.getValue(), equipment.getValue(),
                health.getValue(), note.getValue());
    }
}

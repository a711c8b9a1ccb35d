package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.AddedMeasures.Added;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.ui.TeamWords;

/** A manager adds a measure, on the page of the return. */
public class AddMeasureForm extends Div {

    private static final int REVIEW_AFTER_DAYS = 30;

    private final Select<MeasureKind> kind = new Select<>();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>(getTranslation("team.add.days"));
    private final DatePicker reviewOn = new DatePicker(getTranslation("team.agree.reviewOn"));
    private final TextArea text = FormParts.note(this, "team.add.note");
    private final Note note = new Note();

    /**
     * @param added told what came of it where it is done, or cannot be any more
     * @param left  told when nothing is to be added after all
     */
    public AddMeasureForm(AddedMeasures desk, Facts facts, Consumer<Outcome<Void>> added, Runnable left) {
        addClassName("add-measure");
        kind.setLabel(getTranslation("team.add.kind"));
        kind.setItems(MeasureKind.OF_MANAGERS);
        kind.setItemLabelGenerator(each -> getTranslation(each.messageKey()));
        kind.setManualValidation(true);
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(TeamWords::weekday);
        days.addClassName("wide");
        DateWords.localised(reviewOn, getLocale());
        reviewOn.setManualValidation(true);
        LocalDate from = facts.returnOn() == null || facts.returnOn().isBefore(facts.today()) ? facts.today() : facts.returnOn();
        reviewOn.setValue(from.plusDays(REVIEW_AFTER_DAYS));
        kind.addValueChangeListener(chosen -> suit(chosen.getValue()));
        suit(null);
        Button done = Buttons.once(getTranslation("team.add.done"), () -> {
            Outcome<Void> outcome = desk.add(facts.id(), new Added(kind.getValue(), days.getValue(), reviewOn.getValue(), text.getValue()));
            if (outcome instanceof Outcome.Refused<Void> no && no.reason() == CommonRefusal.FIELDS_WRONG) {
                note.refused(no, Map.<String, HasValidation>of("kind", kind, "reviewOn", reviewOn, "note", text));
            } else {
                added.accept(outcome);
            }
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(getTranslation("staff.back"), click -> left.run());
        Div fields = new Div(kind, reviewOn, days, text);
        fields.addClassName("form-grid");
        add(FormParts.soft(getTranslation(facts.preparation() == Preparation.DONE ? "team.add.text.agreed" : "team.add.text", facts.name())),
                fields, FormParts.secret(getTranslation("team.add.secret", facts.name())), note, FormParts.actions(cancel, done));
        EnterKey.presses(this, done);
    }

    /** Whether something would be lost with it. */
    public boolean hasUnsavedChanges() {
        return !kind.isEmpty() || !text.isEmpty();
    }

    public void focus() {
        kind.focus();
    }

    private void suit(MeasureKind chosen) {
        days.setVisible(chosen == MeasureKind.TELEWORK);
        reviewOn.setVisible(chosen == null || !chosen.isOnce());
    }
}

package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.HealthDesk.Support;
import org.passerelle.team.ui.TeamWords;

/** Occupational health writes the adaptations that come of a talk; nothing else of it is kept here. */
class SupportForm extends Div {

    private static final int REVIEW_AFTER_DAYS = 30;

    SupportForm(HealthDesk desk, UserTask task, TaskFormContext context) {
        Support support = desk.support(task.process().id()).orElseThrow();
        CheckboxGroup<MeasureKind> kinds = new CheckboxGroup<>(getTranslation("team.support.adaptations"));
        kinds.setItems(MeasureKind.OF_HEALTH);
        kinds.setItemLabelGenerator(kind -> getTranslation(kind.messageKey()));
        kinds.addClassName("wide");
        DatePicker reviewOn = new DatePicker(getTranslation("team.agree.reviewOn"));
        DateWords.localised(reviewOn, getLocale());
        reviewOn.setManualValidation(true);
        LocalDate from = support.returnOn() == null || support.returnOn().isBefore(support.today()) ? support.today() : support.returnOn();
        reviewOn.setValue(from.plusDays(REVIEW_AFTER_DAYS));
        TextArea text = FormParts.note(this, "team.support.note");
        context.keep("kinds", kinds);
        context.keep("reviewOn", reviewOn);
        context.keep("note", text);
        Note note = new Note();
        String write = getTranslation("team.support.done");
        Button done = FormParts.main(write, context, FormParts.sure(this, write, () -> FormParts.settle(desk.write(task.ref(), support.id(),
                new Adaptations(kinds.getValue(), reviewOn.getValue(), text.getValue())), context, note,
                Map.of("reviewOn", reviewOn, "note", text), "team.support.told", support.agent())));
        Div fields = new Div(kinds, reviewOn, text);
        fields.addClassName("form-grid");
        add(FormParts.soft(support.returnOn() == null ? getTranslation("team.support.text", support.agent(), support.branch())
                : getTranslation("team.support.textOn", support.agent(), support.branch(), TeamWords.day(support.returnOn()))),
                FormParts.secret(getTranslation("team.support.secret", support.agent())), fields, note, FormParts.actions(done));
        EnterKey.presses(this, done);
    }
}

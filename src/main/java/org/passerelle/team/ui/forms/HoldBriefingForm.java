package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;

/** On the day: what everybody who comes back has to know, and the day on which they really came. */
class HoldBriefingForm extends Div {

    HoldBriefingForm(ReturnDesk desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        Facts facts = pages.facts(task.ref()).orElseThrow();
        CheckboxGroup<SafetyItem> items = new CheckboxGroup<>(getTranslation("team.briefing.items"));
        items.setItems(SafetyItem.values());
        items.setItemLabelGenerator(each -> getTranslation("team.briefing.item." + each));
        items.addThemeName("vertical");
        items.addClassName("wide");
        DatePicker cameBackOn = new DatePicker(getTranslation("team.briefing.cameBackOn"));
        DateWords.localised(cameBackOn, getLocale());
        cameBackOn.setManualValidation(true);
        LocalDate planned = facts.returnOn();
        cameBackOn.setValue(planned == null || planned.isAfter(facts.today()) ? facts.today() : planned);
        cameBackOn.setHelperText(getTranslation("team.briefing.cameBackOn.help"));
        context.keep("items", items);
        context.keep("cameBackOn", cameBackOn);
        Note note = new Note();
        String sign = getTranslation("team.briefing.done");
        Button done = FormParts.main(sign, context, FormParts.sure(this, sign, () -> FormParts.settle(desk.holdBriefing(task.ref(),
                task.process().id(), cameBackOn.getValue(), items.getValue().size() == SafetyItem.values().length), context, note,
                Map.of("cameBackOn", cameBackOn, "items", items), "team.briefing.told", facts.name())));
        Div fields = new Div(cameBackOn, items);
        fields.addClassName("form-grid");
        add(FormParts.soft(getTranslation("team.briefing.text", facts.name())), fields, note, FormParts.actions(done));
        EnterKey.presses(this, done);
    }
}

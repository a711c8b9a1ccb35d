package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import java.util.Map;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;

/** The agent chooses one of the times, or says that none suits. */
class ChooseTalkForm extends Div {

    ChooseTalkForm(MyReturn desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        Facts facts = pages.facts(task.ref()).orElseThrow();
        RadioButtonGroup<Instant> times = new RadioButtonGroup<>(getTranslation("team.choose.times"));
        times.setItems(facts.talkTimes());
        times.setItemLabelGenerator(at -> DateTimes.dayAndTime(at, facts.zone(), getLocale()));
        times.addThemeName("vertical");
        times.setManualValidation(true);
        context.keep("times", times);
        Note note = new Note();
        String choose = getTranslation("team.choose.done");
        Button done = FormParts.main(choose, context, () -> {
            if (times.isEmpty()) {
                note.refused(Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("times", "team.choose.error")),
                        Map.of("times", times));
            } else {
                FormParts.sure(this, choose, () -> FormParts.settle(desk.chooseTalk(task.ref(), task.process().id(), times.getValue()),
                        context, note, Map.of(), "team.choose.told", DateTimes.dayAndTime(times.getValue(), facts.zone(), getLocale()))).run();
            }
        });
        Button none = new Button(getTranslation("team.choose.none"), click -> FormParts.settle(desk.chooseTalk(task.ref(),
                task.process().id(), null), context, note, Map.of(), "team.choose.noneTold"));
        none.setEnabled(context.mayAct());
        add(FormParts.soft(getTranslation("team.choose.text", getTranslation("team.talk.way." + facts.talkWay()))), times, note,
                FormParts.actions(none, done));
        EnterKey.presses(this, done);
    }
}

package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.ui.MeasureTable;

/** The agent confirms what was recorded, or sends it back with a remark. */
class ConfirmMeasuresForm extends Div {

    ConfirmMeasuresForm(MyReturn desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        Facts facts = pages.facts(task.ref()).orElseThrow();
        TextArea remark = FormParts.note(this, "team.confirm.remark");
        context.keep("remark", remark);
        Note note = new Note();
        String yes = getTranslation("team.confirm.done");
        Button confirm = FormParts.main(yes, context, FormParts.sure(this, yes, () -> FormParts.settle(desk.confirm(task.ref(),
                task.process().id()), context, note, Map.of(), "team.confirm.told")));
        Button back = new Button(getTranslation("team.confirm.sendBack"), click -> FormParts.settle(desk.sendBack(task.ref(),
                task.process().id(), remark.getValue()), context, note, Map.of("note", remark), "team.confirm.sentBack"));
        back.setEnabled(context.mayAct());
        add(FormParts.soft(getTranslation("team.confirm.text")),
                new MeasureTable(facts.measures().stream().filter(one -> one.state() == WorkMeasure.State.PROPOSED).toList(), null),
                FormParts.secret(getTranslation("team.confirm.secret")), remark, note, FormParts.actions(back, confirm));
        EnterKey.presses(this, confirm);
    }
}

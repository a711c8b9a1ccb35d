package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.service.MyReturn;

/** The agent signs what they were told. */
class SignBriefingForm extends Div {

    SignBriefingForm(MyReturn desk, UserTask task, TaskFormContext context) {
        UnorderedList items = new UnorderedList();
        for (SafetyItem item : SafetyItem.values()) {
            items.add(new ListItem(getTranslation("team.briefing.item." + item)));
        }
        Note note = new Note();
        String sign = getTranslation("team.sign.done");
        Button done = FormParts.main(sign, context, FormParts.sure(this, sign, () -> FormParts.settle(desk.sign(task.ref(),
                task.process().id()), context, note, Map.of(), "team.sign.told")));
        add(FormParts.soft(getTranslation("team.sign.text")), items, note, FormParts.actions(done));
        EnterKey.presses(this, done);
    }
}

package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.service.ReturnDesk;

/** A follow-up talk was held. There is no field for what was said: it stays between the two. */
class HoldTalkForm extends Div {

    HoldTalkForm(ReturnDesk desk, UserTask task, TaskFormContext context) {
        Note note = new Note();
        String held = getTranslation("team.held.done");
        Button done = FormParts.main(held, context, FormParts.sure(this, held, () -> FormParts.settle(desk.talkHeld(task.ref(),
                task.process().id(), task.taskKey()), context, note, Map.of(), "team.held.told")));
        add(FormParts.soft(getTranslation("team.held.text", ReturnToWorkProcess.Tasks.afterDays(task.taskKey()))),
                FormParts.secret(getTranslation("team.held.secret")), note, FormParts.actions(done));
        EnterKey.presses(this, done);
    }
}

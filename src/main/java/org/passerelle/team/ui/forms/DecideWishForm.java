package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.members.service.LeaveCalendar.Decision;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.ui.TeamWords;
import org.passerelle.team.ui.leave.LeaveShortage;
import org.passerelle.team.ui.leave.LeaveTable;

/** A manager decides on days that somebody wishes for, with what would be missing before their eyes. */
class DecideWishForm extends Div {

    DecideWishForm(LeaveDesk desk, LeaveCalendar calendar, UserTask task, TaskFormContext context) {
        Decision asked = calendar.decision(task.ref()).orElseThrow();
        Note note = new Note();
        String yes = getTranslation("team.leave.agree");
        Button agree = FormParts.main(yes, context, FormParts.sure(this, yes, () -> FormParts.settle(desk.decide(task.ref(), asked.id(),
                true), context, note, Map.of(), "team.leave.agreed", asked.name())));
        String no = getTranslation("team.leave.decline");
        Runnable declined = FormParts.sure(this, no, () -> FormParts.settle(desk.decide(task.ref(), asked.id(), false), context, note, Map.of(),
                "team.leave.declined", asked.name()));
        Button decline = new Button(no, click -> declined.run());
        decline.setEnabled(context.mayAct());
        add(FormParts.soft(getTranslation("team.leave.asked", asked.name(), getTranslation("team.leave.kind." + asked.kind()),
                TeamWords.day(asked.starts()), TeamWords.day(asked.ends()))), new LeaveTable(asked.around(), asked.agent()),
                new LeaveShortage(asked.around()), note, FormParts.actions(decline, agree));
        EnterKey.presses(this, agree);
    }
}

package org.passerelle.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.notification.service.PhoneCalls.Call;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;

/** The number to call, what to say, and what came of it. */
class CallForm extends Div {

    private final PhoneCalls calls;
    private final UserTask task;
    private final TaskFormContext context;

    CallForm(PhoneCalls calls, UserTask task, TaskFormContext context) {
        this.calls = calls;
        this.task = task;
        this.context = context;
        addClassName("call-form");
        calls.call(task.ref()).ifPresentOrElse(this::show,
                () -> add(new Paragraph(getTranslation(CommonRefusal.NO_LONGER_TO_DO.messageKey()))));
    }

    private void show(Call call) {
        Anchor number = new Anchor("tel:" + call.phone().replaceAll("[^+0-9]", ""), call.phone());
        number.addClassName("big-number");
        add(new H3(call.name()), number);
        if (call.attempt() > 1) {
            add(soft(getTranslation("call.attempt", call.attempt(), call.attempts())));
        }
        if (call.whyKey() != null) {
            add(soft(getTranslation(call.whyKey())));
        }
        Div words = new Div(call.words());
        words.addClassNames("message", "letter");
        words.getElement().setAttribute("lang", call.language());
        add(new H3(getTranslation("call.say")), words, outcomes());
    }

    private Div outcomes() {
        Button reached = outcome("call.reached", calls::reached);
        reached.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(outcome("call.wrongNumber", calls::wrongNumber), outcome("call.noAnswer", calls::noAnswer),
                reached);
        buttons.addClassName("form-actions");
        return buttons;
    }

    private Button outcome(String key, Function<TaskRef, Outcome<Void>> gesture) {
        Button button = new Button(getTranslation(key), click -> settle(key, gesture));
        button.setEnabled(context.mayAct());
        return button;
    }

    private void settle(String key, Function<TaskRef, Outcome<Void>> gesture) {
        switch (gesture.apply(task.ref())) {
            case Outcome.Done<Void> done -> context.done(new TakeBack("call.undo", () -> calls.stillToCall(task.process().id())),
                    key + ".done");
            case Outcome.Refused<Void> refused -> context.refused(refused);
        }
    }

    private static Paragraph soft(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("soft");
        return line;
    }
}

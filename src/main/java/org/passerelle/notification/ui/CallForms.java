package org.passerelle.notification.ui;

import com.vaadin.flow.component.Component;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.TaskFormContext;
import org.passerelle.platform.ui.TaskForms;

@org.springframework.stereotype.Component
class CallForms implements TaskForms {

    private final PhoneCalls calls;

    CallForms(PhoneCalls calls) {
        this.calls = calls;
    }

    @Override
    public String formKey() {
        return "notification/call";
    }

    @Override
    public Component form(UserTask task, TaskFormContext context) {
        return new CallForm(calls, task.ref(), context);
    }
}

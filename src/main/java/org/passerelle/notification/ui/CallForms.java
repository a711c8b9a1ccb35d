package org.passerelle.notification.ui;

import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The form of {@code message-delivery}'s user task. */
@Configuration
class CallForms {

    @Bean
    TaskForms callForm(PhoneCalls calls) {
        return TaskForm.of("notification/call", (task, context) -> new CallForm(calls, task.ref(), context));
    }
}

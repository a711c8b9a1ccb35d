package org.passerelle.notification.ui;

import java.util.List;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.ui.cases.CasePage;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The form of {@code message-delivery}'s user task. */
@Configuration
class CallForms {

    @Bean
    TaskForms callForm(PhoneCalls calls, List<CasePage> pages) {
        return TaskForm.of("notification/call", (task, context) -> new CallForm(calls, task, context))
                .withPage(task -> calls.about(task).flatMap(about -> CasePage.of(about, pages)).orElse(null));
    }
}

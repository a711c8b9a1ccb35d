package org.passerelle.quarantine.ui;

import com.vaadin.flow.router.RouterLink;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskForm;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.PutAwayDesk;
import org.passerelle.quarantine.service.ReleaseDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of {@code quarantine}'s and {@code emergency-release}'s user tasks. */
@Configuration
class QuarantineTaskForms {

    private static RouterLink page(UserTask task) {
        RouterLink link = new RouterLink(CrateView.class, task.process().id().toString());
        link.setText(link.getTranslation("quarantine.task.crate"));
        return link;
    }

    @Bean
    TaskForms treatForm(CratePages pages, CrateDesk desk) {
        return TaskForm.of("quarantine/treat", (task, context) -> new TreatForm(pages, desk, task, context)).withPage(QuarantineTaskForms::page);
    }

    @Bean
    TaskForms inspectForm(CratePages pages, CrateDesk desk, LiveUpdates live) {
        return TaskForm.of("quarantine/inspect", (task, context) -> new InspectForm(pages, desk, live, task, context)).withPage(QuarantineTaskForms::page);
    }

    @Bean
    TaskForms putAwayForm(CratePages pages, PutAwayDesk desk) {
        return TaskForm.of("quarantine/put-away", (task, context) -> new PutAwayForm(pages, desk, task, context)).withPage(QuarantineTaskForms::page);
    }

    @Bean
    TaskForms decideReleaseForm(ReleaseDesk desk) {
        return TaskForm.of("quarantine/decide-release", (task, context) -> new DecideReleaseForm(desk, task, context));
    }
}

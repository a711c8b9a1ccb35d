package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.function.BiFunction;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.TaskFormContext;
import org.passerelle.platform.ui.TaskForms;
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

    private record Form(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing) implements TaskForms {

        @Override
        public Component form(UserTask task, TaskFormContext context) {
            return drawing.apply(task, context);
        }
    }

    /** What is done about one crate, as a whole or along the shelves. */
    private record CrateForm(String formKey, BiFunction<UserTask, TaskFormContext, Component> drawing) implements TaskForms {

        @Override
        public Component form(UserTask task, TaskFormContext context) {
            return drawing.apply(task, context);
        }

        @Override
        public Optional<RouterLink> page(UserTask task) {
            RouterLink link = new RouterLink(CrateView.class, task.process().id().toString());
            link.setText(link.getTranslation("quarantine.task.crate"));
            return Optional.of(link);
        }
    }

    @Bean
    TaskForms treatForm(CratePages pages, CrateDesk desk) {
        return new CrateForm("quarantine/treat", (task, context) -> new TreatForm(pages, desk, task, context));
    }

    @Bean
    TaskForms inspectForm(CratePages pages, CrateDesk desk, LiveUpdates live) {
        return new CrateForm("quarantine/inspect", (task, context) -> new InspectForm(pages, desk, live, task, context));
    }

    @Bean
    TaskForms putAwayForm(CratePages pages, PutAwayDesk desk) {
        return new CrateForm("quarantine/put-away", (task, context) -> new PutAwayForm(pages, desk, task, context));
    }

    @Bean
    TaskForms decideReleaseForm(ReleaseDesk desk) {
        return new Form("quarantine/decide-release", (task, context) -> new DecideReleaseForm(desk, task, context));
    }
}

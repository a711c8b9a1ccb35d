package org.passerelle.inbox.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.cases.FormsInPlace;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.stereotype.Component;

/** The forms of the inbox on the pages of their cases, with the same drafts. What can be taken back can be so in the inbox alone. */
@Component
class TasksOnTheirPages implements FormsInPlace {

    private final Inbox inbox;
    private final Map<String, TaskForms> forms;
    private final SignedIn signedIn;

    TasksOnTheirPages(Inbox inbox, List<TaskForms> forms, SignedIn signedIn) {
        this.inbox = inbox;
        this.forms = forms.stream().collect(Collectors.toMap(TaskForms::formKey, Function.identity()));
        this.signedIn = signedIn;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> form(OpenTask task, Told told) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        return inbox.task(task.ref()).filter(open -> open.mayAct() && (open.assignee() == null || open.assignee().equals(me)))
                .map(InboxTask::asUserTask).flatMap(open -> Optional.ofNullable(forms.get(open.formKey()))
                        .map(each -> each.form(open, new Context(me, open.ref(), told))));
    }

    private record Context(UUID me, TaskRef task, Told told, TaskDrafts drafts) implements TaskFormContext {

        Context(UUID me, TaskRef task, Told told) {
            this(me, task, told, TaskDrafts.of(VaadinSession.getCurrent()));
        }

        @Override
        public void done(TakeBack takeBack, String messageKey, Object... args) {
            drafts.forget(me, task);
            told.done(messageKey, args);
        }

        @Override
        public void changed() {
            told.changed();
        }

        @Override
        public void refused(Outcome.Refused<?> refusal) {
            told.refused(refusal);
        }

        @Override
        public <V> void keep(String name, HasValue<?, V> field) {
            drafts.keep(me, task, name, field);
        }

        @Override
        public boolean mayAct() {
            return true;
        }
    }
}

package org.passerelle.support.errand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a module contributes around its process, for the sample errand: describer, forms and delegate. */
@Configuration
public class SampleErrands {

    /** The facts of each errand, kept where a module would have its table. */
    public static final Map<UUID, Errand> ALL = new ConcurrentHashMap<>();

    /** Words of an errand whose service step fails. */
    public static final String FAILS = "fails";

    /**
     * @param due     or null
     * @param waiting since when somebody waits outside for it, or null
     */
    public record Errand(String name, UUID branch, Instant due, Instant waiting, String words) {

        public Errand(String name, UUID branch, Instant due, String words) {
            this(name, branch, due, null, words);
        }
    }

    @Bean
    TaskDescriber sampleErrandTasks() {
        return new TaskDescriber() {
            @Override
            public String processKey() {
                return SampleErrandProcess.KEY;
            }

            @Override
            public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
                Map<TaskRef, TaskFacts> facts = new HashMap<>();
                tasks.forEach(task -> {
                    Errand errand = ALL.get(task.process().id());
                    facts.put(task.ref(), new TaskFacts("sample.subject", List.of(errand.name()), errand.branch(),
                            errand.due(), errand.waiting(), errand.words()));
                });
                return facts;
            }
        };
    }

    @Bean
    TaskForms sampleErrandRun(SampleErrandProcess process) {
        return new TaskForms() {
            @Override
            public String formKey() {
                return "sample-errand.run";
            }

            @Override
            public Component form(UserTask task, TaskFormContext context) {
                TextField note = new TextField("note");
                context.keep("note", note);
                Button run = new Button("run", click -> {
                    if (process.ran(task.ref())) {
                        context.done("sample.done", note.getValue());
                    } else {
                        context.refused(new Outcome.Refused<>(CommonRefusal.NO_LONGER_TO_DO));
                    }
                });
                run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                run.setEnabled(context.mayAct());
                return new Div(note, run);
            }
        };
    }

    @Bean
    TaskForms sampleErrandReport() {
        return new TaskForms() {
            @Override
            public String formKey() {
                return "sample-errand.report";
            }

            @Override
            public Component form(UserTask task, TaskFormContext context) {
                return new Div();
            }
        };
    }

    @Bean
    JavaDelegate sampleErrandNoted() {
        return execution -> {
            Errand errand = ALL.get(UUID.fromString(execution.getProcessBusinessKey()));
            if (errand != null && FAILS.equals(errand.words())) {
                throw new IllegalStateException("planted, for " + errand.name());
            }
        };
    }
}

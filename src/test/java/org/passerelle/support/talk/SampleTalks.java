package org.passerelle.support.talk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a module contributes around its process, for the sample talk. */
@Configuration
public class SampleTalks {

    /** The facts of each talk, kept where a module would have its table. */
    public static final Map<UUID, Talk> ALL = new ConcurrentHashMap<>();

    /** @param branch or null for the network's */
    public record Talk(String name, UUID branch) {
    }

    @Bean
    TaskDescriber sampleTalkTasks() {
        return new TaskDescriber() {
            @Override
            public String processKey() {
                return SampleTalkProcess.KEY;
            }

            @Override
            public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
                Map<TaskRef, TaskFacts> facts = new HashMap<>();
                tasks.forEach(task -> {
                    Talk talk = ALL.get(task.process().id());
                    facts.put(task.ref(), new TaskFacts("sample.subject", List.of(talk.name()), talk.branch(), null, talk.name()));
                });
                return facts;
            }
        };
    }

    @Bean
    TaskForms sampleTalkTalk() {
        return form("sample-talk.talk");
    }

    @Bean
    TaskForms sampleTalkDecide() {
        return form("sample-talk.decide");
    }

    private static TaskForms form(String key) {
        return new TaskForms() {
            @Override
            public String formKey() {
                return key;
            }

            @Override
            public Component form(UserTask task, TaskFormContext context) {
                return new Div();
            }
        };
    }
}

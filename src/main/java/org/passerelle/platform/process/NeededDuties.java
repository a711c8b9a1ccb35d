package org.passerelle.platform.process;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.passerelle.platform.people.Duty;
import org.springframework.stereotype.Component;

/** The duties that processes give tasks to, as their models say. */
@Component
public class NeededDuties {

    private final EngineCommands commands;
    private final RepositoryService repository;

    NeededDuties(EngineCommands commands, ProcessEngine engine) {
        this.commands = commands;
        this.repository = engine.getRepositoryService();
    }

    public Set<Duty> all() {
        return commands.run(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process -> repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream())
                .flatMap(task -> new TaskAudience(null, Set.copyOf(task.getCamundaCandidateGroupsList())).duties().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}

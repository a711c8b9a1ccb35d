package org.passerelle.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.InstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that the engine runs: what starts them, moves them on, and where they stand. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final EngineCommands commands;
    private final UserTasks userTasks;
    private final PrivateTasks privateTasks;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final HistoryService history;
    private final CommandExecutor together;

    Processes(EngineCommands commands, UserTasks userTasks, PrivateTasks privateTasks, ProcessEngine engine) {
        this.commands = commands;
        this.userTasks = userTasks;
        this.privateTasks = privateTasks;
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.repository = engine.getRepositoryService();
        this.history = engine.getHistoryService();
        this.together = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    public void start(CaseRef process, Variables variables) {
        commands.run(() -> runtime.startProcessInstanceByKey(process.processKey(), process.id().toString(),
                variables.asMap()));
    }

    /** Several cases of one process, which the engine then writes together: a few statements for all of them. */
    public void startAll(String processKey, Map<UUID, Variables> cases) {
        commands.run(() -> together.execute(context -> {
            cases.forEach((id, variables) -> runtime.startProcessInstanceByKey(processKey, id.toString(), variables.asMap()));
            return null;
        }));
    }

    public boolean isRunning(CaseRef process) {
        return commands.run(() -> instance(process).isPresent());
    }

    /** @return false when the case does not wait for that message (any more) */
    public boolean correlate(CaseRef process, String message, Variables variables) {
        return commands.run(() -> {
            Optional<ProcessInstance> instance = instance(process);
            if (instance.isEmpty() || runtime.createExecutionQuery()
                    .processInstanceId(instance.get().getId()).messageEventSubscriptionName(message).count() == 0) {
                return false;
            }
            try {
                runtime.createMessageCorrelation(message).processInstanceId(instance.get().getId())
                        .setVariables(variables.asMap()).correlate();
                return true;
            } catch (MismatchingMessageCorrelationException gone) {
                return false;
            }
        });
    }

    /**
     * Completes exactly that task.
     *
     * @param taskKey what the caller believes it to be; another kind of task is a bug
     * @return false when it is already done or gone
     * @throws AccessDeniedException when it is a duty's or one person's, and not that of the person signed in
     */
    public boolean complete(TaskRef ref, String taskKey, Variables variables) {
        return commands.run(() -> {
            Task task = tasks.createTaskQuery().taskId(ref.value()).singleResult();
            if (task == null) {
                return false;
            }
            if (!task.getTaskDefinitionKey().equals(taskKey)) {
                throw new IllegalArgumentException("task " + ref.value() + " is no " + taskKey);
            }
            if (task.getOwner() != null) {
                userTasks.task(ref).ifPresent(privateTasks::requireFor);
            }
            tasks.complete(ref.value(), variables.asMap());
            return true;
        });
    }

    /**
     * The same, for a task that must belong to that case: a reference from elsewhere is a bug or an attack.
     *
     * @throws IllegalArgumentException when it is another case's
     */
    public boolean complete(TaskRef ref, CaseRef process, String taskKey, Variables variables) {
        return userTasks.task(ref).map(task -> {
            if (!task.process().equals(process)) {
                throw new IllegalArgumentException("task " + ref.value() + " is of another case");
            }
            return complete(ref, taskKey, variables);
        }).orElse(false);
    }

    /** Other values from now on, for what the case has not come to yet. Nothing happens where it has ended. */
    public void change(CaseRef process, Variables variables) {
        commands.run(() -> {
            instance(process).ifPresent(running -> runtime.setVariables(running.getId(), variables.asMap()));
            return null;
        });
    }

    /**
     * Where a case stood before what has just been done, as element ids of its model.
     *
     * @param cancelled where a token stands only because of what is taken back
     * @param behind    elements that the case has been through: a token stands behind each, for example at a join
     * @param at        where the other tokens stand again
     */
    public record Before(Set<String> cancelled, List<String> behind, List<String> at) {
    }

    /**
     * Takes the case back to there. One that has ended meanwhile runs again, with the variables that it had: to people it is the
     * same case.
     */
    public void takeBack(CaseRef process, Before before, Variables variables) {
        commands.run(() -> {
            instance(process).ifPresentOrElse(running -> {
                runtime.setVariables(running.getId(), variables.asMap());
                ProcessInstanceModificationBuilder back = runtime.createProcessInstanceModification(running.getId());
                begin(back, before);
                // Last: a scope without any token would be left, and the case with it.
                before.cancelled().forEach(back::cancelAllForActivity);
                back.execute();
            }, () -> {
                HistoricProcessInstance ended = last(process).orElseThrow();
                ProcessInstantiationBuilder again = runtime.createProcessInstanceByKey(process.processKey())
                        .businessKey(process.id().toString()).setVariables(variablesOf(ended)).setVariables(variables.asMap());
                begin(again, before);
                again.execute();
            });
            return null;
        });
    }

    /** What was passed comes first: it makes the scope in which the rest takes place. */
    private static void begin(InstantiationBuilder<?> tokens, Before before) {
        before.behind().forEach(tokens::startAfterActivity);
        before.at().forEach(tokens::startBeforeActivity);
    }

    private Map<String, Object> variablesOf(HistoricProcessInstance ended) {
        Map<String, Object> had = new HashMap<>();
        history.createHistoricVariableInstanceQuery().processInstanceId(ended.getId()).activityInstanceIdIn(ended.getId()).list()
                .forEach(variable -> had.put(variable.getName(), variable.getValue()));
        return had;
    }

    private Optional<HistoricProcessInstance> last(CaseRef process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process.processKey())
                .processInstanceBusinessKey(process.id().toString()).orderByProcessInstanceStartTime().desc().listPage(0, 1)
                .stream().findFirst();
    }

    /**
     * What the engine still holds about the case: element ids where its tokens stand.
     *
     * @param last   its latest instance
     * @param passed element ids that a token has left
     */
    public Diagram diagram(HistoricProcessInstance last, Set<String> passed) {
        Set<String> active = new HashSet<>();
        if (last.getEndTime() == null) {
            collect(runtime.getActivityInstance(last.getId()), active);
        }
        try (InputStream xml = repository.getProcessModel(last.getProcessDefinitionId())) {
            return new Diagram(last.getProcessDefinitionKey(), new String(xml.readAllBytes(), StandardCharsets.UTF_8), active, passed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param process its key
     * @param xml    the model as deployed for this case
     * @param active element ids where a token stands
     * @param passed element ids that a token has left
     */
    public record Diagram(String process, String xml, Set<String> active, Set<String> passed) {
    }

    private Optional<ProcessInstance> instance(CaseRef process) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processDefinitionKey(process.processKey())
                .processInstanceBusinessKey(process.id().toString()).singleResult());
    }

    private static void collect(ActivityInstance instance, Set<String> into) {
        if (instance == null) {
            return;
        }
        List<ActivityInstance> children = new ArrayList<>(List.of(instance.getChildActivityInstances()));
        if (children.isEmpty() && instance.getParentActivityInstanceId() != null) {
            into.add(instance.getActivityId());
        }
        for (var transition : instance.getChildTransitionInstances()) {
            into.add(transition.getActivityId());
        }
        children.forEach(child -> collect(child, into));
    }
}

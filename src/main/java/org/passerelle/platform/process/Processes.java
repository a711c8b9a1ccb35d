package org.passerelle.platform.process;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.passerelle.platform.security.Role;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to the engine. Rows of the same transaction are flushed before each command, so that a constraint fails
 * before the engine has moved; each command belongs to the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    /** PostgreSQL's code: it has ended one of two transactions that waited for each other. */
    private static final String DEADLOCK = "40P01";

    private static final int BATCH = 500;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final HistoryService history;
    private final DecisionService decisions;
    private final ManagementService management;
    private final CommandExecutor commands;
    private final EntityManager rows;

    Processes(ProcessEngine engine, EntityManager rows) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.repository = engine.getRepositoryService();
        this.history = engine.getHistoryService();
        this.decisions = engine.getDecisionService();
        this.management = engine.getManagementService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.rows = rows;
    }

    public void start(CaseRef process, Variables variables) {
        command(() -> runtime.startProcessInstanceByKey(process.processKey(), process.id().toString(), variables.asMap()));
    }

    /** @return false when the case does not wait for that message (any more) */
    public boolean correlate(CaseRef process, String message, Variables variables) {
        return command(() -> {
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
     */
    public boolean complete(TaskRef ref, String taskKey, Variables variables) {
        return command(() -> {
            Task task = tasks.createTaskQuery().taskId(ref.value()).singleResult();
            if (task == null) {
                return false;
            }
            if (!task.getTaskDefinitionKey().equals(taskKey)) {
                throw new IllegalArgumentException("task " + ref.value() + " is no " + taskKey);
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
        return task(ref).map(task -> {
            if (!task.process().equals(process)) {
                throw new IllegalArgumentException("task " + ref.value() + " is of another case");
            }
            return complete(ref, taskKey, variables);
        }).orElse(false);
    }

    /** @return false when it is gone or somebody else has it */
    public boolean claim(TaskRef ref, UUID account) {
        return command(() -> {
            Task task = tasks.createTaskQuery().taskId(ref.value()).singleResult();
            if (task == null || task.getAssignee() != null && !task.getAssignee().equals(account.toString())) {
                return false;
            }
            tasks.claim(ref.value(), account.toString());
            return true;
        });
    }

    /** Gives it to that account, or back to its groups where the account is null. @return false when it is gone */
    public boolean assign(TaskRef ref, UUID account) {
        return command(() -> {
            if (tasks.createTaskQuery().taskId(ref.value()).count() == 0) {
                return false;
            }
            tasks.setAssignee(ref.value(), account == null ? null : account.toString());
            return true;
        });
    }

    /**
     * Sets the timers of that element to other instants, all in this transaction; cases that no longer wait there are
     * left alone.
     *
     * @param at the new instant of each case, by its id
     * @return how many timers were moved
     */
    public int moveTimers(String processKey, String elementId, Map<UUID, Instant> at) {
        return command(() -> {
            Map<String, Job> timers = management.createJobQuery().timers().processDefinitionKey(processKey)
                    .activityId(elementId).list().stream()
                    .collect(Collectors.toMap(Job::getProcessInstanceId, timer -> timer));
            Map<String, Instant> moves = new HashMap<>();
            for (List<String> instances : batches(List.copyOf(timers.keySet()))) {
                runtime.createProcessInstanceQuery().processInstanceIds(Set.copyOf(instances)).list().forEach(instance -> {
                    Instant to = at.get(UUID.fromString(instance.getBusinessKey()));
                    if (to != null) {
                        moves.put(timers.get(instance.getId()).getId(), to);
                    }
                });
            }
            // One command around all of them: the engine then writes them in batches.
            commands.execute(context -> {
                moves.forEach((timer, to) -> management.setJobDuedate(timer, Date.from(to), false));
                return null;
            });
            return moves.size();
        });
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + BATCH))).toList();
    }

    public Optional<UserTask> task(TaskRef ref) {
        return read(tasks.createTaskQuery().taskId(ref.value()).initializeFormKeys().list()).stream().findFirst();
    }

    /** The open tasks of one case. */
    public List<UserTask> tasks(CaseRef process) {
        return read(tasks.createTaskQuery().processDefinitionKey(process.processKey())
                .processInstanceBusinessKey(process.id().toString()).initializeFormKeys().list());
    }

    /** A page of all open tasks, in the order of their ids: what a read model is rebuilt from. */
    public List<UserTask> allTasks(int first, int size) {
        return read(tasks.createTaskQuery().orderByTaskId().asc().initializeFormKeys().listPage(first, size));
    }

    /** A page of the ids of all open tasks, in their order: what a read model is compared with. */
    public List<TaskRef> allTaskRefs(int first, int size) {
        return tasks.createTaskQuery().orderByTaskId().asc().listPage(first, size).stream()
                .map(task -> new TaskRef(task.getId())).toList();
    }

    public boolean isRunning(CaseRef process) {
        return instance(process).isPresent();
    }

    /** What the engine still holds about the case: element ids where its tokens stand, and where they have been. */
    public Optional<Diagram> diagram(CaseRef process) {
        HistoricProcessInstance last = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process.processKey()).processInstanceBusinessKey(process.id().toString())
                .orderByProcessInstanceStartTime().desc().listPage(0, 1).stream().findFirst().orElse(null);
        if (last == null) {
            return Optional.empty();
        }
        Set<String> active = new HashSet<>();
        if (last.getEndTime() == null) {
            collect(runtime.getActivityInstance(last.getId()), active);
        }
        Set<String> passed = new HashSet<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(last.getId()).finished().list()
                .forEach(activity -> passed.add(activity.getActivityId()));
        try (InputStream xml = repository.getProcessModel(last.getProcessDefinitionId())) {
            return Optional.of(new Diagram(new String(xml.readAllBytes(), StandardCharsets.UTF_8), active, passed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of outputs that the newest version of that table answers. */
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs) {
        return command(() -> decisions.evaluateDecisionTableByKey(decisionKey, inputs).getResultList().stream()
                .<Map<String, Object>>map(row -> Map.copyOf(row)).toList());
    }

    /**
     * @param xml    the model as deployed for this case
     * @param active element ids where a token stands
     * @param passed element ids that a token has left
     */
    public record Diagram(String xml, Set<String> active, Set<String> passed) {
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

    /** A fixed number of queries, whatever the number of tasks. */
    private List<UserTask> read(List<Task> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        String[] ids = page.stream().map(Task::getId).toArray(String[]::new);
        Map<String, Set<String>> groups = new HashMap<>();
        for (Role role : Role.values()) {
            tasks.createTaskQuery().taskIdIn(ids).taskCandidateGroup(role.name()).includeAssignedTasks().list()
                    .forEach(task -> groups.computeIfAbsent(task.getId(), id -> new HashSet<>()).add(role.name()));
        }
        Map<String, String> cases = runtime.createProcessInstanceQuery()
                .processInstanceIds(page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).list()
                .stream().collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return page.stream().map(task -> new UserTask(new TaskRef(task.getId()),
                new CaseRef(UserTaskEvents.processKey(task.getProcessDefinitionId()),
                        UUID.fromString(cases.get(task.getProcessInstanceId()))),
                task.getTaskDefinitionKey(), task.getFormKey(),
                task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                groups.getOrDefault(task.getId(), Set.of()),
                UserTaskEvents.instant(task.getCreateTime()), UserTaskEvents.instant(task.getDueDate()),
                task.getPriority())).toList();
    }

    private <T> T command(Supplier<T> command) {
        try {
            rows.flush();
            return command.get();
        } catch (OptimisticLockException lost) {
            throw new OptimisticLockingFailureException("a row has just been changed by somebody else", lost);
        } catch (OptimisticLockingException | TaskAlreadyClaimedException lost) {
            throw new OptimisticLockingFailureException("the case has just moved on", lost);
        } catch (ProcessEngineException failed) {
            if (isDeadlock(failed)) {
                throw new OptimisticLockingFailureException("somebody else was moving the same cases", failed);
            }
            throw failed;
        }
    }

    private static boolean isDeadlock(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

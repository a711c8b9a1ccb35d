package org.passerelle.platform.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of all cases, and whose they are; a task is done through its case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UserTasks {

    private final EngineCommands commands;
    private final RuntimeService runtime;
    private final TaskService tasks;

    UserTasks(EngineCommands commands, ProcessEngine engine) {
        this.commands = commands;
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
    }

    /** @return false when it is gone or somebody else has it */
    public boolean claim(TaskRef ref, UUID account) {
        return commands.run(() -> {
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
        return commands.run(() -> {
            if (tasks.createTaskQuery().taskId(ref.value()).count() == 0) {
                return false;
            }
            tasks.setAssignee(ref.value(), account == null ? null : account.toString());
            return true;
        });
    }

    /** Back to its groups, whoever it was for: who had it, or whom it named, has left. @return false when it is gone */
    public boolean release(TaskRef ref) {
        return task(ref).map(task -> commands.run(() -> {
            // Saved whole: the engine's own way to set an owner takes none.
            Task kept = tasks.createTaskQuery().taskId(ref.value()).singleResult();
            kept.setOwner(new TaskAudience(null, task.candidateGroups()).mark());
            tasks.saveTask(kept);
            tasks.setAssignee(ref.value(), null);
            return true;
        })).orElse(false);
    }

    /** For another person from now on, and with them: whom it named before does not see it any more. */
    public void nameAnew(TaskRef ref, UUID person) {
        commands.run(() -> {
            Task kept = tasks.createTaskQuery().taskId(ref.value()).singleResult();
            kept.setOwner(new TaskAudience(person, Set.of()).mark());
            tasks.saveTask(kept);
            tasks.setAssignee(ref.value(), person.toString());
            return null;
        });
    }

    public Optional<UserTask> task(TaskRef ref) {
        return read(tasks.createTaskQuery().taskId(ref.value()).initializeFormKeys().list()).stream().findFirst();
    }

    /** The open tasks of one case. */
    public List<UserTask> of(CaseRef process) {
        return read(tasks.createTaskQuery().processDefinitionKey(process.processKey())
                .processInstanceBusinessKey(process.id().toString()).initializeFormKeys().list());
    }

    /** A page of all open tasks, in the order of their ids: what a read model is rebuilt from. */
    public List<UserTask> all(int first, int size) {
        return read(tasks.createTaskQuery().orderByTaskId().asc().initializeFormKeys().listPage(first, size));
    }

    /** A page of the ids of all open tasks, in their order: what a read model is compared with. */
    public List<TaskRef> allRefs(int first, int size) {
        return tasks.createTaskQuery().orderByTaskId().asc().listPage(first, size).stream()
                .map(task -> new TaskRef(task.getId())).toList();
    }

    /** A fixed number of queries, whatever the number of tasks; without those whose case has ended meanwhile. */
    private List<UserTask> read(List<Task> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        String[] ids = page.stream().map(Task::getId).toArray(String[]::new);
        Map<String, Set<String>> groups = new HashMap<>();
        // Whatever is for a duty now, or once somebody has left, has an owner: roles are asked for alone where none has.
        boolean someArePrivate = page.stream().anyMatch(task -> task.getOwner() != null);
        for (String group : TaskAudience.known().stream().filter(each -> someArePrivate || !TaskAudience.isDuty(each)).toList()) {
            tasks.createTaskQuery().taskIdIn(ids).taskCandidateGroup(group).includeAssignedTasks().list()
                    .forEach(task -> groups.computeIfAbsent(task.getId(), id -> new HashSet<>()).add(group));
        }
        Map<String, String> cases = runtime.createProcessInstanceQuery()
                .processInstanceIds(page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).list()
                .stream().collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return page.stream().filter(task -> cases.containsKey(task.getProcessInstanceId()))
                .map(task -> new UserTask(new TaskRef(task.getId()),
                new CaseRef(UserTaskEvents.processKey(task.getProcessDefinitionId()),
                        UUID.fromString(cases.get(task.getProcessInstanceId()))),
                task.getTaskDefinitionKey(), task.getFormKey(),
                task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                TaskAudience.person(task.getOwner()).orElse(null), groups.getOrDefault(task.getId(), Set.of()),
                UserTaskEvents.instant(task.getCreateTime()), UserTaskEvents.instant(task.getDueDate()),
                task.getPriority())).toList();
    }
}

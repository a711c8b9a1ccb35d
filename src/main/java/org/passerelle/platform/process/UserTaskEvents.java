package org.passerelle.platform.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the product, within the engine's transaction, what happens to each user task. */
class UserTaskEvents extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;
    private final Predicate<UUID> isOpenStaff;

    /** @param isOpenStaff whether somebody works here with that account, which nobody closes before the transaction ends */
    UserTaskEvents(ApplicationEventPublisher events, Predicate<UUID> isOpenStaff) {
        this.events = events;
        this.isOpenStaff = isOpenStaff;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPostBPMNParseListeners() == null) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                for (String name : List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT,
                        TaskListener.EVENTNAME_UPDATE, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
                    task.addBuiltInTaskListener(name, UserTaskEvents.this::publish);
                }
            }
        });
    }

    private void publish(DelegateTask task) {
        if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
            keepForWhom(task);
        }
        events.publishEvent(new UserTaskEvent(switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> UserTaskEvent.Kind.CREATED;
            case TaskListener.EVENTNAME_ASSIGNMENT -> UserTaskEvent.Kind.ASSIGNED;
            case TaskListener.EVENTNAME_COMPLETE -> UserTaskEvent.Kind.COMPLETED;
            case TaskListener.EVENTNAME_DELETE -> UserTaskEvent.Kind.DELETED;
            default -> UserTaskEvent.Kind.UPDATED;
        }, read(task)));
    }

    /**
     * Only the model has given it to somebody yet: whom it names. Whoever takes it later is its assignee too, so it is
     * kept apart, as its owner. Somebody who has left is not waited for: it goes to its groups.
     */
    private void keepForWhom(DelegateTask task) {
        if (task.getAssignee() != null && !isOpenStaff.test(UUID.fromString(task.getAssignee()))) {
            task.setAssignee(null);
        }
        String mark = new TaskAudience(task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                groups(task)).mark();
        if (mark != null) {
            task.setOwner(mark);
        }
    }

    private static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null)
                .collect(Collectors.toSet());
    }

    private static UserTask read(DelegateTask task) {
        return new UserTask(new TaskRef(task.getId()),
                new CaseRef(processKey(task), UUID.fromString(task.getExecution().getProcessBusinessKey())),
                task.getTaskDefinitionKey(),
                task.getBpmnModelElementInstance().getCamundaFormKey(),
                task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                TaskAudience.person(task.getOwner()).orElse(null), groups(task),
                instant(task.getCreateTime()), instant(task.getDueDate()), task.getPriority());
    }

    /** A definition id begins with the process key. */
    static String processKey(DelegateTask task) {
        return processKey(task.getProcessDefinitionId());
    }

    static String processKey(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }

    static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

package org.passerelle.inbox.service;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.inbox.domain.InboxRows;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.DutiesChanged;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTaskEvent;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the read model in step with the engine: each row is written in the transaction of the task it shows. */
@Service
public class InboxKeeper {

    /** What screens follow to show the list as it is. */
    public static final Topic CHANGED = new Topic.Kind("inbox").any();

    private static final int BATCH = 500;

    private final InboxRows rows;
    private final UserTasks tasks;
    private final Map<String, TaskDescriber> describers;
    private final Duties duties;
    private final TasksOfLeavers leavers;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    InboxKeeper(InboxRows rows, UserTasks tasks, List<TaskDescriber> describers, Duties duties, TasksOfLeavers leavers,
                EntityManager entities, ApplicationEventPublisher events) {
        this.rows = rows;
        this.tasks = tasks;
        this.describers = describers.stream()
                .collect(Collectors.toMap(TaskDescriber::processKey, Function.identity()));
        this.duties = duties;
        this.leavers = leavers;
        this.entities = entities;
        this.events = events;
    }

    /** What screens of that person follow beside it: tasks that others are not even told to have changed. */
    public static Topic changedFor(UUID account) {
        return CHANGED.kind().of(account);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UserTaskEvent event) {
        if (event.kind().ends()) {
            tell(event.task());
            rows.remove(event.task().ref());
        } else {
            describe(List.of(event.task()));
            tell(event.task());
        }
    }

    /** Their list holds more than before, or less. */
    @EventListener
    public void follow(DutiesChanged event) {
        events.publishEvent(changedFor(event.account()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(CaseFactsChanged event) {
        List<UserTask> open = rows.ofCase(event.process());
        if (!open.isEmpty()) {
            describe(open);
            open.forEach(this::tell);
            // A duty's task is another holder's where its branch or its team is another one now.
            open.stream().filter(task -> task.assignee() != null && task.audience().isForDuty()).map(UserTask::assignee).distinct()
                    .forEach(leavers::giveBackWhatCannotBeDone);
        }
    }

    private void tell(UserTask task) {
        if (!task.audience().isPrivate()) {
            events.publishEvent(CHANGED);
        } else if (task.person() != null) {
            events.publishEvent(changedFor(task.person()));
        } else {
            WorkSite work = rows.siteOf(task.ref());
            task.audience().duties().stream().flatMap(duty -> duties.holders(duty, work).stream()).distinct()
                    .forEach(holder -> events.publishEvent(changedFor(holder)));
        }
    }

    /** Writes the whole read model again from the engine's open tasks; whoever writes meanwhile waits for the end. */
    @Transactional
    public void rebuild() {
        rows.clear();
        int first = 0;
        for (List<UserTask> batch = tasks.all(first, BATCH); !batch.isEmpty();
                batch = tasks.all(first, BATCH)) {
            batch.stream().collect(Collectors.groupingBy(task -> task.process().processKey())).values()
                    .forEach(this::describe);
            first += batch.size();
        }
        events.publishEvent(CHANGED);
    }

    /** Both as of one instant, task by task, a page of ids at a time. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Comparison compare() {
        int engineTasks = 0;
        long shown = 0;
        for (List<TaskRef> batch = tasks.allRefs(0, BATCH); !batch.isEmpty();
                batch = tasks.allRefs(engineTasks, BATCH)) {
            engineTasks += batch.size();
            shown += rows.countOf(batch);
        }
        return new Comparison(engineTasks, engineTasks - shown, rows.count() - shown);
    }

    /**
     * @param engineTasks how many tasks are open
     * @param missing     how many of them the inbox does not show
     * @param extra       how many the inbox shows that are not open
     */
    public record Comparison(long engineTasks, long missing, long extra) {

        public boolean agrees() {
            return missing == 0 && extra == 0;
        }
    }

    /** @param tasks of one process */
    private void describe(Collection<UserTask> tasks) {
        // A step may have changed its aggregate in this very transaction, and describers read by SQL.
        entities.flush();
        TaskDescriber describer = describers.get(tasks.iterator().next().process().processKey());
        Map<TaskRef, TaskFacts> facts = describer == null ? Map.of() : describer.describe(tasks);
        tasks.forEach(task -> rows.put(task, facts.get(task.ref())));
    }
}

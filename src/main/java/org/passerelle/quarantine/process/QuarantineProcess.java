package org.passerelle.quarantine.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.passerelle.platform.process.jobs.Timers;
import org.passerelle.quarantine.CrateId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/quarantine.bpmn}. A crate's case begins when it is sealed. */
@Component
public class QuarantineProcess {

    public static final String KEY = "quarantine";

    public static final class Messages {
        public static final String RELEASED_EARLY = "quarantine.releasedEarly";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String TREAT = "user_treat";
        public static final String INSPECT = "user_inspect";
        public static final String PUT_AWAY = "user_putAway";

        private Tasks() {
        }
    }

    public static final class Vars {
        public static final Variable<Date> RELEASE_AT = Variable.instant("releaseAt");
        public static final Variable<Boolean> TREATMENT_ASKED = Variable.flag("treatmentAsked");
        public static final Variable<Boolean> TO_PUT_AWAY = Variable.flag("toPutAway");

        private Vars() {
        }
    }

    private static final String RELEASE_TIMER = "timer_release";

    private final Processes processes;
    private final UserTasks tasks;
    private final Timers timers;
    private final ApplicationEventPublisher events;

    QuarantineProcess(Processes processes, UserTasks tasks, Timers timers, ApplicationEventPublisher events) {
        this.processes = processes;
        this.tasks = tasks;
        this.timers = timers;
        this.events = events;
    }

    public static CaseRef caseOf(CrateId crate) {
        return new CaseRef(KEY, crate.value());
    }

    public void start(CrateId crate, Instant releaseAt) {
        processes.start(caseOf(crate), Variables.none().with(Vars.RELEASE_AT, releaseAt)
                .with(Vars.TREATMENT_ASKED, false).with(Vars.TO_PUT_AWAY, false));
    }

    /** @return false when it does not wait for its release (any more) */
    public boolean releasedEarly(CrateId crate) {
        return processes.correlate(caseOf(crate), Messages.RELEASED_EARLY, Variables.none());
    }

    /** Running crates open at other instants; those that no longer wait are left alone. @return how many moved */
    public int moveReleases(Map<CrateId, Instant> releases) {
        Map<UUID, Instant> at = releases.entrySet().stream()
                .collect(Collectors.toMap(release -> release.getKey().value(), Map.Entry::getValue));
        return timers.move(KEY, RELEASE_TIMER, at);
    }

    public boolean treated(TaskRef task, CrateId crate) {
        return processes.complete(task, caseOf(crate), Tasks.TREAT, Variables.none());
    }

    public boolean inspected(TaskRef task, CrateId crate, boolean toPutAway) {
        return processes.complete(task, caseOf(crate), Tasks.INSPECT, Variables.of(Vars.TO_PUT_AWAY, toPutAway));
    }

    /** It is to be treated after all. @return its task */
    public TaskRef notTreated(CrateId crate) {
        processes.takeBack(caseOf(crate), new Processes.Before(Set.of(Tasks.INSPECT), List.of(), List.of(Tasks.TREAT)), Variables.none());
        return open(crate, Tasks.TREAT).orElseThrow();
    }

    /** It is to be inspected after all. @return its task */
    public TaskRef notInspected(CrateId crate) {
        processes.takeBack(caseOf(crate), new Processes.Before(Set.of(Tasks.PUT_AWAY), List.of(), List.of(Tasks.INSPECT)), Variables.none());
        return open(crate, Tasks.INSPECT).orElseThrow();
    }

    /** @return false when no task waits for that */
    public boolean allPutAway(CrateId crate) {
        return toPutAway(crate).filter(task -> processes.complete(task, Tasks.PUT_AWAY, Variables.none())).isPresent();
    }

    /** The crate is not done with after all. @return the task in which its documents are put away */
    public TaskRef notPutAway(CrateId crate) {
        if (!processes.isRunning(caseOf(crate))) {
            processes.takeBack(caseOf(crate), new Processes.Before(Set.of(), List.of(), List.of(Tasks.PUT_AWAY)), Variables.none());
        }
        return toPutAway(crate).orElseThrow();
    }

    /** The task in which its documents are put away. */
    public Optional<TaskRef> toPutAway(CrateId crate) {
        return open(crate, Tasks.PUT_AWAY);
    }

    private Optional<TaskRef> open(CrateId crate, String taskKey) {
        return tasks.of(caseOf(crate)).stream().filter(task -> task.taskKey().equals(taskKey)).map(UserTask::ref).findFirst();
    }

    /** That the facts its open tasks show have changed. */
    public void factsChanged(CrateId crate) {
        events.publishEvent(new CaseFactsChanged(caseOf(crate)));
    }
}

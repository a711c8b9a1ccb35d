package org.passerelle.circulation.queue.process;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/shelf-return.bpmn}; its case is a copy that stands apart for nobody. */
@Component
public class ShelfReturnProcess {

    public static final String KEY = "shelf-return";

    public static final class Tasks {
        public static final String PUT_BACK = "user_putBack";

        private Tasks() {
        }
    }

    public static final class Vars {
        public static final Variable<Boolean> FOUND = Variable.flag("found");

        private Vars() {
        }
    }

    private final Processes processes;
    private final UserTasks tasks;

    ShelfReturnProcess(Processes processes, UserTasks tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    public static CaseRef caseOf(UUID copy) {
        return new CaseRef(KEY, copy);
    }

    public void start(UUID copy) {
        processes.start(caseOf(copy), Variables.none());
    }

    /** @return false when nobody is asked to put it back (any more) */
    public boolean putBack(UUID copy) {
        return done(copy, true);
    }

    /** It does not stand where it was set aside. @return false when nobody is asked to put it back (any more) */
    public boolean notFound(UUID copy) {
        return done(copy, false);
    }

    /** It does not stand on its shelf after all. @return the task in which it is put back */
    public TaskRef notPutBack(UUID copy) {
        if (!processes.isRunning(caseOf(copy))) {
            processes.takeBack(caseOf(copy), new Processes.Before(Set.of(), List.of(), List.of(Tasks.PUT_BACK)), Variables.none());
        }
        return tasks.of(caseOf(copy)).getFirst().ref();
    }

    private boolean done(UUID copy, boolean found) {
        return tasks.of(caseOf(copy)).stream().findFirst().filter(task -> processes.complete(task.ref(), Tasks.PUT_BACK,
                Variables.none().with(Vars.FOUND, found))).isPresent();
    }
}

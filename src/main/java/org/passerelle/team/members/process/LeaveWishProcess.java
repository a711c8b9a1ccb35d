package org.passerelle.team.members.process;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/leave-wish.bpmn}; its case is the wish. */
@Component
public class LeaveWishProcess {

    public static final String KEY = "leave-wish";

    public static final class Messages {
        public static final String TAKEN_BACK = "leave-wish.takenBack";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String DECIDE_WISH = "user_decideWish";

        private Tasks() {
        }
    }

    public static final class Vars {
        public static final Variable<UUID> MANAGER = Variable.person("manager");
        public static final Variable<Boolean> APPROVAL = Variable.flag("approval");
        public static final Variable<Boolean> AGREED = Variable.flag("agreed");

        private Vars() {
        }
    }

    private final Processes processes;

    LeaveWishProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(UUID wish) {
        return new CaseRef(KEY, wish);
    }

    /** @param manager who decides, or null where the team has nobody: human resources do then */
    public void start(UUID wish, UUID manager, boolean approval) {
        processes.start(caseOf(wish), Variables.of(Vars.MANAGER, manager).with(Vars.APPROVAL, approval));
    }

    public boolean decided(TaskRef task, UUID wish, boolean agreed) {
        return processes.complete(task, caseOf(wish), Tasks.DECIDE_WISH, Variables.of(Vars.AGREED, agreed));
    }

    /** @return false when nobody has to decide any more */
    public boolean takenBack(UUID wish) {
        return processes.correlate(caseOf(wish), Messages.TAKEN_BACK, Variables.none());
    }
}

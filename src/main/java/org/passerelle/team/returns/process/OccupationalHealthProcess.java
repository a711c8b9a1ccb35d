package org.passerelle.team.returns.process;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/**
 * The one class that speaks to {@code bpmn/occupational-health.bpmn}; its case is the support, which has an id of its own: who
 * follows the return does not come to it.
 */
@Component
public class OccupationalHealthProcess {

    public static final String KEY = "occupational-health";

    public static final class Messages {
        public static final String NO_LONGER_NEEDED = "occupational-health.noLongerNeeded";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String SUPPORT = "user_support";

        private Tasks() {
        }
    }

    private final Processes processes;

    OccupationalHealthProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(UUID support) {
        return new CaseRef(KEY, support);
    }

    public void start(UUID support) {
        processes.start(caseOf(support), Variables.none());
    }

    public boolean supported(TaskRef task, UUID support) {
        return processes.complete(task, caseOf(support), Tasks.SUPPORT, Variables.none());
    }

    public boolean noLongerNeeded(UUID support) {
        return processes.correlate(caseOf(support), Messages.NO_LONGER_NEEDED, Variables.none());
    }
}

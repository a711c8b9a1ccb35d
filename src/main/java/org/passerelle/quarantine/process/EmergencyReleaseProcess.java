package org.passerelle.quarantine.process;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/emergency-release.bpmn}; its case is the request. */
@Component
public class EmergencyReleaseProcess {

    public static final String KEY = "emergency-release";

    public static final class Messages {
        public static final String NO_LONGER_NEEDED = "emergency-release.noLongerNeeded";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String DECIDE_RELEASE = "user_decideRelease";

        private Tasks() {
        }
    }

    public static final class Vars {
        public static final Variable<Boolean> APPROVED = Variable.flag("approved");

        private Vars() {
        }
    }

    private final Processes processes;

    EmergencyReleaseProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(UUID request) {
        return new CaseRef(KEY, request);
    }

    public void start(UUID request) {
        processes.start(caseOf(request), Variables.none());
    }

    public boolean decided(TaskRef task, UUID request, boolean approved) {
        return processes.complete(task, caseOf(request), Tasks.DECIDE_RELEASE, Variables.of(Vars.APPROVED, approved));
    }

    /** @return false when nobody has to decide any more */
    public boolean noLongerNeeded(UUID request) {
        return processes.correlate(caseOf(request), Messages.NO_LONGER_NEEDED, Variables.none());
    }
}

package org.passerelle.platform.retention;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/retention.bpmn}; its case is one night of forgetting one kind of data. */
@Component
public class RetentionProcess {

    public static final String KEY = "retention";

    public static final class Vars {
        public static final Variable<Date> RUN_AT = Variable.instant("runAt");
        public static final Variable<Boolean> MORE_TO_FORGET = Variable.flag("moreToForget");

        private Vars() {
        }
    }

    private final Processes processes;

    RetentionProcess(Processes processes) {
        this.processes = processes;
    }

    /** @param kept key of the {@link KeptData}; each night's case of it has the same id */
    public static CaseRef caseOf(String kept) {
        return new CaseRef(KEY, UUID.nameUUIDFromBytes(("kept " + kept).getBytes(StandardCharsets.UTF_8)));
    }

    public void start(String kept, Instant runAt) {
        processes.start(caseOf(kept), Variables.none().with(Vars.RUN_AT, runAt));
    }

    public boolean isPlanned(String kept) {
        return processes.isRunning(caseOf(kept));
    }
}

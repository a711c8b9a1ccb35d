package org.passerelle.support.errand;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A process of the tests' own, as small as one can be and still hold one thing of each kind. */
@Component
@Transactional
public class SampleErrandProcess {

    public static final String KEY = "sample-errand";

    private final Processes processes;

    SampleErrandProcess(Processes processes) {
        this.processes = processes;
    }

    public void start(UUID errand, boolean urgent) {
        processes.start(new CaseRef(KEY, errand), Variables.of(URGENT, urgent));
    }

    public boolean cancelled(UUID errand) {
        return processes.correlate(new CaseRef(KEY, errand), CANCELLED, Variables.none());
    }

    public boolean ran(TaskRef task) {
        return processes.complete(task, RUN, Variables.none());
    }

    static final String CANCELLED = "sample-errand.cancelled";
    public static final String RUN = "user_runErrand";
    static final String REPORT = "user_reportErrand";
    static final Variable<Boolean> URGENT = Variable.flag("urgent");
}

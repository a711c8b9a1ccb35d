package org.passerelle.team.returns.process;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/measure-review.bpmn}; its case is the measure, as long as it is in force. */
@Component
public class MeasureReviewProcess {

    public static final String KEY = "measure-review";

    public static final class Messages {
        public static final String NO_LONGER_IN_FORCE = "measure-review.noLongerInForce";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String REVIEW_MEASURE = "user_reviewMeasure";

        private Tasks() {
        }
    }

    public static final class Vars {
        public static final Variable<UUID> MANAGER = Variable.person("manager");
        public static final Variable<Date> REVIEW_AT = Variable.instant("reviewAt");
        public static final Variable<Boolean> GOES_ON = Variable.flag("goesOn");

        private Vars() {
        }
    }

    private final Processes processes;

    MeasureReviewProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(UUID measure) {
        return new CaseRef(KEY, measure);
    }

    public void start(UUID measure, UUID manager, Instant reviewAt) {
        processes.start(caseOf(measure), Variables.of(Vars.MANAGER, manager).with(Vars.REVIEW_AT, reviewAt));
    }

    public void reviewedBy(UUID measure, UUID manager) {
        processes.change(caseOf(measure), Variables.of(Vars.MANAGER, manager));
    }

    public boolean goesOn(TaskRef task, UUID measure, Instant nextReview) {
        return processes.complete(task, caseOf(measure), Tasks.REVIEW_MEASURE, Variables.of(Vars.GOES_ON, true)
                .with(Vars.REVIEW_AT, nextReview));
    }

    public boolean over(TaskRef task, UUID measure) {
        return processes.complete(task, caseOf(measure), Tasks.REVIEW_MEASURE, Variables.of(Vars.GOES_ON, false));
    }

    public boolean noLongerInForce(UUID measure) {
        return processes.correlate(caseOf(measure), Messages.NO_LONGER_IN_FORCE, Variables.none());
    }
}

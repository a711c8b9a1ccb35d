package org.passerelle.circulation.waiting.process;

import java.time.Instant;
import java.util.Date;
import org.passerelle.circulation.WaitId;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/waiting-title.bpmn}; its case is one person's wait for one title. */
@Component
public class WaitingTitleProcess {

    public static final String KEY = "waiting-title";

    public static final class Messages {
        public static final String OFFERED = "waiting-title.offered";
        public static final String ACCEPTED = "waiting-title.accepted";
        public static final String GIVEN_UP = "waiting-title.givenUp";
        public static final String NOT_ALLOWED = "waiting-title.notAllowed";

        private Messages() {
        }
    }

    public static final class Vars {
        public static final Variable<Date> WANTED_UNTIL = Variable.instant("wantedUntil");
        public static final Variable<Date> OFFER_UNTIL = Variable.instant("offerUntil");

        private Vars() {
        }
    }

    private final Processes processes;

    WaitingTitleProcess(Processes processes) {
        this.processes = processes;
    }

    public static CaseRef caseOf(WaitId wait) {
        return new CaseRef(KEY, wait.value());
    }

    public void start(WaitId wait, Instant wantedUntil) {
        processes.start(caseOf(wait), Variables.none().with(Vars.WANTED_UNTIL, wantedUntil));
    }

    /** @return false when it does not wait for a copy (any more) */
    public boolean offered(WaitId wait, Instant offerUntil) {
        return processes.correlate(caseOf(wait), Messages.OFFERED, Variables.none().with(Vars.OFFER_UNTIL, offerUntil));
    }

    /** @return false when no offer is open (any more) */
    public boolean accepted(WaitId wait) {
        return processes.correlate(caseOf(wait), Messages.ACCEPTED, Variables.none());
    }

    /** A copy has come, and the patron may not reserve. @return false when it does not wait for a copy (any more) */
    public boolean notAllowed(WaitId wait) {
        return processes.correlate(caseOf(wait), Messages.NOT_ALLOWED, Variables.none());
    }

    /** @return false when it is over */
    public boolean givenUp(WaitId wait) {
        return processes.correlate(caseOf(wait), Messages.GIVEN_UP, Variables.none());
    }
}

package org.passerelle.notification.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.notification.domain.Channel;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.Processes.Before;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;

/** Speaks to {@code message-delivery.bpmn}: one message on its way to one person. */
@Component
public class MessageDeliveryProcess {

    public static final String KEY = "message-delivery";

    private static final String WAITS_FOR_SERVER = "gateway_waitForServer";
    /** Where a delivery stands after a call, until it has come to anything. */
    private static final Set<String> AFTER_A_CALL = Set.of("timer_callAgain", "service_sendMail", "timer_tryAgain", WAITS_FOR_SERVER,
            "service_giveUp");

    private final Processes processes;
    private final UserTasks tasks;

    MessageDeliveryProcess(Processes processes, UserTasks tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    public static CaseRef caseOf(UUID message) {
        return new CaseRef(KEY, message);
    }

    public void start(UUID message, Channel channel, Instant freshUntil) {
        processes.start(caseOf(message), Variables.of(Values.CHANNEL, channel.name())
                .with(Values.FRESH_UNTIL, freshUntil));
    }

    /** @return false when it no longer waits for a server */
    public boolean serverReady(UUID message) {
        return processes.correlate(caseOf(message), Messages.SERVER_READY, Variables.none());
    }

    /** @return false when it no longer waits for a server */
    public boolean sentByHand(UUID message) {
        return processes.correlate(caseOf(message), Messages.SENT_BY_HAND, Variables.none());
    }

    /** It waits for a server after all. */
    public void notSentByHand(UUID message) {
        processes.takeBack(caseOf(message), new Before(Set.of(), List.of(), List.of(WAITS_FOR_SERVER)), Variables.none());
    }

    /** @return false when it has ended */
    public boolean overtaken(UUID message) {
        return processes.correlate(caseOf(message), Messages.OVERTAKEN, Variables.none());
    }

    /**
     * @param again when to call again, where that is what follows
     * @return false when that call is already settled
     */
    public boolean called(TaskRef task, Called outcome, Instant again) {
        return processes.complete(task, Tasks.CALL_PATRON, Variables.of(Values.CALLED, outcome.name())
                .with(Values.CALL_AGAIN_AT, again));
    }

    public Optional<TaskRef> toCall(UUID message) {
        return tasks.of(caseOf(message)).stream().map(UserTask::ref).findFirst();
    }

    /** The last call is still to be made. @return its task */
    public TaskRef notCalled(UUID message) {
        processes.takeBack(caseOf(message), new Before(AFTER_A_CALL, List.of(), List.of(Tasks.CALL_PATRON)), Variables.none());
        return toCall(message).orElseThrow();
    }

    /** What came of the attempt to send by e-mail. */
    public enum Mail {
        LEFT, TRY_AGAIN, NO_SERVER, CALL_INSTEAD, HOPELESS
    }

    /** What comes after a call. */
    public enum Called {
        REACHED, CALL_AGAIN, WRITE, HOPELESS
    }

    public static final class Messages {
        public static final String SERVER_READY = "message-delivery.serverReady";
        public static final String SENT_BY_HAND = "message-delivery.sentByHand";
        public static final String OVERTAKEN = "message-delivery.overtaken";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String CALL_PATRON = "user_callPatron";

        private Tasks() {
        }
    }

    public static final class Values {
        public static final Variable<String> CHANNEL = Variable.text("channel");
        public static final Variable<String> MAIL = Variable.text("mail");
        public static final Variable<String> CALLED = Variable.text("called");
        public static final Variable<Date> TRY_AGAIN_AT = Variable.instant("tryAgainAt");
        public static final Variable<Date> CALL_AGAIN_AT = Variable.instant("callAgainAt");
        public static final Variable<Date> FRESH_UNTIL = Variable.instant("freshUntil");

        private Values() {
        }
    }
}

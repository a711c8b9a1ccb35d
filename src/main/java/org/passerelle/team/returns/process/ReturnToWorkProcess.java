package org.passerelle.team.returns.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.passerelle.platform.process.jobs.Timers;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/return-to-work.bpmn}; its case is the return. */
@Component
public class ReturnToWorkProcess {

    public static final String KEY = "return-to-work";

    public static final class Messages {
        public static final String NEW_DATE = "return-to-work.newDate";
        public static final String ABSENT_AGAIN = "return-to-work.absentAgain";
        public static final String LEFT = "return-to-work.left";
        public static final String WITHDRAWN = "return-to-work.withdrawn";
        public static final String DAY_CHANGED = "return-to-work.dayChanged";
        public static final String SKIPPED_7 = "return-to-work.skipped7";
        public static final String SKIPPED_30 = "return-to-work.skipped30";
        public static final String SKIPPED_90 = "return-to-work.skipped90";

        private Messages() {
        }

        static String skipped(int afterDays) {
            return switch (afterDays) {
                case 7 -> SKIPPED_7;
                case 30 -> SKIPPED_30;
                case 90 -> SKIPPED_90;
                default -> throw new IllegalArgumentException("no talk after " + afterDays + " days");
            };
        }
    }

    public static final class Tasks {
        public static final String SAY_NEEDS = "user_sayNeeds";
        public static final String CALL_AGENT = "user_callAgent";
        public static final String PROPOSE_TALK = "user_proposeTalk";
        public static final String CHOOSE_TALK = "user_chooseTalk";
        public static final String AGREE_MEASURES = "user_agreeMeasures";
        public static final String CONFIRM_MEASURES = "user_confirmMeasures";
        public static final String HOLD_BRIEFING = "user_holdBriefing";
        public static final String SIGN_BRIEFING = "user_signBriefing";
        public static final String TALK_7 = "user_talk7";
        public static final String TALK_30 = "user_talk30";
        public static final String TALK_90 = "user_talk90";
        /** Those that are the agent's; the others are the manager's. */
        public static final List<String> OF_THE_AGENT = List.of(SAY_NEEDS, CHOOSE_TALK, CONFIRM_MEASURES, SIGN_BRIEFING);

        private Tasks() {
        }

        /** @return after how many days that talk is held; 0 for another task */
        public static int afterDays(String task) {
            return switch (task) {
                case TALK_7 -> 7;
                case TALK_30 -> 30;
                case TALK_90 -> 90;
                default -> 0;
            };
        }
    }

    public static final class Vars {
        public static final Variable<UUID> AGENT = Variable.person("agent");
        public static final Variable<UUID> MANAGER = Variable.person("manager");
        public static final Variable<Date> NEEDS_DUE = Variable.instant("needsDue");
        public static final Variable<Date> REMIND_AT = Variable.instant("remindAt");
        public static final Variable<Date> REMIND_LAST_AT = Variable.instant("remindLastAt");
        public static final Variable<Date> OVER_AT = Variable.instant("overAt");
        public static final Variable<Date> SIGN_DUE = Variable.instant("signDue");
        public static final Variable<Date> RETURN_AT = Variable.instant("returnAt");
        public static final Variable<Date> EASING_UNTIL = Variable.instant("easingUntil");
        public static final Variable<Date> DAY_7_AT = Variable.instant("day7At");
        public static final Variable<Date> DAY_30_AT = Variable.instant("day30At");
        public static final Variable<Date> DAY_90_AT = Variable.instant("day90At");
        public static final Variable<Boolean> CHOSEN = Variable.flag("chosen");
        public static final Variable<Boolean> CONFIRMED = Variable.flag("confirmed");

        private Vars() {
        }
    }

    private static final String RETURN_DAY = "timer_returnDay";
    private static final String REMINDER = "timer_remind";
    private static final String LAST_REMINDER = "timer_remindLast";
    private static final String NO_ANSWER = "timer_noAnswer";
    private static final String EASING = "timer_easingOver";
    private static final String TIME_UP = "timer_timeUp";

    private final Processes processes;
    private final Timers timers;

    ReturnToWorkProcess(Processes processes, Timers timers) {
        this.processes = processes;
        this.timers = timers;
    }

    public static CaseRef caseOf(UUID workReturn) {
        return new CaseRef(KEY, workReturn);
    }

    /** When somebody is reminded, once and for the last time, no longer waited for, and back; and when the return is over by itself. */
    public record Dates(Instant remindAt, Instant remindLastAt, Instant needsDue, Instant returnAt, Instant overAt) {

        private Variables in(Variables variables) {
            return variables.with(Vars.REMIND_AT, remindAt).with(Vars.REMIND_LAST_AT, remindLastAt).with(Vars.NEEDS_DUE, needsDue)
                    .with(Vars.RETURN_AT, returnAt).with(Vars.OVER_AT, overAt);
        }
    }

    /** When the agent has signed at the latest, easing in ends, the talks are due, and the return is over by itself. */
    public record DatesBack(Instant signDue, Instant easingUntil, Instant day7, Instant day30, Instant day90, Instant overAt) {
    }

    /** @param manager null where the team has nobody: human resources do it then */
    public record Start(UUID workReturn, UUID agent, UUID manager, Dates dates) {
    }

    public void start(List<Start> several) {
        Map<UUID, Variables> cases = new LinkedHashMap<>();
        several.forEach(each -> cases.put(each.workReturn(),
                each.dates().in(Variables.of(Vars.AGENT, each.agent()).with(Vars.MANAGER, each.manager()))));
        processes.startAll(KEY, cases);
    }

    /** Another day, which has not come yet: what waits for the old one waits for this one. */
    public void returnOn(UUID workReturn, Dates dates) {
        processes.change(caseOf(workReturn), dates.in(Variables.none()));
        timers.move(KEY, RETURN_DAY, Map.of(workReturn, dates.returnAt()));
        askUntil(workReturn, dates);
    }

    private void askUntil(UUID workReturn, Dates dates) {
        timers.move(KEY, REMINDER, Map.of(workReturn, dates.remindAt()));
        timers.move(KEY, LAST_REMINDER, Map.of(workReturn, dates.remindLastAt()));
        timers.move(KEY, NO_ANSWER, Map.of(workReturn, dates.needsDue()));
        overAt(workReturn, dates.overAt());
    }

    private void overAt(UUID workReturn, Instant at) {
        timers.move(KEY, TIME_UP, Map.of(workReturn, at));
    }

    /** Another day, though the old one has come. @return false when the briefing is not due (any more) */
    public boolean dayChanged(UUID workReturn, Dates dates) {
        askUntil(workReturn, dates);
        return processes.correlate(caseOf(workReturn), Messages.DAY_CHANGED, dates.in(Variables.none()));
    }

    /** Easing in ends at another instant than was thought on the day of return. */
    public void easesInUntil(UUID workReturn, Instant until) {
        processes.change(caseOf(workReturn), Variables.none().with(Vars.EASING_UNTIL, until));
        timers.move(KEY, EASING, Map.of(workReturn, until));
    }

    /** What is to be done by a manager is this one's from now on. */
    public void accompaniedBy(UUID workReturn, UUID manager) {
        processes.change(caseOf(workReturn), Variables.of(Vars.MANAGER, manager));
    }

    public boolean needsSaid(TaskRef task, UUID workReturn) {
        return processes.complete(task, caseOf(workReturn), Tasks.SAY_NEEDS, Variables.none());
    }

    public boolean called(TaskRef task, UUID workReturn) {
        return processes.complete(task, caseOf(workReturn), Tasks.CALL_AGENT, Variables.none());
    }

    public boolean talkProposed(TaskRef task, UUID workReturn) {
        return processes.complete(task, caseOf(workReturn), Tasks.PROPOSE_TALK, Variables.none());
    }

    public boolean talkChosen(TaskRef task, UUID workReturn, boolean chosen) {
        return processes.complete(task, caseOf(workReturn), Tasks.CHOOSE_TALK, Variables.of(Vars.CHOSEN, chosen));
    }

    public boolean measuresRecorded(TaskRef task, UUID workReturn) {
        return processes.complete(task, caseOf(workReturn), Tasks.AGREE_MEASURES, Variables.none());
    }

    public boolean measuresConfirmed(TaskRef task, UUID workReturn, boolean confirmed) {
        return processes.complete(task, caseOf(workReturn), Tasks.CONFIRM_MEASURES, Variables.of(Vars.CONFIRMED, confirmed));
    }

    public boolean briefed(TaskRef task, UUID workReturn, DatesBack dates) {
        overAt(workReturn, dates.overAt());
        return processes.complete(task, caseOf(workReturn), Tasks.HOLD_BRIEFING, Variables.none()
                .with(Vars.SIGN_DUE, dates.signDue()).with(Vars.EASING_UNTIL, dates.easingUntil()).with(Vars.DAY_7_AT, dates.day7())
                .with(Vars.DAY_30_AT, dates.day30()).with(Vars.DAY_90_AT, dates.day90()));
    }

    public boolean signed(TaskRef task, UUID workReturn) {
        return processes.complete(task, caseOf(workReturn), Tasks.SIGN_BRIEFING, Variables.none());
    }

    public boolean talkHeld(TaskRef task, UUID workReturn, String talk) {
        return processes.complete(task, caseOf(workReturn), talk, Variables.none());
    }

    /** @return false when that talk was held or skipped already */
    public boolean skipped(UUID workReturn, int afterDays) {
        return processes.correlate(caseOf(workReturn), Messages.skipped(afterDays), Variables.none());
    }

    public boolean absentAgain(UUID workReturn) {
        return processes.correlate(caseOf(workReturn), Messages.ABSENT_AGAIN, Variables.none());
    }

    public boolean newDate(UUID workReturn, Dates dates) {
        return processes.correlate(caseOf(workReturn), Messages.NEW_DATE, dates.in(Variables.none()));
    }

    public boolean left(UUID workReturn) {
        return processes.correlate(caseOf(workReturn), Messages.LEFT, Variables.none());
    }

    public boolean withdrawn(UUID workReturn) {
        return processes.correlate(caseOf(workReturn), Messages.WITHDRAWN, Variables.none());
    }
}

package org.passerelle.circulation.reservations.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one class that speaks to {@code bpmn/drive-pickup.bpmn}. */
@Component
public class DrivePickupProcess {

    public static final String KEY = "drive-pickup";

    public static final class Messages {
        public static final String PATRON_ARRIVED = "drive-pickup.patronArrived";
        public static final String SLOT_CHANGED = "drive-pickup.slotChanged";
        public static final String CANCELLED = "drive-pickup.cancelled";
        public static final String NOT_THERE = "drive-pickup.notThere";

        private Messages() {
        }
    }

    public static final class Tasks {
        public static final String PICK_DOCUMENTS = "user_pickDocuments";
        public static final String PREPARE_BAG = "user_prepareBag";
        public static final String HAND_OVER = "user_handOver";
        public static final String HAND_OVER_LATE = "user_handOverLate";
        public static final String PUT_BACK = "user_putBack";

        private Tasks() {
        }
    }

    /** What ends the pickup from inside the model. */
    public static final class Errors {
        public static final String NOTHING_FOUND = "nothingFound";
        public static final String MISSED = "missed";

        private Errors() {
        }
    }

    public static final class Vars {
        /** The slot's end and the branch's grace time: whoever has not come by then has missed the appointment. */
        public static final Variable<Date> SLOT_OVER_AT = Variable.instant("slotOverAt");
        public static final Variable<Date> REMINDER_AT = Variable.instant("reminderAt");
        public static final Variable<Date> OFFER_OVER_AT = Variable.instant("offerOverAt");
        /** One new slot is offered after a missed appointment, once. */
        public static final Variable<Boolean> OFFER_LEFT = Variable.flag("offerLeft");
        public static final Variable<Boolean> DOCUMENTS_READY = Variable.flag("documentsReady");
        public static final Variable<Boolean> NOTHING_FOUND = Variable.flag("nothingFound");
        public static final Variable<Boolean> LEFT_TO_PUT_BACK = Variable.flag("leftToPutBack");
        /** The patron has heard of the cancellation by word of mouth. */
        public static final Variable<Boolean> SPOKEN = Variable.flag("spoken");
        public static final Variable<String> OUTCOME = Variable.text("outcome");

        private Vars() {
        }
    }

    /** Elements where a case stands that is taken back. */
    private static final String DOCUMENTS = "sub_documents";
    private static final String DOCUMENTS_AWAITED = "event_documentsReady";
    private static final String BOTH_MET = "gateway_met";

    private final Processes processes;
    private final UserTasks tasks;
    private final ApplicationEventPublisher events;

    DrivePickupProcess(Processes processes, UserTasks tasks, ApplicationEventPublisher events) {
        this.processes = processes;
        this.tasks = tasks;
        this.events = events;
    }

    public static CaseRef caseOf(ReservationId reservation) {
        return new CaseRef(KEY, reservation.value());
    }

    public void start(ReservationId reservation, Instant slotOverAt, Instant reminderAt) {
        processes.start(caseOf(reservation), Variables.of(Vars.DOCUMENTS_READY, false)
                .with(Vars.OFFER_LEFT, true)
                .with(Vars.NOTHING_FOUND, false)
                .with(Vars.LEFT_TO_PUT_BACK, false)
                .with(Vars.OUTCOME, ReservationOutcome.COLLECTED.name())
                .with(Vars.SLOT_OVER_AT, slotOverAt)
                .with(Vars.REMINDER_AT, reminderAt));
    }

    /** @return false when the case does not wait for the patron (any more) */
    public boolean patronArrived(ReservationId reservation) {
        return processes.correlate(caseOf(reservation), Messages.PATRON_ARRIVED, Variables.none());
    }

    /**
     * The patron has not arrived after all: the case waits again.
     *
     * @param waitsUntil when nobody is waited for any more
     */
    public boolean notThere(ReservationId reservation, Instant waitsUntil) {
        return processes.correlate(caseOf(reservation), Messages.NOT_THERE,
                Variables.of(Vars.SLOT_OVER_AT, Date.from(waitsUntil)));
    }

    public boolean slotChanged(ReservationId reservation, Instant slotOverAt, Instant reminderAt) {
        return processes.correlate(caseOf(reservation), Messages.SLOT_CHANGED,
                Variables.of(Vars.SLOT_OVER_AT, Date.from(slotOverAt)).with(Vars.REMINDER_AT, reminderAt));
    }

    public boolean cancelled(ReservationId reservation, boolean leftToPutBack, boolean spoken) {
        return processes.correlate(caseOf(reservation), Messages.CANCELLED,
                Variables.of(Vars.LEFT_TO_PUT_BACK, leftToPutBack)
                        .with(Vars.SPOKEN, spoken)
                        .with(Vars.OUTCOME, ReservationOutcome.CANCELLED.name()));
    }

    public boolean documentsPicked(TaskRef task, ReservationId reservation, boolean nothingFound) {
        return processes.complete(task, caseOf(reservation), Tasks.PICK_DOCUMENTS, Variables.of(Vars.NOTHING_FOUND, nothingFound));
    }

    public boolean bagPrepared(TaskRef task, ReservationId reservation) {
        return processes.complete(task, caseOf(reservation), Tasks.PREPARE_BAG,
                Variables.of(Vars.DOCUMENTS_READY, true));
    }

    /** The documents are to be picked again. @return its task */
    public TaskRef pickingNotDone(ReservationId reservation) {
        processes.takeBack(caseOf(reservation), new Processes.Before(Set.of(Tasks.PREPARE_BAG), List.of(), List.of(Tasks.PICK_DOCUMENTS)),
                Variables.none());
        return openTask(reservation, Tasks.PICK_DOCUMENTS).orElseThrow().ref();
    }

    /** The bag is not ready after all: it is to be prepared, and who is here waits for it. @return its task */
    public TaskRef bagNotReady(ReservationId reservation) {
        boolean waitedFor = openTask(reservation, Tasks.HAND_OVER).isPresent();
        processes.takeBack(caseOf(reservation), new Processes.Before(
                waitedFor ? Set.of(BOTH_MET, Tasks.HAND_OVER) : Set.of(BOTH_MET), List.of(),
                waitedFor ? List.of(Tasks.PREPARE_BAG, DOCUMENTS_AWAITED) : List.of(Tasks.PREPARE_BAG)),
                Variables.of(Vars.DOCUMENTS_READY, false));
        return openTask(reservation, Tasks.PREPARE_BAG).orElseThrow().ref();
    }

    /** The bag was handed to nobody after all: its handover waits again. @return its task */
    public TaskRef notHandedOver(ReservationId reservation) {
        processes.takeBack(caseOf(reservation), new Processes.Before(Set.of(Tasks.PUT_BACK), List.of(DOCUMENTS),
                List.of(Tasks.HAND_OVER)), Variables.of(Vars.LEFT_TO_PUT_BACK, false));
        return openTask(reservation, Tasks.HAND_OVER).orElseThrow().ref();
    }

    /** Completes the handover that waits, be it in time or after all. @return false when none waits */
    public boolean handedOver(ReservationId reservation, boolean leftToPutBack) {
        return openTask(reservation, Tasks.HAND_OVER, Tasks.HAND_OVER_LATE)
                .filter(task -> handedOver(task.ref(), reservation, leftToPutBack)).isPresent();
    }

    /** Completes that handover and no other. @return false when it no longer waits */
    public boolean handedOver(TaskRef task, ReservationId reservation, boolean leftToPutBack) {
        return tasks.task(task).map(UserTask::taskKey)
                .filter(Set.of(Tasks.HAND_OVER, Tasks.HAND_OVER_LATE)::contains)
                .filter(key -> processes.complete(task, caseOf(reservation), key,
                        Variables.of(Vars.LEFT_TO_PUT_BACK, leftToPutBack)
                                .with(Vars.OUTCOME, ReservationOutcome.COLLECTED.name())))
                .isPresent();
    }

    /** Everything is on its shelf again, even if the patron came after all. @return false when no task waits for that */
    public boolean allPutBack(ReservationId reservation) {
        return openTask(reservation, Tasks.PUT_BACK, Tasks.HAND_OVER_LATE)
                .filter(task -> processes.complete(task.ref(), task.taskKey(), Variables.of(Vars.LEFT_TO_PUT_BACK, false)))
                .isPresent();
    }

    /**
     * Not everything is on its shelf after all: a case that has ended runs again.
     *
     * @param here whether the patron came after all, and waits
     * @return the task in which it is put back, or handed over
     */
    public TaskRef notAllPutBack(ReservationId reservation, boolean here) {
        if (!processes.isRunning(caseOf(reservation))) {
            processes.takeBack(caseOf(reservation), new Processes.Before(Set.of(), List.of(),
                    List.of(here ? Tasks.HAND_OVER_LATE : Tasks.PUT_BACK)), Variables.of(Vars.LEFT_TO_PUT_BACK, true));
        }
        return toPutBack(reservation);
    }

    /** The task in which what is left is put back, unless it is handed over after all. */
    public TaskRef toPutBack(ReservationId reservation) {
        return openTask(reservation, Tasks.PUT_BACK, Tasks.HAND_OVER_LATE).orElseThrow().ref();
    }

    /** That the facts its open tasks show have changed. */
    public void factsChanged(ReservationId reservation) {
        events.publishEvent(new CaseFactsChanged(caseOf(reservation)));
    }

    private Optional<UserTask> openTask(ReservationId reservation, String... keys) {
        return tasks.of(caseOf(reservation)).stream()
                .filter(task -> Set.of(keys).contains(task.taskKey())).findFirst();
    }
}

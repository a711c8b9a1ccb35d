package org.passerelle.notification.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.notification.domain.Delivery;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.notification.process.MessageDeliveryProcess.Called;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Calling the people who prefer it, or whom no e-mail reaches, and saying what came of it. */
@Service
@Gesture
public class PhoneCalls {

    private static final String REACHED = "journal.message.reached";
    private static final String NO_ANSWER = "journal.message.noAnswer";
    private static final String WRONG_NUMBER = "journal.message.wrongNumber";
    private static final List<String> SAID = List.of(REACHED, NO_ANSWER, WRONG_NUMBER);

    private final UserTasks tasks;
    private final MessageDeliveryProcess delivery;
    private final OutboxMessages messages;
    private final DeliverySettings settings;
    private final SignedIn signedIn;
    private final Journal journal;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    PhoneCalls(UserTasks tasks, MessageDeliveryProcess delivery, OutboxMessages messages,
               DeliverySettings settings, SignedIn signedIn, Journal journal, AppClock clock,
               ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.delivery = delivery;
        this.messages = messages;
        this.settings = settings;
        this.signedIn = signedIn;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /** What to say to whom; empty when that call is already settled. */
    public Optional<Call> call(TaskRef task) {
        signedIn.require(Role.AGENT);
        return tasks.task(task).map(this::message).map(this::call);
    }

    private Call call(OutboxMessage message) {
        Delivery told = message.delivery();
        return new Call(message.recipientName(), told.phone(), message.language().getLanguage(), message.words(),
                told.callAttempts() + 1, settings.callAttempts(), told.failure() == null ? null : told.failure().messageKey());
    }

    /** The case that it is about; empty once the message is forgotten. */
    public Optional<CaseRef> about(UserTask call) {
        signedIn.require(Role.AGENT);
        return messages.findById(call.process().id()).map(OutboxMessage::about);
    }

    public Outcome<Void> reached(TaskRef task) {
        return settle(task, message -> message.delivery().reached(clock.instant()), REACHED,
                Called.REACHED);
    }

    /** Nobody answered: again later; after the last attempt an e-mail, where there is an address, or given up. */
    public Outcome<Void> noAnswer(TaskRef task) {
        return settle(task, message -> message.delivery().nobodyAnswered(), NO_ANSWER, Called.CALL_AGAIN);
    }

    /** Calling again is no use: an e-mail, where there is an address, or given up. */
    public Outcome<Void> wrongNumber(TaskRef task) {
        return settle(task, message -> message.delivery().wrongNumber(), WRONG_NUMBER, Called.HOPELESS);
    }

    /**
     * What came of a call was said by mistake, a moment ago and by whoever takes it back: as long as nothing has left instead,
     * and nobody has gone on with the case, it is still to be made.
     *
     * @return its task
     */
    public Outcome<TaskRef> stillToCall(UUID id) {
        CurrentUser user = signedIn.require(Role.AGENT);
        OutboxMessage message = messages.locked(id).orElse(null);
        if (message == null) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        if (!user.mayActAt(message.branch())) {
            return Outcome.refused(CommonRefusal.OTHER_BRANCH);
        }
        if (!message.delivery().isAsTheLastCallLeftIt() || delivery.toCall(id).isPresent() || !isTheLastWord(message)) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        message.delivery().notCalled();
        journal.record(message.about(), Journal.Channel.STAFF, "journal.message.stillToCall");
        TaskRef task = delivery.notCalled(id);
        events.publishEvent(Outbox.TOPIC.any());
        return Outcome.done(task);
    }

    /** Whether the person signed in has said it, a moment ago, and nobody anything of the case since. */
    private boolean isTheLastWord(OutboxMessage message) {
        return journal.canBeTakenBack(message.about(), SAID.toArray(String[]::new))
                && journal.story(message.about()).stream().filter(entry -> entry.channel() != Journal.Channel.SYSTEM)
                        .reduce((before, after) -> after).filter(last -> SAID.contains(last.messageKey())).isPresent();
    }

    private Outcome<Void> settle(TaskRef ref, Consumer<OutboxMessage> change, String story,
                                 Called outcome) {
        CurrentUser user = signedIn.require(Role.AGENT);
        Optional<UserTask> task = tasks.task(ref);
        if (task.isEmpty()) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        OutboxMessage message = message(task.get());
        if (!user.mayActAt(message.branch())) {
            return Outcome.refused(CommonRefusal.OTHER_BRANCH);
        }
        change.accept(message);
        Called next = next(message, outcome);
        if (next == Called.WRITE) {
            message.delivery().writeAfterAll(clock.instant());
        }
        journal.record(message.about(), Journal.Channel.PHONE, story);
        if (!delivery.called(ref, next,
                next == Called.CALL_AGAIN ? clock.instant().plus(settings.callAgainAfter()) : null)) {
            throw new OptimisticLockingFailureException("that call is already settled");
        }
        events.publishEvent(Outbox.TOPIC.any());
        return Outcome.done();
    }

    private Called next(OutboxMessage message, Called outcome) {
        if (outcome == Called.REACHED
                || outcome == Called.CALL_AGAIN && message.delivery().callAttempts() < settings.callAttempts()) {
            return outcome;
        }
        return message.delivery().canStillBeWrittenTo() ? Called.WRITE : Called.HOPELESS;
    }

    private OutboxMessage message(UserTask task) {
        if (!task.process().processKey().equals(MessageDeliveryProcess.KEY)) {
            throw new IllegalArgumentException("task " + task.ref().value() + " is no call");
        }
        UUID id = task.process().id();
        return messages.findById(id).orElseThrow();
    }

    /**
     * A call to make.
     *
     * @param language   of the words: fr or en
     * @param attempt    1 for the first call
     * @param whyKey     message key of what failed before, or null
     */
    public record Call(String name, String phone, String language, String words, int attempt, int attempts,
                       String whyKey) {
    }
}

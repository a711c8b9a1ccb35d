package org.passerelle.notification.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.passerelle.notification.domain.Delivery;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess.Mail;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a delivery: what is done to a message without anybody clicking. Each locks the message first, as who finds
 * it overtaken does before the delivery is told: the two then never wait for each other.
 */
@Service
@Transactional
public class MessageDeliverySteps {

    private static final Logger log = LoggerFactory.getLogger(MessageDeliverySteps.class);
    /** How long a message waits for another that is being handed over. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final OutboxMessages messages;
    private final BranchRepository branches;
    private final MailServer server;
    private final DeliverySettings settings;
    private final Journal journal;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    MessageDeliverySteps(OutboxMessages messages, BranchRepository branches, MailServer server, DeliverySettings settings,
             Journal journal, AppClock clock, ApplicationEventPublisher events) {
        this.messages = messages;
        this.branches = branches;
        this.server = server;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Tries to send by e-mail. The server may have accepted a message whose transaction then fails: it is sent again,
     * with the same Message-ID.
     */
    public Attempt sendMail(UUID id) {
        OutboxMessage message = messages.locked(id).orElseThrow();
        Delivery delivery = message.delivery();
        if (delivery.state() != MessageState.LEAVING && delivery.state() != MessageState.WAITING_FOR_SERVER) {
            // It has left, or somebody was faster: it was overtaken, or is to be told on the telephone after all.
            return new Attempt(Mail.LEFT, null);
        }
        changed(message);
        if (!server.isConfigured()) {
            delivery.waitForServer();
            journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.waits");
            return new Attempt(Mail.NO_SERVER, null);
        }
        delivery.serverIsThere();
        Instant gathered = delivery.roundAt().plus(settings.gatherFor());
        if ((delivery.round() == 1 || delivery.wasCalled()) && clock.instant().isBefore(gathered)) {
            // What follows fast about the same case overtakes it: one message rather than two.
            return new Attempt(Mail.TRY_AGAIN, gathered);
        }
        Branch branch = branches.findById(message.branch()).orElseThrow();
        MailServer.Answer answer = server.send(message, branch);
        switch (answer.kind()) {
            case ACCEPTED -> {
                delivery.left(clock.instant());
                journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.sent");
                return new Attempt(Mail.LEFT, null);
            }
            case FAILED -> {
                log.warn("message {} did not leave, attempt {}: {}", id, delivery.mailAttempts() + 1, answer.trouble().told());
                if (delivery.mailAttempts() + 1 < settings.mailAttempts()) {
                    delivery.staysForAnotherTry(answer.error());
                    return new Attempt(Mail.TRY_AGAIN,
                            clock.instant().plus(settings.retryAfter().get(delivery.mailAttempts() - 1)));
                }
                delivery.cannotLeave(Failure.SERVER_FAILED, answer.error());
            }
            case BUSY -> {
                // The more messages leave, the longer each waits: together they ask about once in a turn.
                long asking = Math.max(1, messages.countByDeliveryState(MessageState.LEAVING) - 1);
                return new Attempt(Mail.TRY_AGAIN,
                        clock.instant().plus(TURN.multipliedBy(ThreadLocalRandom.current().nextLong(asking) + 1)));
            }
            case ADDRESS_REFUSED -> delivery.cannotLeave(Failure.ADDRESS_REFUSED, answer.error());
        }
        journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.mailFailed");
        return new Attempt(delivery.canStillBeCalled() ? Mail.CALL_INSTEAD : Mail.HOPELESS, null);
    }

    /** Nothing reaches the recipient: said in the outbox and in the case's story. */
    public void giveUp(UUID id) {
        OutboxMessage message = messages.locked(id).orElseThrow();
        if (message.delivery().state() == MessageState.UNREACHABLE) {
            return;
        }
        message.delivery().unreachable(clock.instant());
        journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.unreachable");
        changed(message);
    }

    /** No mail server came in time. */
    public void setAside(UUID id) {
        OutboxMessage message = messages.locked(id).orElseThrow();
        message.delivery().tooOld(clock.instant());
        journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.notSent");
        changed(message);
    }

    /** Of what is told in confidence no list shows anything, and none learns when. */
    private void changed(OutboxMessage message) {
        if (!message.isConfidential()) {
            events.publishEvent(Outbox.TOPIC.any());
        }
    }

    /** @param again when to try again, where that is what follows */
    public record Attempt(Mail mail, Instant again) {
    }
}

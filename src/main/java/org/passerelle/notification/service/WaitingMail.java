package org.passerelle.notification.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.time.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go, at a start that finds a mail server, the messages that were written while there was none. */
@Service
public class WaitingMail {

    private static final Logger log = LoggerFactory.getLogger(WaitingMail.class);

    private final MailServer server;
    private final OutboxMessages messages;
    private final MessageDeliveryProcess delivery;
    private final DeliverySettings settings;
    private final AppClock clock;
    private final TransactionTemplate transaction;

    WaitingMail(MailServer server, OutboxMessages messages, MessageDeliveryProcess delivery, DeliverySettings settings,
                AppClock clock, TransactionTemplate transaction) {
        this.server = server;
        this.messages = messages;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Those that are still fresh, each in a transaction of its own. */
    @EventListener(ApplicationReadyEvent.class)
    public void letGo() {
        if (!server.isConfigured()) {
            return;
        }
        List<UUID> waiting = messages.waitingForServerSince(clock.instant().minus(settings.freshFor()));
        for (UUID message : waiting) {
            try {
                transaction.executeWithoutResult(own -> delivery.serverReady(message));
            } catch (OptimisticLockingFailureException movedOn) {
                log.info("message {} has just moved on", message);
            } catch (RuntimeException failed) {
                // One of them keeps neither the others nor the start.
                log.error("message {} could not be let go", message, failed);
            }
        }
    }
}

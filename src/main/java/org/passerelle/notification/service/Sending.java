package org.passerelle.notification.service;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.MessageTexts;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts what the flows want to tell into the outbox. */
@Service
class Sending implements Notifications {

    private final OutboxMessages messages;
    private final MessageTexts texts;
    private final MessageDeliveryProcess delivery;
    private final DeliverySettings settings;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Sending(OutboxMessages messages, MessageTexts texts, MessageDeliveryProcess delivery, DeliverySettings settings,
            AppClock clock, ApplicationEventPublisher events) {
        this.messages = messages;
        this.texts = texts;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Message message) {
        Instant now = clock.instant();
        OutboxMessage row = messages.save(new OutboxMessage(message,
                texts.word(message.template(), message.recipient().language(), message.values()), now));
        delivery.start(row.id(), row.channel(), now.plus(settings.freshFor()));
        events.publishEvent(new Topic(Outbox.TOPIC, null));
        return row.id();
    }
}

package org.passerelle.notification.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.notification.Way;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.MessageTexts;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts what the flows want to tell into the outbox. */
@Service
class OutboxWriter implements Notifications {

    private final OutboxMessages messages;
    private final MessageTexts texts;
    private final MessageDeliveryProcess delivery;
    private final MailServer server;
    private final DeliverySettings settings;
    private final Journal journal;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    OutboxWriter(OutboxMessages messages, MessageTexts texts, MessageDeliveryProcess delivery, MailServer server,
            DeliverySettings settings, Journal journal, AppClock clock, ApplicationEventPublisher events) {
        this.messages = messages;
        this.texts = texts;
        this.delivery = delivery;
        this.server = server;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Message message) {
        Instant now = clock.instant();
        overtake(open(message.about()).filter(older -> older.isFor(message.recipient())));
        OutboxMessage row = messages.save(new OutboxMessage(message,
                texts.word(message.template(), message.recipient().language(), message.values()), now));
        delivery.start(row.id(), row.delivery().channel(), now.plus(settings.freshFor()));
        changed(row);
        return row.id();
    }

    /** Of what is told in confidence no list shows anything, and none learns when. */
    private void changed(OutboxMessage message) {
        if (!message.isConfidential()) {
            events.publishEvent(Outbox.TOPIC.any());
        }
    }

    @Override
    public Way wayTo(Recipient recipient) {
        return switch (OutboxMessage.firstChannelTo(recipient)) {
            case MAIL -> server.isConfigured() ? Way.MAIL : Way.BY_HAND;
            case CALL -> Way.CALL;
            case NONE -> Way.NONE;
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void nothingMoreToTell(CaseRef about) {
        overtake(open(about));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAfterAll(CaseRef about, Instant since) {
        messages.overtakenAbout(about.processKey(), about.id(), since).forEach(message -> {
            Instant now = clock.instant();
            message.delivery().tellAfterAll(now);
            journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.again");
            delivery.start(message.id(), message.delivery().channel(), now.plus(settings.freshFor()));
            changed(message);
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(CaseRef about, String... templates) {
        Optional<OutboxMessage> last = messages.lastAbout(about.processKey(), about.id(), List.of(templates), Limit.of(1))
                .stream().findFirst();
        if (last.isPresent() && last.get().delivery().isOpen()) {
            // One that is being sent is left out here: it is told.
            return overtake(open(about).filter(message -> message.id().equals(last.get().id()))) == 0;
        }
        return last.filter(message -> message.delivery().isTold()).isPresent();
    }

    private Stream<OutboxMessage> open(CaseRef about) {
        return messages.openAbout(about.processKey(), about.id()).stream();
    }

    /** @return how many */
    private int overtake(Stream<OutboxMessage> older) {
        List<OutboxMessage> overtaken = older.filter(message -> delivery.overtaken(message.id())).toList();
        overtaken.forEach(message -> {
            message.delivery().overtaken(clock.instant());
            journal.record(message.about(), Journal.Channel.SYSTEM, "journal.message.overtaken");
            changed(message);
        });
        return overtaken.size();
    }
}

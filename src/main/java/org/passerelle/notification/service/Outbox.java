package org.passerelle.notification.service;

import java.util.UUID;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The messages that left, wait or failed, as staff see and act on them. */
@Service
@Gesture
public class Outbox {

    /** Kind of the {@link Topic} that screens of the outbox follow. */
    public static final String TOPIC = "outbox";

    private final OutboxMessages messages;
    private final MessageDeliveryProcess delivery;
    private final DeliverySettings settings;
    private final SignedIn signedIn;
    private final Journal journal;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Outbox(OutboxMessages messages, MessageDeliveryProcess delivery, DeliverySettings settings, SignedIn signedIn,
           Journal journal, AppClock clock, ApplicationEventPublisher events) {
        this.messages = messages;
        this.delivery = delivery;
        this.settings = settings;
        this.signedIn = signedIn;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }
}

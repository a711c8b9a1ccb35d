package org.passerelle.notification.service;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.notification.CallsAbout;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.process.UserTaskEvent;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the pages of reservations and waits whom somebody is to call about them. */
@Service
class CallsOfCases implements CallsAbout {

    private final OutboxMessages messages;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    CallsOfCases(OutboxMessages messages, JdbcClient jdbc, SignedIn signedIn, ApplicationEventPublisher events) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> of(Collection<UUID> cases) {
        signedIn.require(Role.AGENT);
        return cases.isEmpty() ? List.of() : jdbc.sql("""
                        select id from app.outbox_message where about_case = any(?) and state = 'TO_CALL' order by round_at, id""")
                .param(cases.toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** Between two attempts nobody is to call: it is the task that comes and goes, not the message. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UserTaskEvent event) {
        if (event.task().process().processKey().equals(MessageDeliveryProcess.KEY)) {
            messages.findById(event.task().process().id()).ifPresent(message -> {
                events.publishEvent(TOPIC.of(message.about().id()));
                events.publishEvent(TOPIC.any());
            });
        }
    }
}

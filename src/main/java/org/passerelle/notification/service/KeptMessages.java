package org.passerelle.notification.service;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.retention.KeptForAWhile;
import org.passerelle.platform.retention.Person;
import org.passerelle.platform.retention.PersonData;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages, for some time after they are settled: what they say is personal data. They go with their attachments. */
@Component
public class KeptMessages extends KeptForAWhile implements PersonData {

    private final OutboxMessages messages;
    private final MessageDeliveryProcess delivery;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    KeptMessages(OutboxMessages messages, MessageDeliveryProcess delivery, JdbcClient jdbc, ApplicationEventPublisher events,
                 @Value("${passerelle.keep.messages:30d}") Duration keepFor) {
        super("messages", keepFor);
        this.messages = messages;
        this.delivery = delivery;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return messages.deleteSettledBefore(before, atMost);
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select created_at as written, recipient_name as name, email, phone, subject, body, state, settled_at as settled
                from app.outbox_message where about_case = any(?) order by created_at, id""")
                .param(person.caseArray()).query().listOfRows().stream().map(KeptMessages::withoutSecrets).toList();
    }

    /** The person has the letters; whoever hands out the file may work elsewhere than where their links act. */
    private static Map<String, Object> withoutSecrets(Map<String, Object> message) {
        Map<String, Object> told = new LinkedHashMap<>(message);
        told.computeIfPresent("body", (key, body) -> Outbox.withoutSecrets(body.toString()));
        return told;
    }

    /** What is on its way, or to be told by a call, is told no more. Who is just sending one is waited for. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        List<Found> found = jdbc.sql("""
                select id, settled_at is null as under_way from app.outbox_message
                where about_case = any(?) order by created_at, id for update""")
                .param(person.caseArray()).query(Found.class).list();
        found.stream().filter(message -> message.underWay() && !delivery.overtaken(message.id())).findAny()
                .ifPresent(message -> {
                    throw new OptimisticLockingFailureException("message " + message.id() + " has just moved on");
                });
        jdbc.sql("delete from app.outbox_message where id = any(?)")
                .param(found.stream().map(Found::id).toArray(UUID[]::new)).update();
        events.publishEvent(new Topic(Outbox.TOPIC, null));
    }

    private record Found(UUID id, boolean underWay) {
    }
}

package org.passerelle.notification.domain;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface OutboxMessages extends JpaRepository<OutboxMessage, UUID> {

    /** Those that wait for a mail server and are still worth sending. */
    @Query("select m.id from OutboxMessage m where m.delivery.state = MessageState.WAITING_FOR_SERVER and m.delivery.roundAt > :after "
            + "order by m.delivery.roundAt")
    List<UUID> waitingForServerSince(Instant after);

    /**
     * Those about a case that nobody has been told yet, and that are still on their way; locked. One that is just being
     * sent is locked already, and left out: it is told.
     */
    @Query(value = """
            select * from app.outbox_message where about_case = :id and about_process = :process and settled_at is null
            order by created_at, id for update skip locked""", nativeQuery = true)
    List<OutboxMessage> openAbout(String process, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from OutboxMessage m where m.aboutProcess = :process and m.aboutCase = :id "
            + "and m.delivery.state = MessageState.OVERTAKEN and m.delivery.settledAt >= :since order by m.createdAt, m.id")
    List<OutboxMessage> overtakenAbout(String process, UUID id, Instant since);

    /** Latest first. */
    @Query("select m from OutboxMessage m where m.aboutProcess = :process and m.aboutCase = :id "
            + "and m.template in :templates order by m.delivery.roundAt desc, m.createdAt desc, m.id")
    List<OutboxMessage> lastAbout(String process, UUID id, List<String> templates, Limit limit);

    /** Whoever else would change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from OutboxMessage m where m.id = :id")
    Optional<OutboxMessage> locked(UUID id);

    long countByDeliveryState(MessageState state);

    @Modifying
    @Query(value = """
            delete from app.outbox_message where id in (
                select id from app.outbox_message where settled_at < :before order by settled_at limit :atMost)""",
            nativeQuery = true)
    int deleteSettledBefore(Instant before, int atMost);
}

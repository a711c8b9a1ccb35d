package org.passerelle.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface OutboxMessages extends JpaRepository<OutboxMessage, UUID> {

    /** Those that wait for a mail server and are still worth sending. */
    @Query("select m.id from OutboxMessage m where m.state = MessageState.WAITING_FOR_SERVER and m.roundAt > :after "
            + "order by m.roundAt")
    List<UUID> waitingForServerSince(Instant after);

    /** Those about a case that nobody has been told yet, and that are still on their way. */
    @Query("select m from OutboxMessage m where m.aboutCase = :id and m.aboutProcess = :process and m.settledAt is null "
            + "order by m.createdAt, m.id")
    List<OutboxMessage> openAbout(String process, UUID id);

    @Modifying
    @Query(value = "delete from app.outbox_message where settled_at < :before", nativeQuery = true)
    int deleteSettledBefore(Instant before);
}

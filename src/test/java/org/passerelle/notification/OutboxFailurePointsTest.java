package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.support.FailurePoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff do with a message stands in its row, its case and on record at once, or nowhere. */
class OutboxFailurePointsTest extends MessageTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void sentByHand() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.WAITING_FOR_SERVER);

        FailurePoints.allOrNothingAtEachStatement(jdbc, () -> as(() -> desk.sentByHand(id)));

        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT_BY_HAND);
    }

    @Test
    void sentAgain() throws Exception {
        UUID id = send(by(null, null, Locale.FRENCH, false));
        engine.runDueJobs();

        FailurePoints.allOrNothing(jdbc, () -> as(() -> desk.sendAgain(id, "ada@example.org", null)));

        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT);
        assertThat(received()).hasSize(1);
    }
}

package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.service.Outbox;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Of what is told in confidence no open list of messages learns anything: not even that something has just moved. */
@RecordApplicationEvents
class ConfidentialMessagesTest extends MessageTests {

    @Autowired
    ApplicationEvents events;

    @Test
    void noListIsToldWhenOneIsWrittenAndLeaves() {
        UUID id = inConfidence("ada@example.org");
        engine.runDueJobs();
        clock.advance(Duration.ofHours(1));
        engine.runDueJobs();

        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT);
        assertThat(news()).isZero();
    }

    @Test
    void noListIsToldWhenOneIsOvertaken() {
        UUID older = inConfidence("ada@example.org");
        inConfidence("ada@example.org");

        assertThat(row(older).delivery().state()).isEqualTo(MessageState.OVERTAKEN);
        assertThat(news()).isZero();
    }

    @Test
    void noListIsToldWhenOneReachesNobody() {
        UUID id = inConfidence(null);
        engine.runDueJobs();

        assertThat(row(id).delivery().state()).isEqualTo(MessageState.UNREACHABLE);
        assertThat(news()).isZero();
    }

    @Test
    void noListIsToldWhenOneIsSetAsideBecauseNoServerCame() {
        mailSender.setHost(null);
        UUID id = inConfidence("ada@example.org");
        engine.runDueJobs();
        clock.advance(Duration.ofDays(60));
        engine.runDueJobs();

        assertThat(row(id).delivery().isOpen()).isFalse();
        assertThat(news()).isZero();
    }

    @Test
    void ofAnyOtherTheListsAreTold() {
        send(by("ada@example.org", null, Locale.FRENCH, false));

        assertThat(news()).isOne();
    }

    private UUID inConfidence(String email) {
        return transaction.execute(caller -> notifications.send(new Message(about, branch.id(), by(email, null, Locale.FRENCH, false),
                "testing", Map.of("name", "Ada", "titles", "livres")).inConfidence()));
    }

    private long news() {
        return events.stream(Topic.class).filter(topic -> topic.kind().equals(Outbox.TOPIC)).count();
    }
}

package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.support.FailingJobs;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a message is written down once, however often that fails first. */
class FailingDeliveriesTest extends MessageTests {

    @Autowired
    FailingJobs steps;

    private UUID message;

    @Test
    void aMessageThatLeavesIsKnownForTheSameByItsIdHoweverOftenItArrives() {
        steps.areTriedAgain(MessageDeliveryProcess.KEY, () -> sent(by("ada@example.org", null, Locale.FRENCH, false)));
        assertThat(row(message).delivery().state()).isEqualTo(MessageState.SENT);
        assertThat(row(message).delivery().mailAttempts()).isOne();
        assertThat(story()).containsExactly("journal.message.sent");
        assertThat(received()).filteredOn(mail -> id(mail).contains(message.toString()))
                .hasSizeGreaterThan(1).extracting(FailingDeliveriesTest::id).containsOnly(id(received().getLast()));
    }

    @Test
    void aMessageThatTheServerDoesNotTakeBecomesACall() {
        steps.areTriedAgain(MessageDeliveryProcess.KEY, () -> {
            smtp.stop();
            sent(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
            for (int attempt = 1; attempt < 5; attempt++) {
                engine.runDueJobs();
                clock.advance(Duration.ofHours(5));
            }
        });
        assertThat(row(message).delivery().mailAttempts()).isEqualTo(5);
        assertThat(calls(message)).hasSize(1);
        assertThat(story()).containsExactly("journal.message.mailFailed");
    }

    @Test
    void aMessageForWhichNoServerCameInTime() {
        steps.areTriedAgain(MessageDeliveryProcess.KEY, () -> {
            sent(by("ada@example.org", null, Locale.FRENCH, false));
            mailSender.setHost(null);
            engine.runDueJobs();
            clock.advance(Duration.ofDays(31));
        });
        assertThat(end(message)).isEqualTo("end_notSent");
        assertThat(story()).containsExactly("journal.message.waits", "journal.message.notSent");
    }

    @Test
    void someoneWhomNothingReaches() {
        steps.areTriedAgain(MessageDeliveryProcess.KEY, () -> sent(by(null, null, Locale.FRENCH, false)));
        assertThat(end(message)).isEqualTo("end_unreachable");
        assertThat(story()).containsExactly("journal.message.unreachable");
    }

    private void sent(Recipient recipient) {
        branches.save(branch);
        message = send(recipient);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

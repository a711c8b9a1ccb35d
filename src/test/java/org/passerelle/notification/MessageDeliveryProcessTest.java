package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.platform.CommonRefusal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.IllegalTransactionStateException;

/** Every way a message ends, against a real SMTP server. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class MessageDeliveryProcessTest extends MessageTests {

    @Test
    void anEmailArrivesInTheRecipientsLanguage() throws Exception {
        send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        send(by("bob@example.org", null, Locale.ENGLISH, false));
        engine.runDueJobs();

        assertThat(received()).extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder("Vos livres sont prêts, Ada", "Your livres are ready, Ada");
        assertThat(received().getFirst().getContent().toString()).contains("Bonjour Ada").contains("Médiathèque du Port");
        assertThat(story()).containsExactly("journal.message.sent", "journal.message.sent");
    }

    @Test
    void whatIsSentEndsAsSent() {
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        assertThat(received()).isEmpty();
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_sent");
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aServerThatIsDownIsTriedAgainAndThenStaffAreAskedToCall() {
        smtp.stop();
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.LEAVING);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofHours(5));
            engine.runDueJobs();
        }
        assertThat(row(id).delivery().failure()).isEqualTo(Failure.SERVER_FAILED);
        assertThat(row(id).delivery().mailAttempts()).isEqualTo(5);
        assertThat(as(() -> phone.reached(call(id))).isDone()).isTrue();
        assertThat(end(id)).isEqualTo("end_reached");
        assertThat(story()).containsExactly("journal.message.mailFailed", "journal.message.reached");
    }

    @Test
    void thatAMessageDidNotLeaveIsLoggedWithTheSettingToLookAtAndNobodysAddress(CapturedOutput said) {
        smtp.stop();
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();

        assertThat(said.getOut().lines().filter(line -> line.contains(id + " did not leave"))).singleElement().asString()
                .contains("spring.mail.host").doesNotContain("ada@");
    }

    @Test
    void aRefusedAddressIsNotTriedAgain() throws Exception {
        try (RefusingSmtpServer refusing = new RefusingSmtpServer()) {
            mailSender.setPort(refusing.port());
            UUID withPhone = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
            engine.runDueJobs();
            assertThat(row(withPhone).delivery().failure()).isEqualTo(Failure.ADDRESS_REFUSED);
            assertThat(row(withPhone).delivery().state()).isEqualTo(MessageState.TO_CALL);
            assertThat(calls(withPhone)).hasSize(1);
            UUID without = send(by("ada@example.org", null, Locale.FRENCH, false));
            engine.runDueJobs();
            assertThat(end(without)).isEqualTo("end_unreachable");
            assertThat(row(without).delivery().mailAttempts()).isOne();
        }
    }

    @Test
    void afterAWrongNumberAndARefusedAddressNobodyIsCalledAgain() throws Exception {
        try (RefusingSmtpServer refusing = new RefusingSmtpServer()) {
            mailSender.setPort(refusing.port());
            UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, true));
            as(() -> phone.wrongNumber(call(id)));
            engine.runDueJobs();
            assertThat(calls(id)).isEmpty();
            assertThat(end(id)).isEqualTo("end_unreachable");
            assertThat(row(id).delivery().state()).isEqualTo(MessageState.UNREACHABLE);
            assertThat(row(id).delivery().failure()).isEqualTo(Failure.ADDRESS_REFUSED);
        }
    }

    @Test
    void withoutAddressNorNumberNothingReachesThem() {
        UUID id = send(by("not an address", " ", Locale.FRENCH, true));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).delivery().failure()).isEqualTo(Failure.NO_ADDRESS);
    }

    @Test
    void withoutAServerItWaitsForTwoDays() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.WAITING_FOR_SERVER);
        clock.advance(Duration.ofHours(48));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_notSent");
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.NOT_SENT);
    }

    @Test
    void aServerThatComesInTimeSendsWhatWaited() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(47));
        waiting.letGo();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.WAITING_FOR_SERVER);
        mailSender.setHost("localhost");
        waiting.letGo();
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_sent");
        assertThat(received()).hasSize(1);
    }

    @Test
    void aServerThatComesTooLateSendsNothingOld() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        mailSender.setHost("localhost");
        clock.advance(Duration.ofHours(49));
        waiting.letGo();
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_notSent");
        assertThat(received()).isEmpty();
    }

    @Test
    void whatStaffSendByHandEndsThere() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(as(() -> desk.sentByHand(id)).isDone()).isTrue();
        assertThat(end(id)).isEqualTo("end_sentByHand");
        assertThat(as(() -> desk.sentByHand(id)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(story()).containsExactly("journal.message.waits", "journal.message.sentByHand");
    }

    @Test
    void aTemplateThatIsMissingOrLacksAValueIsTheCallersBug() {
        Recipient ada = by("ada@example.org", null, Locale.FRENCH, false);
        assertThatThrownBy(() -> transaction.execute(caller -> notifications.send(
                new Message(about, branch.id(), ada, "unknown", Map.of()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send(ada, Map.of("name", "Ada"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallerThatRollsBackLeavesNeitherRowNorProcess() {
        transaction.executeWithoutResult(caller -> {
            notifications.send(message(by("ada@example.org", null, Locale.FRENCH, false)));
            caller.setRollbackOnly();
        });
        assertThat(outbox.count()).isZero();
        assertThat(engine.raw().getRuntimeService().createProcessInstanceQuery().count()).isZero();
        assertThat(engine.raw().getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void onlyWithinATransaction() {
        assertThatThrownBy(() -> notifications.send(message(by("ada@example.org", null, Locale.FRENCH, false))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}

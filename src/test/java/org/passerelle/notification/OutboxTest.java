package org.passerelle.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.NotificationRefusal;
import org.passerelle.notification.domain.OutboxFilter;
import org.passerelle.notification.domain.OutboxFilter.Group;
import org.passerelle.notification.domain.OutboxList;
import org.passerelle.notification.service.Outbox;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What staff see of the messages, what they may do, and for how long it is kept. */
class OutboxTest extends MessageTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void messagesAreFoundByStateBranchAndWords() {
        send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        clock.advance(Duration.ofMinutes(1));
        UUID failed = send(new Recipient("Élodie Noël", null, null, Locale.FRENCH, false, "24 007"));
        engine.runDueJobs();

        assertThat(listed(Group.ALL, null, "")).hasSize(2).first().isEqualTo(failed);
        assertThat(listed(Group.TO_DO, null, "")).containsExactly(failed);
        assertThat(listed(Group.ALL, branch.id(), "noel ELODIE")).containsExactly(failed);
        assertThat(listed(Group.ALL, UUID.randomUUID(), "")).isEmpty();
        assertThat(listed(Group.ALL, null, "noel\0")).containsExactly(failed);
        assertThat(listed(Group.ALL, null, "noel\ud800")).containsExactly(failed);
        assertThat(listed(Group.ALL, null, "noel" + " ".repeat(300) + "nobody")).containsExactly(failed);
        assertThat(listed(Group.ALL, null, "100 % _ \\ '")).isEmpty();
    }

    @Test
    void aPageIsOneStatementWhateverTheVolume() {
        for (int i = 0; i < 30; i++) {
            send(by("ada@example.org", null, Locale.FRENCH, false));
        }
        OutboxFilter all = new OutboxFilter(Group.ALL, null, "ada");
        assertThat(as(() -> Statements.during(() -> desk.page(all, 0, 20)))).hasSize(1);
        assertThat(as(() -> desk.page(all, 20, 20))).hasSize(10);
        assertThat(as(() -> Statements.during(() -> assertThat(desk.count(all)).isEqualTo(30)))).hasSize(1);
    }

    @Test
    void staffDownloadWhatGoesWithAMessage() {
        UUID id = transaction.execute(caller -> notifications.send(new Message(about, branch.id(),
                by("ada@example.org", null, Locale.FRENCH, false), "testing", Map.of("name", "Ada", "titles", "livres"),
                List.of(new Message.Attachment("retrait.ics", "text/calendar", "BEGIN".getBytes(UTF_8))))));

        Message.Attachment file = signedIn.runAs(stranger, () -> desk.attachment(id, 0)).orElseThrow();

        assertThat(file.name()).isEqualTo("retrait.ics");
        assertThat(file.contentType()).isEqualTo("text/calendar");
        assertThat(file.bytes()).asString(UTF_8).isEqualTo("BEGIN");
        assertThat(as(() -> desk.attachment(id, 1))).isEmpty();
        assertThat(as(() -> desk.attachment(UUID.randomUUID(), 0))).isEmpty();
    }

    @Test
    void whatFailedIsSentAgainToACorrectedAddressUnderANewMessageId() throws Exception {
        UUID id = send(by(null, null, Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(as(() -> desk.sendAgain(id, "ada@example.org", " ")).isDone()).isTrue();
        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT);
        assertThat(received().getFirst().getMessageID()).contains(id + ".2@");
        assertThat(as(() -> desk.sendAgain(id, "ada@example.org", null)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(received()).hasSize(1);
    }

    @Test
    void anAddressOrNumberThatIsNoneIsRefused() {
        UUID id = send(by(null, null, Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(as(() -> desk.sendAgain(id, "", null)).refusal()).isEqualTo(NotificationRefusal.NO_WAY_TO_REACH);
        for (String hostile : List.of("a@b.fr\r\nBcc: c@d.fr", "a@b.fr,c@d.fr", "nobody", "Ada <a@b.fr>", "@b.fr",
                "a".repeat(300) + "@b.fr")) {
            assertThat(as(() -> desk.sendAgain(id, hostile, null)).refusal()).isEqualTo(NotificationRefusal.NOT_AN_EMAIL);
        }
        for (String hostile : List.of("call me", "12", "+1234567890123456", "06<script>")) {
            assertThat(as(() -> desk.sendAgain(id, null, hostile)).refusal()).isEqualTo(NotificationRefusal.NOT_A_PHONE);
        }
        assertThat(row(id).delivery().round()).isOne();
    }

    @Test
    void anAgentOfAnotherBranchReadsButCannotAct() {
        UUID id = send(by(null, null, Locale.FRENCH, false));
        engine.runDueJobs();
        Outbox.Content content = signedIn.runAs(stranger, () -> desk.message(id)).orElseThrow();
        assertThat(content.mayAct()).isFalse();
        assertThat(content.body()).contains("Bonjour Ada");
        assertThat(signedIn.runAs(stranger, () -> desk.sendAgain(id, "ada@example.org", null)).refusal())
                .isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThat(signedIn.runAs(stranger, () -> desk.sentByHand(id)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
    }

    @Test
    void thePatronsLinkOpensNothingForAnAgentOfAnotherBranch() {
        UUID id = send(by(null, null, Locale.FRENCH, false));
        String link = "https://drive.example.org/pickup/" + "0123456789abcdef".repeat(3);
        jdbc.sql("update app.outbox_message set body = ? where id = ?").params("Votre lien : " + link + "\nÀ bientôt", id)
                .update();

        assertThat(as(() -> desk.message(id)).orElseThrow().body()).contains(link);
        assertThat(signedIn.runAs(stranger, () -> desk.message(id)).orElseThrow().body())
                .isEqualTo("Votre lien : https://drive.example.org/pickup/…\nÀ bientôt");
    }

    @Test
    void patronsAndStrangersSeeNothing() {
        OutboxFilter all = new OutboxFilter(Group.ALL, null, "");
        UUID id = send(by(null, null, Locale.FRENCH, false));
        List<Runnable> gestures = List.of(() -> desk.page(all, 0, 10), () -> desk.count(all), () -> desk.message(id),
                () -> desk.attachment(id, 0),
                () -> desk.sendAgain(id, "eve@example.org", null), () -> desk.sentByHand(id), () -> desk.branches());
        for (Runnable gesture : gestures) {
            assertThatThrownBy(gesture::run).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> signedIn.runAs(patron, () -> {
                gesture.run();
                return null;
            })).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void settledMessagesAreForgottenAfterThirtyDays() {
        UUID settled = transaction.execute(caller -> notifications.send(new Message(about, branch.id(),
                by("ada@example.org", null, Locale.FRENCH, false), "testingPlain", Map.of("name", "Ada"),
                List.of(new Message.Attachment("a.ics", "text/calendar", new byte[1])))));
        UUID open = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        engine.runDueJobs();
        clock.advance(Duration.ofDays(30));
        forgetWhatIsDue();
        assertThat(outbox.existsById(settled)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        forgetWhatIsDue();
        assertThat(outbox.findAll()).extracting(message -> message.id()).containsExactly(open);
        assertThat(as(() -> desk.message(settled))).isEmpty();
    }

    private void forgetWhatIsDue() {
        transaction.executeWithoutResult(night -> kept.forget(clock.instant().minus(kept.keepFor()), 500));
    }

    private List<UUID> listed(Group group, UUID branch, String words) {
        OutboxFilter filter = new OutboxFilter(group, branch, words);
        List<UUID> ids = as(() -> desk.page(filter, 0, 50)).stream().map(OutboxList.Line::id).toList();
        assertThat(as(() -> desk.count(filter))).isEqualTo(ids.size());
        return ids;
    }
}

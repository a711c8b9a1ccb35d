package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way a message ends, against a real SMTP server. */
@PasserelleTest
class MessageDeliveryProcessTest {

    @Autowired
    Notifications notifications;
    @Autowired
    PhoneCalls phone;
    @Autowired
    OutboxMessages outbox;
    @Autowired
    Processes processes;
    @Autowired
    Journal journal;
    @Autowired
    SignedIn signedIn;
    @Autowired
    BranchRepository branches;
    @Autowired
    JavaMailSenderImpl mailSender;
    @Autowired
    AppClock clock;
    @Autowired
    Engine engine;
    @Autowired
    TransactionTemplate transaction;

    final GreenMail smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
    final CaseRef about = new CaseRef("drive-pickup", UUID.randomUUID());
    Branch branch;
    CurrentUser agent;

    @BeforeEach
    void aLibraryWithAMailServer() {
        branch = branches.save(new Branch("PORT", "Médiathèque du Port", "1 quai des Brumes", "01 00 00 00 00",
                ZoneId.of("Europe/Paris"), "", ""));
        agent = new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(branch.id()), null);
        smtp.start();
        mailSender.setHost("localhost");
        mailSender.setPort(smtp.getSmtp().getPort());
    }

    @AfterEach
    void noMailServer() {
        mailSender.setHost(null);
        smtp.stop();
    }

    @Test
    void anEmailArrivesInTheRecipientsLanguage() throws Exception {
        send(by("ada@example.org", null, Locale.FRENCH, false));
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
        assertThat(row(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aServerThatIsDownIsTriedAgainAndThenStaffAreAskedToCall() {
        smtp.stop();
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(row(id).state()).isEqualTo(MessageState.LEAVING);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofHours(5));
            engine.runDueJobs();
        }
        assertThat(row(id).failure()).isEqualTo(Failure.SERVER_FAILED);
        assertThat(row(id).mailAttempts()).isEqualTo(5);
        assertThat(as(() -> phone.reached(call(id))).isDone()).isTrue();
        assertThat(end(id)).isEqualTo("end_reached");
        assertThat(story()).containsExactly("journal.message.mailFailed", "journal.message.reached");
    }

    @Test
    void whoPrefersThePhoneIsCalled() {
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.ENGLISH, true));
        engine.runDueJobs();
        PhoneCalls.Call call = as(() -> phone.call(call(id))).orElseThrow();
        assertThat(call.phone()).isEqualTo("06 01 02 03 04");
        assertThat(call.words()).isEqualTo("Hello Ada, your documents are ready.");
        TaskRef task = call(id);
        assertThat(as(() -> phone.reached(task)).isDone()).isTrue();
        assertThat(as(() -> phone.wrongNumber(task)).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(end(id)).isEqualTo("end_reached");
        assertThat(received()).isEmpty();
    }

    @Test
    void threeCallsWithoutAnAnswerAreEnough() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        for (int i = 0; i < 3; i++) {
            assertThat(as(() -> phone.noAnswer(call(id))).isDone()).isTrue();
            assertThat(calls(id)).isEmpty();
            clock.advance(Duration.ofHours(2));
            engine.runDueJobs();
        }
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void aWrongNumberEndsAsUnreachable() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        as(() -> phone.wrongNumber(call(id)));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).failure()).isEqualTo(Failure.WRONG_NUMBER);
        assertThat(story()).containsExactly("journal.message.wrongNumber", "journal.message.unreachable");
    }

    @Test
    void withoutAddressNorNumberNothingReachesThem() {
        UUID id = send(by("not an address", " ", Locale.FRENCH, true));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).failure()).isEqualTo(Failure.NO_ADDRESS);
    }

    @Test
    void withoutAServerItWaitsForTwoDays() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
        engine.runDueJobs();
        assertThat(row(id).state()).isEqualTo(MessageState.WAITING_FOR_SERVER);
        clock.advance(Duration.ofHours(48));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_notSent");
        assertThat(row(id).state()).isEqualTo(MessageState.NOT_SENT);
    }

    @Test
    void aMessageSentTwiceByACrashKeepsItsMessageId() throws Exception {
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        Job job = engine.raw().getManagementService().createJobQuery().singleResult();
        transaction.executeWithoutResult(crash -> {
            engine.raw().getManagementService().executeJob(job.getId());
            crash.setRollbackOnly();
        });
        assertThat(row(id).state()).isEqualTo(MessageState.LEAVING);
        engine.runDueJobs();

        assertThat(end(id)).isEqualTo("end_sent");
        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID())
                .contains(id.toString());
    }

    @Test
    void aHostileNameNeverBecomesAHeader() throws Exception {
        send(new Recipient("Ada\r\nBcc: eve@example.org", "ada@example.org", null, Locale.FRENCH, false, null),
                Map.of("name", "Ada\r\nX-Evil: yes\r\n\r\nhello", "titles", "livres\u2028X: y"));
        engine.runDueJobs();
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("X")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
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

    private List<MimeMessage> received() {
        return List.of(smtp.getReceivedMessages());
    }

    private Recipient by(String email, String phone, Locale language, boolean prefersPhone) {
        return new Recipient("Ada", email, phone, language, prefersPhone, "24005");
    }

    private Message message(Recipient recipient) {
        return new Message(about, branch.id(), recipient, "testing", Map.of("name", "Ada", "titles", "livres"));
    }

    private UUID send(Recipient recipient) {
        return transaction.execute(caller -> notifications.send(message(recipient)));
    }

    private UUID send(Recipient recipient, Map<String, String> values) {
        return transaction.execute(caller -> notifications.send(
                new Message(about, branch.id(), recipient, "testing", values)));
    }

    private OutboxMessage row(UUID id) {
        return outbox.findById(id).orElseThrow();
    }

    private String end(UUID id) {
        return engine.endOf(MessageDeliveryProcess.caseOf(id)).orElse(null);
    }

    private TaskRef call(UUID id) {
        return calls(id).getFirst().ref();
    }

    private List<UserTask> calls(UUID id) {
        return transaction.execute(caller -> processes.tasks(MessageDeliveryProcess.caseOf(id)));
    }

    private List<String> story() {
        return journal.story(about).stream().map(Journal.Entry::messageKey).toList();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return signedIn.runAs(agent, work);
    }
}

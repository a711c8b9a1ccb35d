package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.Multipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;

/** Every way a message ends, against a real SMTP server. */
class MessageDeliveryProcessTest extends MessageTests {

    /** The engine names the event subprocess, of which {@code end_overtaken} is the one end. */
    private static final String OVERTAKEN = "sub_overtaken";

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
    void aRefusedAddressIsNotTriedAgain() throws Exception {
        try (RefusingSmtpServer refusing = new RefusingSmtpServer()) {
            mailSender.setPort(refusing.port());
            UUID withPhone = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, false));
            engine.runDueJobs();
            assertThat(row(withPhone).failure()).isEqualTo(Failure.ADDRESS_REFUSED);
            assertThat(row(withPhone).state()).isEqualTo(MessageState.TO_CALL);
            assertThat(calls(withPhone)).hasSize(1);
            UUID without = send(by("ada@example.org", null, Locale.FRENCH, false));
            engine.runDueJobs();
            assertThat(end(without)).isEqualTo("end_unreachable");
            assertThat(row(without).mailAttempts()).isOne();
        }
    }

    @Test
    void ofTwoWhoSettleTheSameCallAtOnceTheSecondIsTold() throws Exception {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskRef task = call(id);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<Void>>> outcomes = Stream.<Function<TaskRef, Outcome<Void>>>of(phone::reached,
                    phone::wrongNumber).map(gesture -> people.submit(() -> {
                        together.await();
                        return as(() -> gesture.apply(task));
                    })).toList();
            List<Outcome<Void>> answers = List.of(outcomes.get(0).get(), outcomes.get(1).get());
            assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
            assertThat(answers).extracting(Outcome::refusal).contains(CommonRefusal.ALREADY_DONE);
        }
        assertThat(row(id).callAttempts()).isOne();
    }

    @Test
    void anAgentOfAnotherBranchSeesTheCallButCannotSettleIt() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskRef task = call(id);
        assertThat(signedIn.runAs(stranger, () -> phone.call(task))).isPresent();
        assertThat(signedIn.runAs(stranger, () -> phone.reached(task)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThatThrownBy(() -> phone.call(task)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedIn.runAs(patron, () -> phone.reached(task)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(calls(id)).hasSize(1);
    }

    @Test
    void theCallIsDescribedForTheInbox() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskDescriber describer = describers.stream().filter(d -> d.processKey().equals("message-delivery")).findFirst()
                .orElseThrow();
        TaskDescriber.TaskFacts facts = describer.describe(calls(id)).get(call(id));
        assertThat(facts.subjectArgs()).containsExactly("Ada", "Vos livres sont prêts, Ada", "1");
        assertThat(facts.branch()).isEqualTo(branch.id());
        assertThat(facts.due()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(facts.searchWords()).contains("24005");
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
    void whoPrefersThePhoneAndNeverAnswersIsWrittenToAsALastResort() {
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, true));
        for (int i = 0; i < 3; i++) {
            assertThat(received()).isEmpty();
            assertThat(as(() -> phone.noAnswer(call(id))).isDone()).isTrue();
            clock.advance(Duration.ofHours(2));
            engine.runDueJobs();
        }
        assertThat(end(id)).isEqualTo("end_sent");
        assertThat(row(id).state()).isEqualTo(MessageState.SENT);
        assertThat(received()).hasSize(1);
        assertThat(story()).containsExactly("journal.message.noAnswer", "journal.message.noAnswer",
                "journal.message.noAnswer", "journal.message.sent");
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
            assertThat(row(id).state()).isEqualTo(MessageState.UNREACHABLE);
            assertThat(row(id).failure()).isEqualTo(Failure.ADDRESS_REFUSED);
        }
    }

    @Test
    void aHugeTextArrivesWholeUnderAShortSubject() throws Exception {
        String huge = "Ada " + "œuvre, ".repeat(100_000);
        send(new Recipient(huge, "ada@example.org", null, Locale.FRENCH, false, null),
                Map.of("name", huge, "titles", huge));
        engine.runDueJobs();
        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getContent().toString().length()).isGreaterThan(huge.length());
        assertThat(received().getFirst().getSubject()).startsWith("Vos Ada œuvre").endsWith("…").hasSize(500);
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
    void aServerThatComesInTimeSendsWhatWaited() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(47));
        waiting.letGo();
        assertThat(row(id).state()).isEqualTo(MessageState.WAITING_FOR_SERVER);
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
        assertThat(as(() -> desk.sentByHand(id)).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(story()).containsExactly("journal.message.waits", "journal.message.sentByHand");
    }

    @Test
    void ofSeveralMessagesAboutACaseOnlyTheNewestIsStillToBeSaid() {
        UUID reserved = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID moved = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID cancelled = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));

        assertThat(List.of(reserved, moved)).allSatisfy(older -> {
            assertThat(end(older)).isEqualTo(OVERTAKEN);
            assertThat(row(older).state()).isEqualTo(MessageState.OVERTAKEN);
            assertThat(calls(older)).isEmpty();
        });
        assertThat(calls(cancelled)).hasSize(1);
        assertThat(story()).containsExactly("journal.message.overtaken", "journal.message.overtaken");
    }

    @Test
    void whatWaitsForAServerOrForAnotherTryIsOvertakenToo() {
        mailSender.setHost(null);
        UUID waits = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        mailSender.setHost("localhost");
        smtp.stop();
        UUID tried = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        smtp.start();
        mailSender.setPort(smtp.getSmtp().getPort());
        UUID newest = send(by("ada@example.org", null, Locale.FRENCH, false));
        clock.advance(Duration.ofHours(5));
        engine.runDueJobs();

        assertThat(List.of(end(waits), end(tried), end(newest))).containsExactly(OVERTAKEN, OVERTAKEN,
                "end_sent");
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatIsJustBeingSentIsNotOvertaken() {
        UUID leaving = send(by("ada@example.org", null, Locale.FRENCH, false));
        transaction.executeWithoutResult(sending -> {
            outbox.locked(leaving).orElseThrow();
            CompletableFuture.runAsync(() -> send(by("ada@example.org", null, Locale.FRENCH, false))).join();
        });
        engine.runDueJobs();

        assertThat(end(leaving)).isEqualTo("end_sent");
        assertThat(received()).hasSize(2);
    }

    @Test
    void whatSomebodyElseIsToldStays() {
        UUID ada = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID bob = send(new Recipient("Bob", null, "06 05 06 07 08", Locale.FRENCH, true, "24006"));

        assertThat(calls(ada)).hasSize(1);
        assertThat(calls(bob)).hasSize(1);
    }

    @Test
    void nothingIsToldAboutACaseThatIsOver() {
        UUID call = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID settled = send(new Recipient("Bob", "bob@example.org", null, Locale.FRENCH, false, "24006"));
        engine.runDueJobs();

        transaction.executeWithoutResult(caller -> notifications.nothingMoreToTell(about));

        assertThat(end(call)).isEqualTo(OVERTAKEN);
        assertThat(row(settled).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void attachmentsGoWithTheMail() throws Exception {
        transaction.execute(caller -> notifications.send(new Message(about, branch.id(),
                by("ada@example.org", null, Locale.FRENCH, false), "testing", Map.of("name", "Ada", "titles", "livres"),
                List.of(new Message.Attachment("../retrait\r\n.ics", "text/calendar; charset=utf-8",
                        "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))))));
        engine.runDueJobs();
        Multipart parts = (Multipart) received().getFirst().getContent();
        assertThat(parts.getBodyPart(1).getFileName()).doesNotContain("/", "\r", "\n").endsWith(".ics");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
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
}

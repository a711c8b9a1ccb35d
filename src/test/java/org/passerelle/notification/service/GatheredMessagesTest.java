package org.passerelle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.domain.SmtpSecurity;
import org.passerelle.notification.process.MessageDeliveryProcess.Mail;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages about one case that follow fast: who reserves and then changes the slot is written to once. */
@PasserelleTest
class GatheredMessagesTest {

    @Autowired
    Notifications notifications;
    @Autowired
    OutboxMessages outbox;
    @Autowired
    BranchRepository branches;
    @Autowired
    MailServer server;
    @Autowired
    JavaMailSenderImpl mailSender;
    @Autowired
    Journal journal;
    @Autowired
    AppClock clock;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;

    private final GreenMail smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final CaseRef about = new CaseRef("drive-pickup", UUID.randomUUID());
    private UUID branch;
    private MessageDeliverySteps gathering;

    @BeforeEach
    void aLibraryThatGathersForHalfAMinute() {
        branch = branches.save(new Branch("PORT", "Port", null, null, ZoneId.of("Europe/Paris"), "", "")).id();
        smtp.start();
        mailSender.setHost("localhost");
        mailSender.setPort(smtp.getSmtp().getPort());
        gathering = new MessageDeliverySteps(outbox, branches, server, TestMail.settings(SmtpSecurity.NONE, Duration.ofSeconds(30)),
                journal, clock, events);
    }

    @AfterEach
    void noMailServer() {
        mailSender.setHost(null);
        smtp.stop();
    }

    @Test
    void ofTwoThatFollowFastTheSecondAloneIsSent() {
        UUID reserved = written();
        MessageDeliverySteps.Attempt early = attempt(reserved);
        assertThat(early.mail()).isEqualTo(Mail.TRY_AGAIN);
        assertThat(early.again()).isEqualTo(FreshState.START.plusSeconds(30));

        clock.advance(Duration.ofSeconds(20));
        UUID moved = written();
        assertThat(outbox.findById(reserved).orElseThrow().delivery().state()).isEqualTo(MessageState.OVERTAKEN);
        clock.advance(Duration.ofSeconds(29));
        assertThat(attempt(moved).mail()).isEqualTo(Mail.TRY_AGAIN);
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempt(moved).mail()).isEqualTo(Mail.LEFT);

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(outbox.findById(moved).orElseThrow().delivery().mailAttempts()).isOne();
    }

    @Test
    void whatStaffSendAgainWaitsForNothing() {
        UUID message = written();
        transaction.executeWithoutResult(status -> outbox.findById(message).orElseThrow()
                .delivery().tryOnceMore("ada@example.org", null, clock.instant()));

        assertThat(attempt(message).mail()).isEqualTo(Mail.LEFT);
    }

    @Test
    void theEMailInsteadOfACallWaitsTooAndDoesNotLeaveOnceTheCallIsStillToBeMade() {
        UUID message = written();
        clock.advance(Duration.ofHours(2));
        transaction.executeWithoutResult(status -> {
            OutboxMessage called = outbox.findById(message).orElseThrow();
            called.delivery().wrongNumber();
            called.delivery().writeAfterAll(clock.instant());
        });
        assertThat(attempt(message).again()).isEqualTo(clock.instant().plusSeconds(30));

        transaction.executeWithoutResult(status -> outbox.findById(message).orElseThrow().delivery().notCalled());
        clock.advance(Duration.ofSeconds(30));

        assertThat(attempt(message).mail()).isEqualTo(Mail.LEFT);
        assertThat(smtp.getReceivedMessages()).as("a sending that was on its way when the call was taken back").isEmpty();
    }

    @Test
    void withoutAMailServerItWaitsForOneAtOnce() {
        mailSender.setHost(null);

        assertThat(attempt(written()).mail()).isEqualTo(Mail.NO_SERVER);
    }

    private UUID written() {
        return transaction.execute(caller -> notifications.send(new Message(about, branch, new Recipient("Ada",
                "ada@example.org", null, Locale.FRENCH, false, "24005"), "testing", Map.of("name", "Ada", "titles", "livres"))));
    }

    private MessageDeliverySteps.Attempt attempt(UUID message) {
        return transaction.execute(step -> gathering.sendMail(message));
    }
}

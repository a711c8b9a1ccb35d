package org.passerelle.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.notification.service.KeptMessages;
import org.passerelle.notification.service.Outbox;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.notification.service.WaitingMail;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A library with a real SMTP server, and somebody to write to. */
@PasserelleTest
abstract class MessageTests {

    @Autowired
    Notifications notifications;
    @Autowired
    PhoneCalls phone;
    @Autowired
    Outbox desk;
    @Autowired
    WaitingMail waiting;
    @Autowired
    KeptMessages kept;
    @Autowired
    List<TaskDescriber> describers;
    @Autowired
    OutboxMessages outbox;
    @Autowired
    UserTasks userTasks;
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
    CurrentUser stranger;
    CurrentUser patron;

    @BeforeEach
    void aLibraryWithAMailServer() {
        branch = branches.save(new Branch("PORT", "Médiathèque du Port", "1 quai des Brumes", "01 00 00 00 00",
                ZoneId.of("Europe/Paris"), "", ""));
        agent = new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(branch.id()), null);
        stranger = new CurrentUser(UUID.randomUUID(), "Noor", Role.AGENT, Set.of(UUID.randomUUID()), null);
        patron = new CurrentUser(UUID.randomUUID(), "Ada", Role.PATRON, Set.of(), UUID.randomUUID());
        smtp.start();
        mailSender.setHost("localhost");
        mailSender.setPort(smtp.getSmtp().getPort());
    }

    @AfterEach
    void noMailServer() {
        mailSender.setHost(null);
        smtp.stop();
    }

    List<MimeMessage> received() {
        return List.of(smtp.getReceivedMessages());
    }

    Recipient by(String email, String phone, Locale language, boolean prefersPhone) {
        return new Recipient("Ada", email, phone, language, prefersPhone, "24005");
    }

    Message message(Recipient recipient) {
        return new Message(about, branch.id(), recipient, "testing", Map.of("name", "Ada", "titles", "livres"));
    }

    UUID send(Recipient recipient) {
        return transaction.execute(caller -> notifications.send(message(recipient)));
    }

    UUID send(Recipient recipient, Map<String, String> values) {
        return transaction.execute(caller -> notifications.send(
                new Message(about, branch.id(), recipient, "testing", values)));
    }

    OutboxMessage row(UUID id) {
        return outbox.findById(id).orElseThrow();
    }

    String end(UUID id) {
        return engine.endOf(MessageDeliveryProcess.caseOf(id)).orElse(null);
    }

    TaskRef call(UUID id) {
        return calls(id).getFirst().ref();
    }

    List<UserTask> calls(UUID id) {
        return transaction.execute(caller -> userTasks.of(MessageDeliveryProcess.caseOf(id)));
    }

    List<String> story() {
        return journal.story(about).stream().map(Journal.Entry::messageKey).toList();
    }

    <T> T as(Supplier<T> work) {
        return signedIn.runAs(agent, work);
    }
}

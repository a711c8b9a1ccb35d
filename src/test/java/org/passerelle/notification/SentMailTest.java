package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;

/** What a mail server is given: headers, texts and attachments, whatever stands in their values. */
class SentMailTest extends MessageTests {

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
    void aMessageSentTwiceByACrashKeepsItsMessageId() throws Exception {
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        Job job = engine.raw().getManagementService().createJobQuery().singleResult();
        transaction.executeWithoutResult(crash -> {
            engine.raw().getManagementService().executeJob(job.getId());
            crash.setRollbackOnly();
        });
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.LEAVING);
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
}

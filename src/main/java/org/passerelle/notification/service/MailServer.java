package org.passerelle.notification.service;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.Letter;
import org.passerelle.notification.domain.MessageTexts;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.SmtpSecurity;
import org.passerelle.notification.domain.StoredAttachment;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.network.Branch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The library's mail server, where one is configured ({@code spring.mail.host}). */
@Component
class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);

    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final DeliverySettings settings;
    /** One message at a time: however slow the server is, it keeps one of the threads that move cases on, not all. */
    private final Semaphore turn = new Semaphore(1);

    MailServer(ObjectProvider<JavaMailSenderImpl> sender, DeliverySettings settings,
               @Value("${passerelle.public-url:}") String publicUrl) {
        this.sender = sender;
        this.settings = settings;
        if (isConfigured() && !MailAddress.isUsable(settings.from())) {
            throw new IllegalStateException("a mail server is configured (spring.mail.host): passerelle.messages.from "
                    + "must be the address that messages come from");
        }
        if (isConfigured() && !publicUrl.matches("https?://[^/\\s]+\\S*")) {
            throw new IllegalStateException("a mail server is configured (spring.mail.host): passerelle.public-url "
                    + "must be the address that people reach the product by, for the links in messages");
        }
        sender.ifAvailable(server -> settings.smtpSecurity().applyTo(server.getJavaMailProperties()));
        if (isConfigured() && settings.smtpSecurity() == SmtpSecurity.NONE) {
            log.warn("E-mails go to the mail server in clear, its password and patrons' links with them, as "
                    + "passerelle.messages.smtp-security is none: only for a server on this machine or a network of "
                    + "your own");
        }
    }

    boolean isConfigured() {
        JavaMailSenderImpl configured = sender.getIfAvailable();
        return configured != null && StringUtils.hasText(configured.getHost());
    }

    /**
     * Hands the message over, and waits for the server's answer; or says at once that another is being handed over.
     *
     * @param from whom the recipient reads as the sender
     */
    Answer send(OutboxMessage message, Branch from) {
        JavaMailSenderImpl server = sender.getObject();
        if (!turn.tryAcquire()) {
            return new Answer(Kind.BUSY, null, null);
        }
        try {
            server.send(compose(server.createMimeMessage(), message, from));
            return new Answer(Kind.ACCEPTED, null, null);
        } catch (MailSendException failed) {
            return refusesTheAddress(failed) ? new Answer(Kind.ADDRESS_REFUSED, reason(failed), null)
                    : failed(reason(failed), failed);
        } catch (MailException failed) {
            return failed(reason(failed), failed);
        } catch (MessagingException | UnsupportedEncodingException unfit) {
            return failed(unfit.getMessage(), unfit);
        } finally {
            turn.release();
        }
    }

    private MimeMessage compose(MimeMessage mail, OutboxMessage message, Branch branch)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper parts = new MimeMessageHelper(mail, !message.attachments().isEmpty(),
                StandardCharsets.UTF_8.name());
        Letter letter = Letter.of(message.delivery().email(), message.subject(), message.body(), branch);
        parts.setFrom(settings.from(), MessageTexts.oneLine(branch.name()));
        parts.setTo(new jakarta.mail.internet.InternetAddress(message.delivery().email(), message.recipientName(),
                StandardCharsets.UTF_8.name()));
        parts.setSubject(letter.subject());
        parts.setText(letter.text());
        for (StoredAttachment attachment : message.attachments()) {
            parts.addAttachment(attachment.name(), new ByteArrayResource(attachment.bytes()), attachment.contentType());
        }
        mail.setHeader("Message-ID", messageId(message));
        mail.setHeader("Content-Language", message.language().getLanguage());
        // RFC 3834: no out-of-office answers to what a machine has written.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** The same at each attempt, so that a repeated delivery can be known for what it is; another when staff send again. */
    private String messageId(OutboxMessage message) {
        return "<%s.%d@%s>".formatted(message.id(), message.delivery().round(),
                settings.from().substring(settings.from().lastIndexOf('@') + 1));
    }

    private static boolean refusesTheAddress(MailSendException failed) {
        return failed.getFailedMessages().values().stream().anyMatch(cause -> cause instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0);
    }

    private static Answer failed(String error, Exception failure) {
        return new Answer(Kind.FAILED, error, MailTrouble.of(failure));
    }

    private static String reason(MailException failed) {
        Throwable cause = failed instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0] : failed.getMostSpecificCause();
        return cause.getMessage();
    }

    enum Kind {
        ACCEPTED, ADDRESS_REFUSED, FAILED, BUSY
    }

    /**
     * @param error   what the server said, for staff; may name the address
     * @param trouble of what has failed, for the log
     */
    record Answer(Kind kind, String error, MailTrouble trouble) {
    }
}

package org.passerelle.notification.service;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.notification.Message;
import org.passerelle.notification.Recipient;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.MessageTexts;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.notification.domain.SmtpSecurity;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.process.CaseRef;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that signs in with a password, and a message for it. */
final class TestMail {

    static final Branch LIBRARY = new Branch("PORT", "Library", null, null, ZoneId.of("Europe/Paris"), "", "");

    private TestMail() {
    }

    static MailServer server(String host, int port, SmtpSecurity security, Consumer<Properties> more) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setUsername("library");
        sender.setPassword("a password");
        Properties mail = sender.getJavaMailProperties();
        mail.setProperty("mail.smtp.auth", "true");
        mail.setProperty("mail.smtp.connectiontimeout", "10000");
        mail.setProperty("mail.smtp.timeout", "10000");
        more.accept(mail);
        return new MailServer(new StaticListableBeanFactory(Map.of("sender", sender))
                .getBeanProvider(JavaMailSenderImpl.class), settings(security, Duration.ZERO), "https://library.example.org");
    }

    static DeliverySettings settings(SmtpSecurity security, Duration gatherFor) {
        return new DeliverySettings("library@example.org", security, gatherFor, List.of(), Duration.ZERO, Duration.ZERO, 1,
                Duration.ZERO);
    }

    static OutboxMessage saying(String text) {
        Recipient ada = new Recipient("Ada", "ada@example.org", null, Locale.ENGLISH, false, null);
        return new OutboxMessage(new Message(new CaseRef("drive-pickup", UUID.randomUUID()), UUID.randomUUID(), ada,
                "testing", Map.of()), new MessageTexts.Texts("Ready", text, ""), Instant.EPOCH);
    }
}

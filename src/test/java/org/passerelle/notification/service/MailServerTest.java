package org.passerelle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.SmtpSecurity;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    @Test
    void withoutAHostThereIsNoServer() {
        assertThat(server(null, "").isConfigured()).isFalse();
        assertThat(server(" ", "").isConfigured()).isFalse();
    }

    @Test
    void aHostNeedsAnAddressToSendFrom() {
        assertThat(server("smtp.example.org", "library@example.org").isConfigured()).isTrue();
        for (String none : List.of("", "library", "a@b.fr\r\nBcc: c@d.fr")) {
            assertThatThrownBy(() -> server("smtp.example.org", none)).hasMessageContaining("passerelle.messages.from");
        }
    }

    @Test
    void aHostNeedsTheAddressThatLinksLeadTo() {
        for (String none : List.of("", "library.example.org", "javascript:alert(1)")) {
            assertThatThrownBy(() -> server("smtp.example.org", "library@example.org", none))
                    .hasMessageContaining("passerelle.public-url");
        }
    }

    private static MailServer server(String host, String from) {
        return server(host, from, "https://library.example.org");
    }

    private static MailServer server(String host, String from, String publicUrl) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        return new MailServer(new StaticListableBeanFactory(Map.of("sender", sender))
                .getBeanProvider(JavaMailSenderImpl.class), new DeliverySettings(from,
                SmtpSecurity.STARTTLS, Duration.ZERO, List.of(), Duration.ZERO,
                Duration.ZERO, 1, Duration.ZERO), publicUrl);
    }
}

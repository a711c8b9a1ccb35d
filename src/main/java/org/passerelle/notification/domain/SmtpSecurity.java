package org.passerelle.notification.domain;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How the way to the mail server is kept from being read: its password travels there, and so do the links by which
 * patrons act. What is set here wins over properties of the mail library that were set one by one.
 */
public enum SmtpSecurity {
    /** The connection turns to TLS before anything else is said, or nothing is sent. */
    STARTTLS(Map.of("starttls.enable", "true", "starttls.required", "true", "ssl.checkserveridentity", "true")),
    /** TLS from the first byte, as on port 465. */
    TLS(Map.of("ssl.enable", "true", "ssl.checkserveridentity", "true")),
    /** In clear, even where the server offers more: for a server on the same machine, or on a network of one's own. */
    NONE(Map.of("starttls.enable", "false", "starttls.required", "false"));

    private final Map<String, String> settings;

    SmtpSecurity(Map<String, String> settings) {
        this.settings = settings;
    }

    /** For either name under which the mail library knows SMTP. */
    public void applyTo(Properties mail) {
        Stream.of("mail.smtp.", "mail.smtps.").forEach(protocol ->
                settings.forEach((name, value) -> mail.setProperty(protocol + name, value)));
    }
}

package org.passerelle.notification.domain;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard messages try to reach people.
 *
 * @param from           the address e-mails come from; must be given where a mail server is
 * @param smtpSecurity   how the connection to the mail server is kept from being read
 * @param gatherFor      how long a new message waits for others about the same case that would overtake it
 * @param retryAfter     how long to wait after each failed attempt; one attempt more than delays
 * @param freshFor       how long a message waits for a mail server to be configured
 * @param callAgainAfter how long to wait after a call that nobody answered
 * @param callAttempts   how often to call
 * @param callWithin     how soon staff are asked to call
 */
@ConfigurationProperties("passerelle.messages")
public record DeliverySettings(@DefaultValue("") String from,
                               @DefaultValue("starttls") SmtpSecurity smtpSecurity,
                               @DefaultValue("30s") Duration gatherFor,
                               @DefaultValue({"1m", "10m", "1h", "4h"}) List<Duration> retryAfter,
                               @DefaultValue("48h") Duration freshFor,
                               @DefaultValue("2h") Duration callAgainAfter,
                               @DefaultValue("3") int callAttempts,
                               @DefaultValue("4h") Duration callWithin) {

    /** How often the mail server is asked before the message is told otherwise. */
    public int mailAttempts() {
        return retryAfter.size() + 1;
    }
}

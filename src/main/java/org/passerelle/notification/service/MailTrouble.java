package org.passerelle.notification.service;

import jakarta.mail.AuthenticationFailedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.springframework.mail.MailSendException;

/**
 * Why a message did not leave, as far as a setting mends it: for the log. What the server said itself may name the
 * recipient, and stays out of it.
 */
enum MailTrouble {
    OFFERS_NO_STARTTLS("the mail server does not offer STARTTLS, so that nothing was sent in clear; set"
            + " passerelle.messages.smtp-security to tls where it encrypts from the first byte (port 465), or to none where"
            + " it is on this machine or a network of your own", says("STARTTLS is required")),
    NOT_VOUCHED_FOR("nobody whom this machine trusts vouches for the certificate of the mail server (spring.mail.host), or it"
            + " has run out; renew it, or have Java trust its issuer (javax.net.ssl.trustStore)",
            is(CertPathBuilderException.class).or(is(CertPathValidatorException.class))),
    OF_ANOTHER_NAME("the certificate of the mail server is not for the name by which it was asked; set spring.mail.host to a"
            + " name that stands in it", is(CertificateException.class).or(says("verify identity of server"))),
    SPEAKS_NO_TLS("the mail server does not encrypt as passerelle.messages.smtp-security says; on ports 25 and 587 that is"
            + " mostly starttls, on 465 tls", is(SSLException.class)),
    KNOWS_NO_SUCH_PASSWORD("the mail server does not take spring.mail.username and spring.mail.password",
            is(AuthenticationFailedException.class)),
    NOT_REACHED("the mail server was not reached, or did not answer in time; it is looked for at spring.mail.host and"
            + " spring.mail.port", is(UnknownHostException.class).or(is(SocketException.class))
            .or(is(SocketTimeoutException.class))),
    OTHER("the message in the outbox screen tells what the mail server said", failure -> true);

    private final String told;
    private final Predicate<Throwable> cause;

    MailTrouble(String told, Predicate<Throwable> cause) {
        this.told = told;
        this.cause = cause;
    }

    /** One line, for who operates the product. */
    String told() {
        return told;
    }

    static MailTrouble of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (MailTrouble trouble : values()) {
            if (causes.stream().anyMatch(trouble.cause)) {
                return trouble;
            }
        }
        return OTHER;
    }

    /** The mail library keeps some of them beside the usual chain. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> known = new ArrayList<>();
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable each = next.pop();
            if (known.contains(each)) {
                continue;
            }
            known.add(each);
            if (each.getCause() != null) {
                next.add(each.getCause());
            }
            if (each instanceof MailSendException sending) {
                next.addAll(List.of(sending.getMessageExceptions()));
            }
        }
        return known;
    }

    private static Predicate<Throwable> is(Class<? extends Throwable> kind) {
        return kind::isInstance;
    }

    private static Predicate<Throwable> says(String part) {
        return failure -> failure.getMessage() != null && failure.getMessage().contains(part);
    }
}

package org.passerelle.platform.security.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.security.PasswordChanged;
import org.passerelle.platform.security.SecurityRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords that are made for people who have lost theirs, and serve until they have chosen another. */
@Component
class GivenPasswords {

    /** Nothing that is mistaken for something else when it is read aloud or copied by hand. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private final SecureRandom chance = new SecureRandom();
    private final PasswordEncoder passwords;
    private final SecurityRecord record;
    private final ApplicationEventPublisher events;

    GivenPasswords(PasswordEncoder passwords, SecurityRecord record, ApplicationEventPublisher events) {
        this.passwords = passwords;
        this.record = record;
        this.events = events;
    }

    /**
     * The account's open sessions end.
     *
     * @param account locked by the caller
     * @return the password, to be told in person
     */
    String giveTo(Account account) {
        String password = Stream.generate(() -> LEGIBLE.charAt(chance.nextInt(LEGIBLE.length()))).limit(LENGTH)
                .map(String::valueOf).collect(Collectors.joining());
        account.givePasswordOnce(passwords.encode(password));
        record.record(SecurityRecord.Kind.PASSWORD_GIVEN, account.id());
        events.publishEvent(new PasswordChanged(account.id(), null));
        return password;
    }
}

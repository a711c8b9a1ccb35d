package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class LocalAccountsTest {

    private static final String PASSWORD = "un mot assez long";
    private static final int AT_ONCE = 12;

    @Autowired
    LocalAccounts localAccounts;
    @Autowired
    AccountRepository accounts;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    AppClock clock;

    private Account jeanne;

    @BeforeEach
    void anAgent() {
        jeanne = accounts.save(new Account("jeanne", passwords.encode(PASSWORD), "Jeanne", Role.AGENT, null, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jeanne", "nobody", "no\0name"})
    void tooManyAttemptsAreAnsweredAlikeForNamesWithAndWithoutAccount(String name) {
        for (int attempt = 0; attempt < Account.ATTEMPTS; attempt++) {
            assertThat(failure(name)).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(failure(name.toUpperCase())).isInstanceOf(LockedException.class);

        clock.advance(Account.REST);
        assertThat(failure(name)).isInstanceOf(BadCredentialsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jeanne", "somebody"})
    void noMorePasswordsAreLookedAtWhenManyAreTriedAtTheSameMoment(String name) throws Exception {
        List<Throwable> failures = Patience.atOnce(AT_ONCE, () -> failure(name));

        assertThat(failures).filteredOn(BadCredentialsException.class::isInstance).hasSize(Account.ATTEMPTS);
        assertThat(failures).filteredOn(LockedException.class::isInstance).hasSize(AT_ONCE - Account.ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jeanne", "unheard.of", "closed"})
    void anAnswerTakesTheSameWorkWhetherTheNameHasAnAccountOrNotAndWhetherItRests(String name) {
        accounts.save(new Account("closed", passwords.encode(PASSWORD), "Lou", Role.AGENT, null, Set.of())).close();
        WorkingEncoder encoder = new WorkingEncoder(passwords);
        DaoAuthenticationProvider signIn = new DaoAuthenticationProvider(localAccounts);
        signIn.setPasswordEncoder(encoder);

        for (int attempt = 1; attempt < 2 * Account.ATTEMPTS; attempt++) {
            catchThrowable(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(name, "faux")));

            assertThat(encoder.worked).as("passwords worked through after attempt %d", attempt).isEqualTo(attempt);
        }
    }

    @Test
    void theRightPasswordEndsTheCount() {
        for (int round = 0; round < 3; round++) {
            for (int attempt = 1; attempt < Account.ATTEMPTS; attempt++) {
                failure("jeanne");
            }
            Authentication signedIn = signIn("jeanne", PASSWORD);
            localAccounts.succeeded(new AuthenticationSuccessEvent(signedIn));
        }
    }

    @Test
    void aFailedSignInNeverBringsAnOldPasswordBackNorAChangeTheCount() {
        transaction.executeWithoutResult(open -> {
            accounts.findById(jeanne.id()).orElseThrow().close();
            failureElsewhere("jeanne");
        });
        transaction.executeWithoutResult(open -> {
            accounts.findById(jeanne.id()).orElseThrow().reopen();
            transactionElsewhere(() -> accounts.lockById(jeanne.id()).orElseThrow()
                    .choosePassword(passwords.encode("un autre mot assez long")));
        });

        assertThat(passwords.matches("un autre mot assez long", accounts.findById(jeanne.id()).orElseThrow()
                .passwordHash())).isTrue();
        for (int attempt = 1; attempt < Account.ATTEMPTS; attempt++) {
            assertThat(failure("jeanne")).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(failure("jeanne")).isInstanceOf(LockedException.class);
    }

    private void failureElsewhere(String name) {
        Patience.elsewhere(() -> failure(name));
    }

    private void transactionElsewhere(Runnable work) {
        Patience.elsewhere(() -> transaction.executeWithoutResult(own -> work.run()));
    }

    private Throwable failure(String name) {
        return catchThrowable(() -> signIn(name, "faux"));
    }

    private Authentication signIn(String name, String password) {
        DaoAuthenticationProvider signIn = new DaoAuthenticationProvider(localAccounts);
        signIn.setPasswordEncoder(passwords);
        return signIn.authenticate(new UsernamePasswordAuthenticationToken(name, password));
    }

    /** Counts what takes long: a password tried on a hash as those of accounts are. */
    private static class WorkingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final String kind;
        private int worked;

        WorkingEncoder(PasswordEncoder encoder) {
            this.encoder = encoder;
            this.kind = kind(encoder.encode(PASSWORD));
        }

        /** The method and its cost. */
        private static String kind(String hash) {
            return hash.substring(0, Math.max(0, hash.lastIndexOf('$')));
        }

        @Override
        public String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            worked += kind(hash).equals(kind) ? 1 : 0;
            return encoder.matches(password, hash);
        }
    }
}

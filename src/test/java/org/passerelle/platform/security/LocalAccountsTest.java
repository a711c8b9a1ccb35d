package org.passerelle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

@PasserelleTest
class LocalAccountsTest {

    @Autowired
    LocalAccounts localAccounts;
    @Autowired
    AccountRepository accounts;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    AppClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"jeanne", "nobody"})
    void tooManyAttemptsAreAnsweredAlikeForNamesWithAndWithoutAccount(String name) {
        accounts.save(new Account("jeanne", passwords.encode("un mot assez long"), "Jeanne", Role.AGENT, null, Set.of()));

        for (int attempt = 0; attempt < Account.ATTEMPTS; attempt++) {
            assertThat(attempt(name)).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(attempt(name.toUpperCase())).isInstanceOf(LockedException.class);

        clock.advance(Account.REST);
        assertThat(attempt(name)).isInstanceOf(BadCredentialsException.class);
    }

    private Throwable attempt(String name) {
        DaoAuthenticationProvider signIn = new DaoAuthenticationProvider(localAccounts);
        signIn.setPasswordEncoder(passwords);
        UsernamePasswordAuthenticationToken asked = new UsernamePasswordAuthenticationToken(name, "faux");
        Throwable failure = catchThrowable(() -> signIn.authenticate(asked));
        if (failure instanceof BadCredentialsException) {
            localAccounts.failed(new AuthenticationFailureBadCredentialsEvent(asked, (AuthenticationException) failure));
        }
        return failure;
    }
}

package org.passerelle.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs people in with the accounts of our own database, and lets an account rest after too many wrong passwords. */
@Service
class LocalAccounts implements UserDetailsService {

    /** Stands for a name without account while it rests: whoever asks is told the same as for an account. */
    private static final CurrentUser NOBODY = new CurrentUser(new UUID(0, 0), "", Role.PATRON, Set.of(), null);

    private final AccountRepository accounts;
    private final UnknownNames unknown;
    private final AppClock clock;

    LocalAccounts(AccountRepository accounts, UnknownNames unknown, AppClock clock) {
        this.accounts = accounts;
        this.unknown = unknown;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        Optional<Account> account = open(username);
        if (account.isEmpty() && unknown.rests(username)) {
            return new SignedInAccount(NOBODY, username, "", false);
        }
        return account.map(known -> new SignedInAccount(known.asCurrentUser(), known.username(), known.passwordHash(),
                !known.rests(clock.instant()))).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @EventListener
    @Transactional
    public void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        open(name)
                .ifPresentOrElse(account -> account.signInFailed(clock.instant()), () -> unknown.failed(name));
    }

    @EventListener
    @Transactional
    public void succeeded(AuthenticationSuccessEvent event) {
        accounts.findByUsernameIgnoreCase(event.getAuthentication().getName()).ifPresent(Account::signedIn);
    }

    /** A closed account is told like none. */
    private Optional<Account> open(String username) {
        return accounts.findByUsernameIgnoreCase(username).filter(account -> !account.isClosed());
    }
}

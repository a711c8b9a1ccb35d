package org.passerelle.platform.security;

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

    private final AccountRepository accounts;
    private final AppClock clock;

    LocalAccounts(AccountRepository accounts, AppClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        Account account = accounts.findByUsernameIgnoreCase(username)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return new SignedInAccount(account.asCurrentUser(), account.username(), account.passwordHash(),
                !account.rests(clock.instant()));
    }

    @EventListener
    @Transactional
    public void failed(AuthenticationFailureBadCredentialsEvent event) {
        accounts.findByUsernameIgnoreCase(event.getAuthentication().getName())
                .ifPresent(account -> account.signInFailed(clock.instant()));
    }

    @EventListener
    @Transactional
    public void succeeded(AuthenticationSuccessEvent event) {
        accounts.findByUsernameIgnoreCase(event.getAuthentication().getName()).ifPresent(Account::signedIn);
    }
}

package org.passerelle.platform.security.signin;

import java.util.UUID;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.stereotype.Component;

/** Puts failed sign-ins on record. What was typed as a name is not: people type their passwords there. */
@Component
class FailedSignIns {

    private final AccountRepository accounts;
    private final SecurityRecord record;

    FailedSignIns(AccountRepository accounts, SecurityRecord record) {
        this.accounts = accounts;
        this.record = record;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        String name = String.valueOf(event.getAuthentication().getName()).replace("\0", "");
        UUID account = accounts.findByUsernameIgnoreCase(name).map(Account::id).orElse(null);
        record.failed(event instanceof AuthenticationFailureLockedEvent ? SecurityRecord.Kind.SIGN_IN_HELD_BACK
                : SecurityRecord.Kind.SIGN_IN_FAILED, account);
    }
}

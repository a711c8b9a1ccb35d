package org.passerelle.platform.security;

import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets patrons sign in: for the module that keeps them, in its transaction. */
@Component
public class PatronSignIns {

    private final NewAccounts newAccounts;
    private final AccountRepository accounts;
    private final SignedIn signedIn;

    PatronSignIns(NewAccounts newAccounts, AccountRepository accounts, SignedIn signedIn) {
        this.newAccounts = newAccounts;
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    /** Refused with field errors for username and password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<UUID> open(UUID patron, String username, String displayName, String password) {
        signedIn.require(Role.AGENT);
        return newAccounts.open(username, displayName, password, Role.PATRON, patron, Set.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isOpen(UUID patron) {
        return accounts.existsByPatron(patron);
    }
}

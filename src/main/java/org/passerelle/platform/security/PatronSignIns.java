package org.passerelle.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.FieldError;
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

    /**
     * Who signs in with the card does so with the new one; an account with another name keeps it.
     *
     * @return what is wrong with the new name as an account's, for the field username
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FieldError> rename(UUID patron, String oldCard, String newCard) {
        signedIn.require(Role.AGENT);
        Optional<Account> account = accounts.findByPatron(patron).stream()
                .filter(each -> each.username().equalsIgnoreCase(oldCard)).findFirst();
        if (account.isEmpty() || newCard.equalsIgnoreCase(oldCard)) {
            return Optional.empty();
        }
        Optional<FieldError> wrong = newAccounts.wrongUsername(newCard);
        if (wrong.isEmpty()) {
            account.get().rename(newCard);
        }
        return wrong;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isOpen(UUID patron) {
        return accounts.existsByPatron(patron);
    }
}

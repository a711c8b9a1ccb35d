package org.passerelle.platform.security.accounts;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who of the patrons may sign in: for the module that keeps them, in its transaction. */
@Component
public class PatronSignIns {

    private final NewAccounts newAccounts;
    private final GivenPasswords givenPasswords;
    private final AccountRepository accounts;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final ApplicationEventPublisher events;

    PatronSignIns(NewAccounts newAccounts, GivenPasswords givenPasswords, AccountRepository accounts, SignedIn signedIn,
                  SecurityRecord record, ApplicationEventPublisher events) {
        this.newAccounts = newAccounts;
        this.givenPasswords = givenPasswords;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.record = record;
        this.events = events;
    }

    public enum Access {
        NONE, OPEN, CLOSED
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
        Optional<Account> account = accounts.findByPatron(patron)
                .filter(each -> each.username().equalsIgnoreCase(oldCard));
        if (account.isEmpty() || newCard.equalsIgnoreCase(oldCard)) {
            return Optional.empty();
        }
        Optional<FieldError> wrong = newAccounts.wrongUsername(newCard);
        if (wrong.isEmpty()) {
            account.get().rename(newCard);
            record.record(SecurityRecord.Kind.ACCOUNT_RENAMED, account.get().id());
        }
        return wrong;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Access of(UUID patron) {
        signedIn.require(Role.AGENT);
        return accounts.findByPatron(patron).map(account -> account.isClosed() ? Access.CLOSED : Access.OPEN)
                .orElse(Access.NONE);
    }

    /**
     * Another password for who has lost theirs; they must choose their own at the next sign-in, and open sessions end.
     *
     * @return the password, to be told in person; refused where the patron has no account
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<String> resetPassword(UUID patron) {
        return change(patron, givenPasswords::giveTo);
    }

    /** The patron no longer signs in, and open sessions end; what was reserved stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Void> close(UUID patron) {
        return change(patron, account -> {
            account.close();
            record.record(SecurityRecord.Kind.ACCOUNT_CLOSED, account.id());
            events.publishEvent(new AccountClosed(account.id()));
            return null;
        });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> accountOf(UUID patron) {
        signedIn.require(Role.AGENT);
        return accounts.findByPatron(patron).map(Account::id);
    }

    /** The account is gone, and its open sessions end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID patron) {
        signedIn.require(Role.AGENT);
        accounts.lockByPatron(patron).ifPresent(account -> {
            account.close();
            events.publishEvent(new AccountClosed(account.id()));
            accounts.delete(account);
        });
    }

    /** The patron signs in again, with the same password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Void> reopen(UUID patron) {
        return change(patron, account -> {
            account.reopen();
            record.record(SecurityRecord.Kind.ACCOUNT_REOPENED, account.id());
            events.publishEvent(new AccountClosed(account.id()));
            return null;
        });
    }

    private <T> Outcome<T> change(UUID patron, Function<Account, T> change) {
        signedIn.require(Role.AGENT);
        return accounts.lockByPatron(patron).map(account -> Outcome.done(change.apply(account)))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }
}

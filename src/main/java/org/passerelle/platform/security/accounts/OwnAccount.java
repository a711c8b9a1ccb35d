package org.passerelle.platform.security.accounts;

import java.util.Optional;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.PasswordChanged;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** What everybody who is signed in may do with their own account. */
@Service
public class OwnAccount {

    private final AccountRepository accounts;
    private final LocalAccounts signIns;
    private final NewAccounts newAccounts;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final ApplicationEventPublisher events;

    OwnAccount(AccountRepository accounts, LocalAccounts signIns, NewAccounts newAccounts, PasswordEncoder passwords,
               SignedIn signedIn, SecurityRecord record, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.newAccounts = newAccounts;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.record = record;
        this.events = events;
    }

    /** While their password is one that somebody else gave them, they may do nothing else. */
    public boolean mustChoosePassword() {
        return signedIn.mustChoosePassword();
    }

    /**
     * From then on all other open sessions of the account have ended. The current password counts as one of a sign-in,
     * so that whoever finds a screen left open does not try one after the other. Refused with {@link CommonRefusal#FIELDS_WRONG} for the fields
     * current and chosen.
     */
    @Gesture
    public Outcome<Void> choosePassword(String current, String chosen) {
        SignedInAccount self = signedIn.account().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        Account account = accounts.lockById(self.user().accountId())
                .orElseThrow(() -> new AccessDeniedException("acts without an account"));
        if (!signIns.mayTry(account.username())) {
            record.failedOwn(SecurityRecord.Kind.SIGN_IN_HELD_BACK, account.id());
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("current", "account.error.resting"));
        }
        if (!passwords.matches(current, account.passwordHash())) {
            record.failedOwn(SecurityRecord.Kind.CURRENT_PASSWORD_WRONG, account.id());
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("current", "account.error.current"));
        }
        signIns.wasRight(account.id());
        Optional<FieldError> wrong = chosen.equals(current)
                ? Optional.of(new FieldError("chosen", "account.error.same"))
                : newAccounts.wrongPassword("chosen", chosen, account.username(), account.displayName());
        if (wrong.isPresent()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, wrong.get());
        }
        account.choosePassword(passwords.encode(chosen));
        record.record(SecurityRecord.Kind.PASSWORD_CHOSEN, account.id());
        events.publishEvent(new PasswordChanged(account.id(), self.signIn()));
        return Outcome.done();
    }
}

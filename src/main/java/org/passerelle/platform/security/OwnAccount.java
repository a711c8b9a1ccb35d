package org.passerelle.platform.security;

import java.util.Optional;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody who is signed in may do with their own account. */
@Service
public class OwnAccount {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;

    OwnAccount(AccountRepository accounts, PasswordEncoder passwords, SignedIn signedIn) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signedIn = signedIn;
    }

    /** While their password is one that somebody else gave them, they may do nothing else. */
    @Transactional(readOnly = true)
    public boolean mustChoosePassword() {
        return own().filter(Account::isPasswordOnce).isPresent();
    }

    /** Refused with {@link CommonRefusal#FIELDS_WRONG} for the fields current and chosen. */
    @Gesture
    public Outcome<Void> choosePassword(String current, String chosen) {
        Account account = own().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        if (!passwords.matches(current, account.passwordHash())) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("current", "account.error.current"));
        }
        Optional<FieldError> wrong = chosen.equals(current)
                ? Optional.of(new FieldError("chosen", "account.error.same")) : NewAccounts.wrongPassword("chosen", chosen);
        if (wrong.isPresent()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, wrong.get());
        }
        account.choosePassword(passwords.encode(chosen));
        return Outcome.done();
    }

    private Optional<Account> own() {
        return signedIn.maybe().map(CurrentUser::accountId).flatMap(accounts::findById);
    }
}

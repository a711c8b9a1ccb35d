package org.passerelle.trial.making;

import java.util.List;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.accounts.TrialAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows on the sign-in page whom one can be. */
@Component
@Profile(TrialLibrary.PROFILE)
class SignInHints implements TrialAccounts {

    @Override
    public List<Account> accounts() {
        return List.of(patron(TrialPatron.JEANNE), patron(TrialPatron.OLIVER), staff(TrialPerson.CAMILLE),
                staff(TrialPerson.NADIA), staff(TrialPerson.CARPENTIER), staff(TrialPerson.PAULA), staff(TrialPerson.ADMIN));
    }

    private static Account patron(TrialPatron patron) {
        return new Account(patron.username(), TrialLibrary.PASSWORD, Role.PATRON, "trial.account." + patron.username());
    }

    private static Account staff(TrialPerson person) {
        return new Account(person.username(), TrialLibrary.PASSWORD, person.role(),
                "trial.account." + person.username());
    }
}

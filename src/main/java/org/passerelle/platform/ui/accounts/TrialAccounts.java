package org.passerelle.platform.ui.accounts;

import java.util.List;
import org.passerelle.platform.security.Role;

/** The accounts of a trial library, which the sign-in page may show; a real library has no such bean. */
public interface TrialAccounts {

    List<Account> accounts();

    /** @param descriptionKey message key of what this person is and may try */
    record Account(String username, String password, Role role, String descriptionKey) {
    }
}

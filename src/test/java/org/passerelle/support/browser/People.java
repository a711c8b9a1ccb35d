package org.passerelle.support.browser;

import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes the accounts that a journey signs in with. */
public class People {

    public static final String PASSWORD = "a long enough password";

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;

    People(AccountRepository accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** A member of staff with {@link #PASSWORD}, working for those branches. */
    public Account staff(String username, String displayName, Role role, Set<UUID> branches) {
        return save(username, displayName, role, null, branches);
    }

    /** The account, with {@link #PASSWORD}, of the patron of that id. */
    public Account patron(String username, String displayName, UUID patron) {
        return save(username, displayName, Role.PATRON, patron, Set.of());
    }

    private Account save(String username, String displayName, Role role, UUID patron, Set<UUID> branches) {
        return accounts.findByUsernameIgnoreCase(username).orElseGet(() -> accounts.save(
                new Account(username, passwords.encode(PASSWORD), displayName, role, patron, branches)));
    }
}

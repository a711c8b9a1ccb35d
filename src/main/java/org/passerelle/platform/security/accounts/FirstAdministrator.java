package org.passerelle.platform.security.accounts;

import java.util.Set;
import org.passerelle.platform.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the account by which all others are opened, from the settings {@code passerelle.first-admin.username} and
 * {@code .password}, read only while there is no account at all.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Environment settings;
    private final AccountRepository accounts;
    private final NewAccounts newAccounts;

    FirstAdministrator(Environment settings, AccountRepository accounts, NewAccounts newAccounts) {
        this.settings = settings;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void open() {
        String username = settings.getProperty("passerelle.first-admin.username", "");
        String password = settings.getProperty("passerelle.first-admin.password", "");
        if (accounts.count() > 0) {
            return;
        }
        if (username.isBlank() || password.isBlank()) {
            log.warn("Nobody can sign in yet: start once with PASSERELLE_FIRST_ADMIN_USERNAME and"
                    + " PASSERELLE_FIRST_ADMIN_PASSWORD set, and sign in as that administrator");
        } else if (newAccounts.open(username, username, password, Role.ADMIN, null, Set.of()).isDone()) {
            log.info("The account of the first administrator is open; its password must be changed at the first sign-in");
        } else {
            log.error("The first administrator's account is not open: the username takes 2 to 60 letters without accents,"
                    + " digits, dots or dashes, the password at least {} characters and none that is guessed early", NewAccounts.SHORTEST_PASSWORD);
        }
    }
}

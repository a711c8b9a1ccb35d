package org.passerelle.platform.security.accounts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Opens local accounts; whoever calls has asked who may. */
@Component
class NewAccounts {

    /** What the French data protection authority asks of a password on its own. */
    static final int SHORTEST_PASSWORD = 12;
    /** bcrypt reads no more, in bytes. */
    static final int LONGEST_PASSWORD = 72;
    static final int LONGEST_NAME = 100;

    private static final Pattern USERNAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._@-]{1,59}");

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final CommonPasswords common;
    private final JdbcClient jdbc;
    private final SecurityRecord record;

    NewAccounts(AccountRepository accounts, PasswordEncoder passwords, CommonPasswords common, JdbcClient jdbc,
                SecurityRecord record) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.common = common;
        this.jdbc = jdbc;
        this.record = record;
    }

    Outcome<UUID> open(String username, String displayName, String password, Role role, UUID patron, Set<UUID> branches) {
        return open(username, displayName, password, role, patron, branches, Contact.NONE);
    }

    /**
     * Whoever signs in with that password must choose their own. Refused with {@link CommonRefusal#FIELDS_WRONG} for the fields username,
     * displayName and password, and those of the contact.
     */
    Outcome<UUID> open(String username, String displayName, String password, Role role, UUID patron, Set<UUID> branches,
                       Contact contact) {
        List<FieldError> errors = errors(username, displayName, password);
        errors.addAll(contact.errors());
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        String hash = passwords.encode(password);
        Account account = new Account(username, hash, displayName, role, patron, branches);
        account.givePasswordOnce(hash);
        account.reachBy(contact);
        accounts.save(account);
        record.record(SecurityRecord.Kind.ACCOUNT_OPENED, account.id());
        return Outcome.done(account.id());
    }

    /**
     * What is wrong with a password, told at that field; empty when nothing is.
     *
     * @param owner the owner's names
     */
    Optional<FieldError> wrongPassword(String field, String password, String... owner) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            return Optional.of(new FieldError(field, "account.error.password", SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        return common.contain(password, owner) ? Optional.of(new FieldError(field, "account.error.common"))
                : Optional.empty();
    }

    /** What keeps a new account from having that name, for the field username. */
    Optional<FieldError> wrongUsername(String username) {
        if (!USERNAME.matcher(username).matches()) {
            return Optional.of(new FieldError("username", "account.error.username"));
        }
        return isTaken(username) ? Optional.of(new FieldError("username", "account.error.usernameTaken"))
                : Optional.empty();
    }

    private List<FieldError> errors(String username, String displayName, String password) {
        List<FieldError> errors = new ArrayList<>();
        wrongUsername(username).ifPresent(errors::add);
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME
                || displayName.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("displayName", "account.error.name", LONGEST_NAME));
        }
        wrongPassword("password", password, username, displayName).ifPresent(errors::add);
        return errors;
    }

    /** Two people taking the same name wait for each other here: the second is told at the field. */
    private boolean isTaken(String username) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('account ' || ?, 0))")
                .param(username.toLowerCase(Locale.ROOT)).query(Integer.class).single();
        return accounts.findByUsernameIgnoreCase(username).isPresent();
    }
}

package org.passerelle.platform.security.accounts;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs people in with the accounts of our own database, and lets an account rest after too many wrong passwords. A
 * sign-in counts as wrong before its password is looked at, until it has been the right one: however many are tried at
 * the same moment, no more are looked at than may be wrong.
 */
@Service
class LocalAccounts implements UserDetailsService {

    /** Stands for a name without account while it rests: whoever asks is told the same as for an account. */
    private static final CurrentUser NOBODY = new CurrentUser(new UUID(0, 0), "", Role.PATRON, Set.of(), null);

    private final AccountRepository accounts;
    private final UnknownNameThrottle unknown;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private final AppClock clock;
    /** A password that nobody has, so that a name without account costs what one with an account does. */
    private final String nobodysHash;

    LocalAccounts(AccountRepository accounts, UnknownNameThrottle unknown, SignedIn signedIn, JdbcClient jdbc, AppClock clock,
                  PasswordEncoder passwords) {
        this.accounts = accounts;
        this.unknown = unknown;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
        this.clock = clock;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    @Transactional
    public UserDetails loadUserByUsername(String username) {
        // Asked before the password is read: a reset in between ends this sign-in too.
        long moment = signedIn.moment();
        // What no text of the database can hold is in no name.
        String name = username.replace("\0", "");
        // A count that a crash loses does no harm; waiting for the disk would tell that the name has an account.
        jdbc.sql("set local synchronous_commit = off").update();
        boolean mayTry = mayTry(name);
        Optional<Account> account = accounts.findByUsernameIgnoreCase(name).filter(known -> !known.isClosed());
        if (account.isEmpty() && !unknown.mayTry(name)) {
            return new SignedInAccount(NOBODY, username, nobodysHash, false);
        }
        return account.map(known -> new SignedInAccount(known.asCurrentUser(), known.username(), known.passwordHash(),
                mayTry, known.isPasswordOnce(), moment, known.contact().locale())).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Counts the sign-in; false while the account rests, and for a name that has none. */
    boolean mayTry(String name) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                update app.account set
                    failed_attempts = case when failed_attempts + 1 < :most then failed_attempts + 1 else 0 end,
                    rests_until = case when failed_attempts + 1 < :most then null else cast(:rest as timestamptz) end
                where upper(username) = upper(:name) and not closed and (rests_until is null or rests_until <= :now)
                returning id""")
                .param("most", Account.ATTEMPTS).param("rest", Timestamp.from(clock.instant().plus(Account.REST)))
                .param("name", name).param("now", now).query(UUID.class).optional().isPresent();
    }

    @EventListener
    @Transactional
    public void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInAccount account) {
            wasRight(account.user().accountId());
        }
    }

    /** The account's count begins anew. */
    void wasRight(UUID account) {
        jdbc.sql("update app.account set failed_attempts = 0, rests_until = null where id = ?").param(account).update();
    }
}

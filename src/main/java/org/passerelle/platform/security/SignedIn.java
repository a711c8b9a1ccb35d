package org.passerelle.platform.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The one place that turns a sign-in into a {@link CurrentUser}. Services ask it who may. */
@Component
public class SignedIn {

    /** Sessions keep the branches known at sign-in; these are newer, and live as long as sessions do. */
    private final Map<UUID, Set<UUID>> newerBranches = new ConcurrentHashMap<>();

    /** Their sessions end with their next request, and may do nothing from now on. */
    private final Set<UUID> closed = ConcurrentHashMap.newKeySet();

    private final JdbcClient jdbc;

    SignedIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CurrentUser> maybe() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                && !isClosed(account) ? Optional.of(withNewerBranches(account.user())) : Optional.empty();
    }

    boolean isClosed(SignedInAccount account) {
        // Who holds a pickup's link acts without an account.
        return account.user().accountId() != null && closed.contains(account.user().accountId());
    }

    @TransactionalEventListener
    void changed(AccountClosed change) {
        // As below: the table counts, not the order in which changes are heard.
        if (jdbc.sql("select closed from app.account where id = ?").param(change.account()).query(Boolean.class).single()) {
            closed.add(change.account());
        } else {
            closed.remove(change.account());
        }
    }

    @TransactionalEventListener
    void changed(BranchesChanged change) {
        // Two changes may be heard in another order than they were made: what the table then holds is what counts.
        newerBranches.compute(change.account(), (account, before) -> jdbc
                .sql("select branch from app.account_branch where account = ?").param(account).query(UUID.class).set());
    }

    private CurrentUser withNewerBranches(CurrentUser user) {
        Set<UUID> newer = user.isStaff() ? newerBranches.get(user.accountId()) : null;
        return newer == null ? user
                : new CurrentUser(user.accountId(), user.displayName(), user.role(), newer, user.patron());
    }

    /** @throws AccessDeniedException when nobody is signed in, or not with that role */
    public CurrentUser require(Role role) {
        return maybe().filter(user -> user.has(role))
                .orElseThrow(() -> new AccessDeniedException("needs role " + role));
    }

    /** @throws AccessDeniedException unless staff who may act at that branch */
    public CurrentUser requireAt(UUID branch) {
        CurrentUser user = require(Role.AGENT);
        if (!user.mayActAt(branch)) {
            throw new AccessDeniedException("does not work for this branch");
        }
        return user;
    }

    /** Runs as that person: how the trial library's cases get their actors. */
    public <T> T runAs(CurrentUser user, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedInAccount account = new SignedInAccount(user, "", "", true);
        context.setAuthentication(new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}

package org.passerelle.platform.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.passerelle.platform.people.DutiesChanged;
import org.passerelle.platform.people.HeldDuty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The one place that turns a sign-in into a {@link CurrentUser}. Services ask it who may. */
@Component
public class SignedIn {

    private static final Logger log = LoggerFactory.getLogger(SignedIn.class);

    /** Sessions keep the branches known at sign-in; these are newer, and live as long as sessions do. */
    private final Map<UUID, Set<UUID>> newerBranches = new ConcurrentHashMap<>();

    /** The same of duties. */
    private final Map<UUID, Set<HeldDuty>> newerDuties = new ConcurrentHashMap<>();

    /** Their sessions end with their next request, and may do nothing from now on. */
    private final Set<UUID> closed = ConcurrentHashMap.newKeySet();

    /** The last change of each password since the start. */
    private final Map<UUID, NewPassword> newPasswords = new ConcurrentHashMap<>();
    private final AtomicLong moments = new AtomicLong();

    /** What {@link #runAs} does on a thread at the moment. */
    private final ThreadLocal<Acting> acting = new ThreadLocal<>();

    private final JdbcClient jdbc;

    SignedIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who may act: nobody as long as their password is one that somebody else gave them. */
    public Optional<CurrentUser> maybe() {
        return account().filter(account -> !mustChoosePassword(account)).map(account -> withWhatIsNewer(account.user()));
    }

    /** Who is there, even one who must choose a password before anything else: for what surrounds that screen. */
    public Optional<CurrentUser> person() {
        return account().map(account -> withWhatIsNewer(account.user()));
    }

    /** @param language that the account asked for when its owner signed in */
    public record SignIn(UUID id, Locale language) {
    }

    /** The sign-in of this session, where its account says in which language. */
    public Optional<SignIn> inTheirLanguage() {
        return ofTheSession().filter(account -> account.language() != null)
                .map(account -> new SignIn(account.signIn(), account.language()));
    }

    public boolean mustChoosePassword() {
        return account().filter(this::mustChoosePassword).isPresent();
    }

    public Optional<SignedInAccount> account() {
        return acting().or(SignedIn::ofTheSession).filter(account -> !hasEnded(account));
    }

    private Optional<SignedInAccount> acting() {
        return Optional.ofNullable(acting.get()).filter(each -> each.within() == VaadinSession.getCurrent())
                .map(Acting::account);
    }

    private static Optional<SignedInAccount> ofTheSession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account) : Optional.empty();
    }

    /** Grows whenever a password changes. */
    public long moment() {
        return moments.get();
    }

    public boolean hasEnded(SignedInAccount account) {
        UUID id = account.user().accountId();
        if (id == null) {
            // Who holds a pickup's link acts without an account.
            return false;
        }
        NewPassword newer = newPasswords.get(id);
        return closed.contains(id)
                || newer != null && account.moment() < newer.moment() && !account.signIn().equals(newer.chosenIn());
    }

    private boolean mustChoosePassword(SignedInAccount account) {
        NewPassword newer = account.passwordOnce() ? newPasswords.get(account.user().accountId()) : null;
        return account.passwordOnce() && (newer == null || !account.signIn().equals(newer.chosenIn()));
    }

    @TransactionalEventListener
    void changed(PasswordChanged change) {
        // As below: where somebody else has just given one, it does not matter that the owner had chosen before.
        boolean given = read(true, () -> jdbc.sql("select password_once from app.account where id = ?")
                .param(change.account()).query(Boolean.class).single());
        newPasswords.compute(change.account(), (account, before) ->
                new NewPassword(moments.incrementAndGet(), given ? null : change.signIn()));
    }

    @TransactionalEventListener
    void changed(AccountClosed change) {
        // As below: the table counts, not the order in which changes are heard. An account may be gone from it.
        if (read(true, () -> jdbc.sql("select closed from app.account where id = ?").param(change.account())
                .query(Boolean.class).optional().orElse(true))) {
            closed.add(change.account());
        } else {
            closed.remove(change.account());
        }
    }

    @TransactionalEventListener
    void changed(BranchesChanged change) {
        // Two changes may be heard in another order than they were made: what the table then holds is what counts.
        newerBranches.compute(change.account(), (account, before) -> read(Set.of(), () -> jdbc
                .sql("select branch from app.account_branch where account = ?").param(account).query(UUID.class).set()));
    }

    /** Before screens are told to show anew what it changes. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    void changed(DutiesChanged change) {
        newerDuties.compute(change.account(), (account, before) -> read(Set.of(), () -> jdbc
                .sql("select held from app.account_duty where account = ?").param(account)
                .query((row, i) -> HeldDuty.of(row.getString(1))).set()));
    }

    /** What cannot be read just after it was changed counts as taken away, until it is changed again. */
    private static <T> T read(T otherwise, Supplier<T> table) {
        try {
            return table.get();
        } catch (DataAccessException unread) {
            log.warn("what somebody may do could not be read after a change, and counts as taken away", unread);
            return otherwise;
        }
    }

    private CurrentUser withWhatIsNewer(CurrentUser user) {
        if (!user.isStaff()) {
            return user;
        }
        return new CurrentUser(user.accountId(), user.displayName(), user.role(),
                newerBranches.getOrDefault(user.accountId(), user.branches()), user.patron(),
                newerDuties.getOrDefault(user.accountId(), user.duties()));
    }

    /** @param chosenIn the sign-in that chose it, which goes on while all older ones end; null when it was given */
    private record NewPassword(long moment, UUID chosenIn) {
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

    /**
     * Runs as that person, whoever is signed in: so {@link LinkHolders} act for a patron, and so do the trial
     * library's cases get their actors. The security context is no place for it: in a screen the session's own wins.
     */
    public <T> T runAs(CurrentUser user, Supplier<T> work) {
        Acting before = acting.get();
        acting.set(new Acting(new SignedInAccount(user, "", "", true), VaadinSession.getCurrent()));
        try {
            return work.get();
        } finally {
            if (before == null) {
                acting.remove();
            } else {
                acting.set(before);
            }
        }
    }

    /** @param within the session whose screens the work is for, or null: work that reaches another's is that person's */
    private record Acting(SignedInAccount account, VaadinSession within) {
    }
}

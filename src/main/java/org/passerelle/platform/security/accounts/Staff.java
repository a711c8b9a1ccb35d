package org.passerelle.platform.security.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.BranchesChanged;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works in the network, and for which branches. */
@Service
public class Staff {

    private final AccountRepository accounts;
    private final BranchRepository branches;
    private final NewAccounts newAccounts;
    private final GivenPasswords givenPasswords;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final Duties duties;
    private final LookedAfter lookedAfter;
    private final ApplicationEventPublisher events;

    Staff(AccountRepository accounts, BranchRepository branches, NewAccounts newAccounts,
          GivenPasswords givenPasswords, JdbcClient jdbc, SignedIn signedIn, SecurityRecord record,
          Duties duties, LookedAfter lookedAfter, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.branches = branches;
        this.newAccounts = newAccounts;
        this.givenPasswords = givenPasswords;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.record = record;
        this.duties = duties;
        this.lookedAfter = lookedAfter;
        this.events = events;
    }

    /**
     * @param branches empty for a manager, who acts at all
     * @param byOthers whether other managers look after that account than who is signed in
     */
    public record Member(UUID account, String username, String displayName, Role role, Set<UUID> branches,
                         boolean closed, Set<HeldDuty> duties, boolean byOthers) {

        private Member ofOthers() {
            return new Member(account, username, displayName, role, branches, closed, duties, true);
        }
    }

    /** @param password the first one, which the manager tells the person */
    public record NewMember(String username, String displayName, Role role, String password, Set<UUID> branches,
                            Contact contact) {

        public NewMember(String username, String displayName, Role role, String password, Set<UUID> branches) {
            this(username, displayName, role, password, branches, Contact.NONE);
        }

        public NewMember {
            username = username == null ? "" : username.strip();
            displayName = displayName == null ? "" : displayName.strip();
            password = password == null ? "" : password;
            branches = Set.copyOf(branches);
        }

        @Override
        public String toString() {
            return "new " + role;
        }
    }

    /** A branch to work for. */
    public record Workplace(UUID id, String name) {
    }

    @Transactional(readOnly = true)
    public List<Workplace> branches() {
        signedIn.require(Role.MANAGER);
        return branches.findAllByOrderByName().stream().map(branch -> new Workplace(branch.id(), branch.name())).toList();
    }

    /** The roles that who is signed in may open accounts for. */
    public List<Role> rolesToGive() {
        return signedIn.require(Role.MANAGER).has(Role.ADMIN) ? List.of(Role.AGENT, Role.MANAGER, Role.ADMIN)
                : List.of(Role.AGENT);
    }

    /** By name, from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<Member> members(int offset, int limit) {
        signedIn.require(Role.MANAGER);
        List<Member> page = jdbc.sql("""
                select a.id, a.username, a.display_name, a.role,
                    array(select b.branch::text from app.account_branch b where b.account = a.id), a.closed,
                    array(select d.held from app.account_duty d where d.account = a.id)
                from app.account a where a.role <> 'PATRON' order by a.display_name, a.username
                offset ? limit ?""").params(offset, limit)
                .query((row, i) -> new Member(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        Role.valueOf(row.getString(4)), Stream.of((String[]) row.getArray(5).getArray())
                                .map(UUID::fromString).collect(Collectors.toUnmodifiableSet()), row.getBoolean(6),
                        Stream.of((String[]) row.getArray(7).getArray()).map(HeldDuty::of)
                                .collect(Collectors.toUnmodifiableSet()), false))
                .list();
        Set<UUID> byOthers = byOthers(page.stream().map(Member::account).toList());
        return page.stream().map(member -> byOthers.contains(member.account()) ? member.ofOthers() : member).toList();
    }

    /** Administrators look after everybody. */
    private Set<UUID> byOthers(List<UUID> accounts) {
        CurrentUser me = signedIn.require(Role.MANAGER);
        return me.has(Role.ADMIN) ? Set.of() : lookedAfter.byOthers(me.accountId(), accounts);
    }

    /** From then on the agent acts for that branch too, in the sessions that are open as well. */
    @Gesture
    public Outcome<Void> giveBranch(UUID account, UUID branch) {
        return changeBranches(account, branch, true);
    }

    @Gesture
    public Outcome<Void> takeBranch(UUID account, UUID branch) {
        return changeBranches(account, branch, false);
    }

    /** @throws AccessDeniedException when a manager would make a manager or an administrator: administrators may */
    @Gesture
    public Outcome<UUID> create(NewMember member) {
        if (!rolesToGive().contains(member.role())) {
            throw new AccessDeniedException("may not make a " + member.role());
        }
        return newAccounts.open(member.username(), member.displayName(), member.password(), member.role(), null,
                member.role() == Role.AGENT ? member.branches() : Set.of(), member.contact());
    }

    /**
     * Gives a member of staff who has lost their password another one, to be told in person; whoever signs in with it
     * must choose their own, and the account's open sessions end.
     *
     * @return the password
     * @throws AccessDeniedException for one's own account, which has another way, and when a manager would do this to
     *                               another manager, to an administrator, or to who holds a duty: what is theirs alone
     *                               would be open to whoever was told their password
     */
    @Gesture
    public Outcome<String> resetPassword(UUID id) {
        rolesToGive();
        Optional<Account> member = accounts.lockById(id).filter(account -> account.role() != Role.PATRON);
        if (member.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!mayLookAfter(member.get())) {
            throw new AccessDeniedException("may not reset the password of a " + member.get().role());
        }
        events.publishEvent(new StaffPasswordGiven(id));
        return Outcome.done(givenPasswords.giveTo(member.get()));
    }

    /**
     * Nobody signs in with that account any more, its open sessions end, and its owner's duties are taken away.
     *
     * @throws AccessDeniedException as for {@link #resetPassword}
     */
    @Gesture
    public Outcome<Void> close(UUID id) {
        return change(id, account -> {
            account.close();
            duties.takeAll(id);
        }, SecurityRecord.Kind.ACCOUNT_CLOSED);
    }

    /** Its owner signs in again, with the same password. */
    @Gesture
    public Outcome<Void> reopen(UUID id) {
        return change(id, Account::reopen, SecurityRecord.Kind.ACCOUNT_REOPENED);
    }

    private Outcome<Void> change(UUID id, Consumer<Account> change, SecurityRecord.Kind what) {
        rolesToGive();
        // Whoever is about to give its owner something to do waits for this, and then sees it.
        Optional<Account> member = accounts.lockById(id).filter(account -> account.role() != Role.PATRON);
        if (member.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!mayLookAfter(member.get())) {
            throw new AccessDeniedException("may not close the account of that " + member.get().role());
        }
        change.accept(member.get());
        record.record(what, id);
        events.publishEvent(new AccountClosed(id));
        return Outcome.done();
    }

    /** Whether who is signed in may reset the password of that member, and close the account. */
    public boolean mayLookAfter(Member member) {
        return !member.byOthers() && mayLookAfter(member.account(), member.role(), member.duties());
    }

    /** The same of an account: for everything about it that is its owner's. */
    public boolean mayLookAfter(Account account) {
        return mayLookAfter(account.id(), account.role(), account.asCurrentUser().duties())
                && byOthers(List.of(account.id())).isEmpty();
    }

    private boolean mayLookAfter(UUID account, Role role, Set<HeldDuty> theirs) {
        CurrentUser me = signedIn.require(Role.MANAGER);
        return rolesToGive().contains(role) && !me.accountId().equals(account) && (theirs.isEmpty() || me.has(Role.ADMIN));
    }

    private Outcome<Void> changeBranches(UUID id, UUID branch, boolean given) {
        signedIn.require(Role.MANAGER);
        jdbc.sql("select 1 from app.account where id = ? for update").param(id).query(Integer.class).optional();
        Optional<Account> agent = accounts.findById(id).filter(account -> account.role() == Role.AGENT);
        if (agent.isEmpty() || given && !branches.existsById(branch)) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        Set<UUID> workplaces = new HashSet<>(agent.get().branches());
        if (given) {
            workplaces.add(branch);
        } else {
            workplaces.remove(branch);
        }
        if (workplaces.equals(agent.get().branches())) {
            return Outcome.done();
        }
        agent.get().workFor(workplaces);
        record.record(given ? SecurityRecord.Kind.BRANCH_GIVEN : SecurityRecord.Kind.BRANCH_TAKEN, id, branch);
        events.publishEvent(new BranchesChanged(id));
        return Outcome.done();
    }
}

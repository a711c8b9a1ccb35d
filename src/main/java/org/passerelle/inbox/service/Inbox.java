package org.passerelle.inbox.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxPages;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where staff find their work. Every member of staff sees every open task of a role; those of the task's roles and branch
 * take it, give it back, or hand it to a colleague who may act on it too. A task of a duty exists for those who hold it in
 * the scope of the task's branch, and one that names a person for that person; not for managers and administrators.
 */
@Service
public class Inbox {

    private static final List<Role> STAFF = List.of(Role.AGENT, Role.MANAGER, Role.ADMIN);

    private final InboxPages pages;
    private final CaseStandings standings;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final Journal journal;
    private final BranchRepository branches;
    private final WorkingBranch working;
    private final AccountRepository accounts;
    private final List<TaskDescriber> describers;
    private final SignedIn signedIn;
    private final AppClock clock;

    Inbox(InboxPages pages, CaseStandings standings, UserTasks tasks, PrivateTasks privateTasks, Journal journal, BranchRepository branches,
          WorkingBranch working, AccountRepository accounts, List<TaskDescriber> describers, SignedIn signedIn, AppClock clock) {
        this.pages = pages;
        this.standings = standings;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.journal = journal;
        this.branches = branches;
        this.working = working;
        this.accounts = accounts;
        this.describers = describers;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What is known of the words of that filter, to be given to the calls that follow; no statement where it has none. */
    @Transactional(readOnly = true)
    public InboxWords read(InboxFilter filter) {
        return pages.read(filter, signedIn.require(Role.AGENT));
    }

    /** The tasks asked for, in the order of work, in one statement. @param after where they go on, or null for the first */
    @Transactional(readOnly = true)
    public List<InboxTask> page(InboxFilter filter, InboxWords words, InboxTask after, int offset, int limit) {
        return pages.page(filter, words, signedIn.require(Role.AGENT), clock.instant(), after, offset, limit);
    }

    /** The same from the first task on, for who has not read the words. */
    @Transactional(readOnly = true)
    public List<InboxTask> page(InboxFilter filter, int offset, int limit) {
        return page(filter, read(filter), null, offset, limit);
    }

    /** What stands around the page, in one statement. */
    @Transactional(readOnly = true)
    public Around overview(InboxFilter filter, InboxWords words) {
        return pages.around(filter, words, signedIn.require(Role.AGENT), clock.instant());
    }

    /** What the inbox begins with: who may choose among branches, with the one where they work. */
    @Transactional(readOnly = true)
    public InboxFilter start() {
        return mayChoose(signedIn.require(Role.AGENT)) ? InboxFilter.START.at(working.current().orElse(null)) : InboxFilter.START;
    }

    /** How many tasks the inbox begins with; more than {@link InboxPages#MOST} is one more. One statement. */
    @Transactional(readOnly = true)
    public int waiting() {
        return pages.waiting(start(), signedIn.require(Role.AGENT));
    }

    /** Those to choose from: none for who works for one branch alone. */
    @Transactional(readOnly = true)
    public List<Branch> branches() {
        return mayChoose(signedIn.require(Role.AGENT)) ? branches.findAllByOrderByName() : List.of();
    }

    private static boolean mayChoose(CurrentUser user) {
        return user.has(Role.MANAGER) || user.branches().size() != 1;
    }

    /** @return empty when it is completed, or never was */
    @Transactional(readOnly = true)
    public Optional<InboxTask> task(TaskRef ref) {
        return pages.find(ref, signedIn.require(Role.AGENT));
    }

    /** What stands after that task in the list, whether it is still in it or not. */
    @Transactional(readOnly = true)
    public Optional<InboxTask> after(InboxFilter filter, InboxTask task) {
        return pages.neighbour(filter, read(filter), signedIn.require(Role.AGENT), clock.instant(), task, true);
    }

    @Transactional(readOnly = true)
    public Optional<InboxTask> before(InboxFilter filter, InboxTask task) {
        return pages.neighbour(filter, read(filter), signedIn.require(Role.AGENT), clock.instant(), task, false);
    }

    /**
     * What has happened so far to the case of a task that the person has just been shown, oldest first; nothing where its module
     * says that others follow it: whoever does one thing about it is not told the rest.
     */
    @Transactional(readOnly = true)
    public List<Journal.Entry> story(InboxTask shown) {
        return mayFollow(shown) ? journal.story(shown.process()) : List.of();
    }

    /** Where the case of such a task stands, likewise. */
    @Transactional(readOnly = true)
    public Optional<CaseStanding> standing(InboxTask shown) {
        return mayFollow(shown) ? Optional.of(standings.of(shown.process())) : Optional.empty();
    }

    private boolean mayFollow(InboxTask shown) {
        signedIn.require(Role.AGENT);
        return privateTasks.ofItsModule(shown.process()).map(audience -> audience.mayFollow().test(shown.process().id())).orElse(true);
    }

    /** What has happened to the case so far, oldest first; nothing where something that is to be done in it is others' alone. */
    @Transactional(readOnly = true)
    public List<Journal.Entry> story(CaseRef process) {
        return mayFollow(process) ? journal.story(process) : List.of();
    }

    /** Where the case stands, likewise. */
    @Transactional(readOnly = true)
    public Optional<CaseStanding> standing(CaseRef process) {
        return mayFollow(process) ? Optional.of(standings.of(process)) : Optional.empty();
    }

    private boolean mayFollow(CaseRef process) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return privateTasks.ofItsModule(process).map(audience -> audience.mayFollow().test(process.id()))
                .orElseGet(() -> pages.mayFollow(process, user));
    }

    @Gesture
    public Outcome<Void> claim(TaskRef ref) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return asked(ref, user, task -> {
            if (user.accountId().equals(task.assignee())) {
                return Outcome.done();
            }
            if (task.assignee() != null) {
                return taken(task);
            }
            if (notFor(task).contains(user.accountId())) {
                return Outcome.refused(InboxRefusal.TASK_FOR_SOMEBODY_ELSE);
            }
            return tasks.claim(ref, user.accountId()) ? told(task, null, "journal.inbox.claimed")
                    // Somebody was faster since the row was read: it is theirs, or done.
                    : pages.find(ref, user).filter(now -> now.assignee() != null).map(Inbox::taken)
                            .orElseGet(() -> Outcome.refused(InboxRefusal.TASK_GONE));
        });
    }

    /** Gives it back to everybody who may act; only who has it does so, or a manager. */
    @Gesture
    public Outcome<Void> giveBack(TaskRef ref) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return asked(ref, user, task -> {
            if (task.person() != null) {
                return Outcome.refused(InboxRefusal.TASK_FOR_ONE_PERSON);
            }
            if (task.assignee() == null) {
                return Outcome.done();
            }
            return mayMove(task, user) ? assign(task, null, "journal.inbox.givenBack") : taken(task);
        });
    }

    /** Hands it to a colleague who may act on it; a colleague's task only by a manager. */
    @Gesture
    public Outcome<Void> handOver(TaskRef ref, UUID colleague) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return asked(ref, user, task -> {
            if (task.person() != null) {
                return Outcome.refused(InboxRefusal.TASK_FOR_ONE_PERSON);
            }
            if (!mayMove(task, user)) {
                return taken(task);
            }
            if (colleague.equals(task.assignee())) {
                return Outcome.done();
            }
            return accounts.findById(colleague).filter(account -> !account.isClosed()).map(Account::asCurrentUser)
                    .filter(other -> task.audience().includes(other, task.site()) && !notFor(task).contains(colleague))
                    .map(other -> assign(task, colleague, "journal.inbox.handedOver"))
                    .orElseGet(() -> Outcome.refused(InboxRefusal.COLLEAGUE_MAY_NOT));
        });
    }

    /** Whom that task may be handed to, by name, the person who asks excepted. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(InboxTask task) {
        CurrentUser user = signedIn.require(Role.AGENT);
        Set<UUID> others = notFor(task);
        return accounts.findByRoleInAndClosedFalseOrderByDisplayName(STAFF).stream().map(Account::asCurrentUser)
                .filter(other -> !other.accountId().equals(user.accountId()) && task.audience().includes(other, task.site())
                        && !others.contains(other.accountId()))
                .map(other -> new Colleague(other.accountId(), other.displayName())).toList();
    }

    public record Colleague(UUID account, String name) {
    }

    private Outcome<Void> asked(TaskRef ref, CurrentUser user, Function<InboxTask, Outcome<Void>> gesture) {
        Optional<InboxTask> task = pages.find(ref, user);
        if (task.isEmpty()) {
            return Outcome.refused(InboxRefusal.TASK_GONE);
        }
        if (!task.get().mayAct()) {
            return Outcome.refused(task.get().groups().stream().noneMatch(group -> user.has(Role.valueOf(group)))
                    ? InboxRefusal.TASK_FOR_OTHER_ROLE : CommonRefusal.OTHER_BRANCH);
        }
        return gesture.apply(task.get());
    }

    private Set<UUID> notFor(InboxTask task) {
        return describers.stream().filter(each -> each.processKey().equals(task.process().processKey())).findFirst()
                .map(each -> each.notFor(task.asUserTask())).orElse(Set.of());
    }

    private static boolean mayMove(InboxTask task, CurrentUser user) {
        return task.assignee() == null || task.assignee().equals(user.accountId()) || user.has(Role.MANAGER);
    }

    private Outcome<Void> assign(InboxTask task, UUID account, String journalKey) {
        return tasks.assign(task.ref(), account) ? told(task, account, journalKey)
                : Outcome.refused(InboxRefusal.TASK_GONE);
    }

    private Outcome<Void> told(InboxTask task, UUID colleague, String journalKey) {
        journal.recordAbout(colleague, task.process(), Channel.STAFF, journalKey, task.kind().messageKey());
        return Outcome.done();
    }

    private static Outcome<Void> taken(InboxTask task) {
        return Outcome.refused(InboxRefusal.TASK_TAKEN, String.valueOf(task.assigneeName()));
    }
}

package org.passerelle.team;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.service.AgentForm;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Teams and the people in them. */
@Component
public class TeamFixture {

    private final BranchRepository branches;
    private final AccountRepository accounts;
    private final Duties duties;
    private final Teams teams;
    private final TeamMembers members;
    private final ReturnStart returns;
    private final UserTasks tasks;
    private final SignedIn signedIn;
    private final TransactionTemplate transaction;

    TeamFixture(BranchRepository branches, AccountRepository accounts, Duties duties, Teams teams, TeamMembers members,
                ReturnStart returns, UserTasks tasks, SignedIn signedIn, TransactionTemplate transaction) {
        this.branches = branches;
        this.accounts = accounts;
        this.duties = duties;
        this.teams = teams;
        this.members = members;
        this.returns = returns;
        this.tasks = tasks;
        this.signedIn = signedIn;
        this.transaction = transaction;
    }

    public UUID branch(String name) {
        return branches.save(new Branch(name, name, "", "", ZoneId.of("Europe/Paris"), "", "")).id();
    }

    public CurrentUser staff(String name, Role role, UUID... works) {
        return accounts.save(new Account(name.toLowerCase(), "x", name, role, null, Set.of(works))).asCurrentUser();
    }

    public CurrentUser holder(CurrentUser admin, CurrentUser user, Duty duty, UUID branch) {
        as(admin, () -> duties.give(user.accountId(), new HeldDuty(duty, DutyScope.of(branch)))).value();
        return accounts.findById(user.accountId()).orElseThrow().asCurrentUser();
    }

    /** What they hold of it for the network. */
    public void take(CurrentUser admin, CurrentUser user, Duty duty) {
        as(admin, () -> duties.take(user.accountId(), new HeldDuty(duty, DutyScope.of(null)))).value();
    }

    public CurrentUser holderForTeam(CurrentUser admin, CurrentUser user, Duty duty, UUID team) {
        as(admin, () -> duties.give(user.accountId(), new HeldDuty(duty, DutyScope.ofTeam(team)))).value();
        return accounts.findById(user.accountId()).orElseThrow().asCurrentUser();
    }

    public UUID team(CurrentUser admin, String name, CurrentUser... managers) {
        Set<UUID> named = Set.of(managers).stream().map(CurrentUser::accountId).collect(Collectors.toSet());
        return as(admin, () -> teams.create(new TeamForm(name, Map.of(), named, false, 0))).value();
    }

    public static AgentForm usual(UUID branch) {
        return new AgentForm(branch, null, 100, WorkingWeek.usual());
    }

    public void place(CurrentUser manager, CurrentUser agent, UUID team, UUID branch) {
        as(manager, () -> members.place(agent.accountId(), team, usual(branch))).value();
    }

    public UUID begun(CurrentUser manager, CurrentUser agent, LocalDate returnOn) {
        return as(manager, () -> returns.start(agent.accountId(), new ReturnDates(returnOn, null))).value();
    }

    /** The open task of that kind, whoever it is for. */
    public UserTask task(CaseRef process, String key) {
        return transaction.execute(status -> tasks.of(process).stream().filter(task -> task.taskKey().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("no open " + key + " in " + tasks.of(process))));
    }

    public TaskRef ref(UUID workReturn, String key) {
        return task(ReturnToWorkProcess.caseOf(workReturn), key).ref();
    }

    public List<String> open(CaseRef process) {
        return transaction.execute(status -> tasks.of(process).stream().map(UserTask::taskKey).sorted().toList());
    }

    public <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    /** Of what happens, nothing stays. */
    public void tried(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}

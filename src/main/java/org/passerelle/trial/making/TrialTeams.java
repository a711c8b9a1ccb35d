package org.passerelle.trial.making;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.domain.LeaveWishes;
import org.passerelle.team.members.domain.Weeks;
import org.passerelle.team.members.domain.WorkingDay;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.passerelle.team.members.service.AgentForm;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The teams of the trial library, and what its people do when somebody comes back. */
@Component
@Profile(TrialLibrary.PROFILE)
class TrialTeams {

    private final TrialDesk desk;
    private final BranchRepository branches;
    private final AccountRepository accounts;
    private final Duties duties;
    private final Teams teams;
    private final TeamMembers members;
    private final Posts posts;
    private final ReturnStart start;
    private final ReturnDesk returnDesk;
    private final MyReturn myReturn;
    private final HealthDesk healthDesk;
    private final LeaveDesk leave;
    private final WorkReturns returns;
    private final WorkMeasures measures;
    private final UserTasks tasks;
    private final LeaveWishes wishes;
    private final AppClock clock;

    TrialTeams(TrialDesk desk, BranchRepository branches, AccountRepository accounts, Duties duties, Teams teams, TeamMembers members,
               Posts posts, ReturnStart start, ReturnDesk returnDesk, MyReturn myReturn, HealthDesk healthDesk, LeaveDesk leave, WorkReturns returns,
               WorkMeasures measures, UserTasks tasks, LeaveWishes wishes, AppClock clock) {
        this.desk = desk;
        this.branches = branches;
        this.accounts = accounts;
        this.duties = duties;
        this.teams = teams;
        this.members = members;
        this.posts = posts;
        this.start = start;
        this.returnDesk = returnDesk;
        this.myReturn = myReturn;
        this.healthDesk = healthDesk;
        this.leave = leave;
        this.returns = returns;
        this.measures = measures;
        this.tasks = tasks;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** Three teams that Nadia looks after, and the duties beside the roles. */
    void open() {
        desk.as(TrialPerson.ADMIN.username(), () -> {
            give(TrialPerson.PAULA, Duty.OCCUPATIONAL_HEALTH);
            give(TrialPerson.OMAR, Duty.HUMAN_RESOURCES);
            Set<UUID> nadia = Set.of(account(TrialPerson.NADIA));
            teams.create(new TeamForm("Portage et relais", Map.of(DayOfWeek.MONDAY, 3, DayOfWeek.TUESDAY, 3, DayOfWeek.WEDNESDAY, 3,
                    DayOfWeek.THURSDAY, 3, DayOfWeek.FRIDAY, 3), nadia, true, 0)).value();
            teams.create(new TeamForm("Accueil et drive", Map.of(DayOfWeek.TUESDAY, 2, DayOfWeek.SATURDAY, 2), nadia, false, 0)).value();
            return teams.create(new TeamForm("Catalogue et numérique", Map.of(DayOfWeek.WEDNESDAY, 1), nadia, false, 0)).value();
        });
        desk.as(TrialPerson.NADIA.username(), () -> {
            Stream.of("Accueil", "Portage", "Drive", "Catalogage").forEach(name -> posts.add(name).value());
            place("Portage et relais", TrialPerson.CARPENTIER, "Portage", 100, week(DayOfWeek.TUESDAY));
            place("Portage et relais", TrialPerson.CLARA, "Portage", 80, week(DayOfWeek.FRIDAY));
            place("Portage et relais", TrialPerson.MARIN, "Catalogage", 100, week(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
            place("Portage et relais", TrialPerson.CAMILLE, "Drive", 100, week());
            place("Portage et relais", TrialPerson.SOLENE, "Portage", 100, week(DayOfWeek.THURSDAY));
            place("Accueil et drive", TrialPerson.MAELLE, "Accueil", 100, week());
            place("Accueil et drive", TrialPerson.BASTIEN, "Drive", 100, week());
            place("Accueil et drive", TrialPerson.FATOU, "Accueil", 50, week(DayOfWeek.WEDNESDAY));
            place("Accueil et drive", TrialPerson.LEILA, "Accueil", 80, week());
            place("Accueil et drive", TrialPerson.YANN, "Drive", 100, week());
            place("Catalogue et numérique", TrialPerson.JULIEN, "Catalogage", 100, week(DayOfWeek.FRIDAY));
            place("Catalogue et numérique", TrialPerson.ODILE, "Catalogage", 80, week(DayOfWeek.MONDAY));
            return null;
        });
    }

    private void give(TrialPerson person, Duty duty) {
        duties.give(account(person), new HeldDuty(duty, DutyScope.of(null))).value();
    }

    private void place(String team, TrialPerson person, String post, int share, WorkingWeek week) {
        UUID branch = branches.findByCode(person.branches().iterator().next().name()).orElseThrow().id();
        UUID teamId = teams.visible().stream().filter(each -> each.name().equals(team)).findFirst().orElseThrow().id();
        UUID postId = posts.all().stream().filter(each -> each.name().equals(post)).findFirst().orElseThrow().id();
        members.place(account(person), teamId, new AgentForm(branch, postId, share, week)).value();
    }

    private static WorkingWeek week(DayOfWeek... telework) {
        return new WorkingWeek(false, Stream.of(DayOfWeek.values()).filter(day -> day.getValue() <= 5)
                .map(day -> new WorkingDay(Weeks.EVERY, day, LocalTime.of(9, 0), LocalTime.of(17, 0), List.of(telework).contains(day)))
                .toList());
    }

    void announce(TrialPerson person, LocalDate day) {
        desk.as(TrialPerson.NADIA.username(), () -> start.start(account(person), new ReturnDates(day, null)).value());
    }

    /** @param leave days that are wished for on this occasion, or null */
    void sayNeeds(TrialPerson person, Needs needs, Wish leave) {
        desk.as(person.username(), () -> myReturn.sayNeeds(task(person, Tasks.SAY_NEEDS), returnOf(person), needs, leave).value());
    }

    /** Occupational health writes what it sees to. */
    void adapt(TrialPerson person, MeasureKind kind, String note) {
        UUID support = desk.as(TrialPerson.PAULA.username(), () -> healthDesk.openFor(returnOf(person))).orElseThrow();
        TaskRef task = task(OccupationalHealthProcess.caseOf(support), OccupationalHealthProcess.Tasks.SUPPORT);
        desk.as(TrialPerson.PAULA.username(), () -> healthDesk.write(task, support, new Adaptations(Set.of(kind),
                LocalDate.ofInstant(clock.instant(), TrialBranch.ZONE).plusDays(40), note)).value());
    }

    void proposeTalk(TrialPerson person, Instant at) {
        desk.as(TrialPerson.NADIA.username(), () -> returnDesk.proposeTalk(task(person, Tasks.PROPOSE_TALK), returnOf(person),
                List.of(at, at.plusSeconds(86_400)), TalkWay.PHONE).value());
    }

    void talk(TrialPerson person, Instant at) {
        proposeTalk(person, at);
        desk.as(person.username(), () -> myReturn.chooseTalk(task(person, Tasks.CHOOSE_TALK), returnOf(person), at).value());
    }

    /** As they were proposed, and these. */
    void recordMeasures(TrialPerson person, int easingDays, Recorded... more) {
        List<Recorded> all = Stream.concat(measures.findByWorkReturnOrderByKindAscIdAsc(returnOf(person)).stream()
                .filter(one -> one.state() == WorkMeasure.State.PROPOSED && (easingDays > 0 || one.kind() != MeasureKind.EASING_IN))
                .map(one -> new Recorded(one.kind(), one.source(), one.days(), one.reviewOn())), Stream.of(more)).toList();
        desk.as(TrialPerson.NADIA.username(), () -> returnDesk.recordMeasures(task(person, Tasks.AGREE_MEASURES), returnOf(person), all,
                easingDays).value());
    }

    void confirm(TrialPerson person) {
        desk.as(person.username(), () -> myReturn.confirm(task(person, Tasks.CONFIRM_MEASURES), returnOf(person)).value());
    }

    void brief(TrialPerson person) {
        desk.as(TrialPerson.NADIA.username(), () -> returnDesk.holdBriefing(task(person, Tasks.HOLD_BRIEFING), returnOf(person),
                LocalDate.ofInstant(clock.instant(), TrialBranch.ZONE), true).value());
    }

    void sign(TrialPerson person) {
        desk.as(person.username(), () -> myReturn.sign(task(person, Tasks.SIGN_BRIEFING), returnOf(person)).value());
    }

    void skipTalks(TrialPerson person) {
        UUID id = returnOf(person);
        desk.as(person.username(), () -> {
            ReturnTimes.FOLLOW_UPS.forEach(days -> myReturn.skipTalk(id, days).value());
            return id;
        });
    }

    void wish(TrialPerson person, LocalDate starts, LocalDate ends) {
        desk.as(person.username(), () -> leave.wish(new Wish(starts, ends, LeaveKind.LEAVE)).value());
    }

    /** The wish that waits. */
    void agree(TrialPerson person) {
        UUID wish = wishes.findByAgentAndAwaitedTrue(account(person)).getFirst().id();
        desk.as(TrialPerson.NADIA.username(), () -> leave.decide(task(LeaveWishProcess.caseOf(wish), LeaveWishProcess.Tasks.DECIDE_WISH),
                wish, true).value());
    }

    void awayAgain(TrialPerson person) {
        desk.as(person.username(), () -> returnDesk.awayAgain(returnOf(person)).value());
    }

    private UUID account(TrialPerson person) {
        return accounts.findByUsernameIgnoreCase(person.username()).orElseThrow().id();
    }

    private UUID returnOf(TrialPerson person) {
        return returns.findByAgentAndOutcomeIsNull(account(person)).orElseThrow().id();
    }

    private TaskRef task(TrialPerson person, String key) {
        return task(ReturnToWorkProcess.caseOf(returnOf(person)), key);
    }

    private TaskRef task(CaseRef process, String key) {
        return tasks.of(process).stream().filter(task -> task.taskKey().equals(key)).findFirst().orElseThrow().ref();
    }
}

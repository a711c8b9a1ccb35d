package org.passerelle.team.returns.service;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.Alphabet;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.ClosedBranches;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.secrets.SealedTexts.Reading;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.domain.Team;
import org.passerelle.team.members.domain.TeamRepository;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturnOutcome;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a return, for those whose it is; what is sealed opens one by one, by a gesture that is written down. */
@Service
public class ReturnPages {

    private final WorkReturns returns;
    private final WorkMeasures measures;
    private final TeamRepository teams;
    private final TeamAccess teamAccess;
    private final ReturnAccess access;
    private final HealthSupports health;
    private final SealedTexts sealed;
    private final CaseStandings standings;
    private final OpenTasks openTasks;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final ClosedBranches closedBranches;
    private final Journal journal;
    private final SignedIn signedIn;
    private final AppClock clock;

    ReturnPages(WorkReturns returns, WorkMeasures measures, TeamRepository teams, TeamAccess teamAccess, ReturnAccess access,
                HealthSupports health, SealedTexts sealed, CaseStandings standings, OpenTasks openTasks, UserTasks tasks,
                PrivateTasks privateTasks, ClosedBranches closedBranches, Journal journal, SignedIn signedIn, AppClock clock) {
        this.returns = returns;
        this.measures = measures;
        this.teams = teams;
        this.teamAccess = teamAccess;
        this.access = access;
        this.health = health;
        this.sealed = sealed;
        this.standings = standings;
        this.openTasks = openTasks;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.closedBranches = closedBranches;
        this.journal = journal;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param days     none where it is about every day
     * @param reviewOn or null for what is done once
     * @param noted    whether a sealed text goes with it
     */
    public record Measure(UUID id, MeasureKind kind, Set<DayOfWeek> days, MeasureSource source, LocalDate reviewOn,
                          WorkMeasure.State state, boolean noted) {
    }

    /**
     * What a form or a page needs.
     *
     * @param returnOn   or null where no day is known
     * @param saidNeeds  whether the agent's answers may be opened
     * @param sentBack   whether the agent wants other measures than those that were recorded last
     * @param remarked   whether they were sent back with a remark
     * @param health     whether occupational health follows the return
     * @param addable    whether who reads may add a measure
     * @param followUps  none before the return
     */
    public record Facts(UUID id, UUID agent, String name, String team, String branch, ZoneId zone, LocalDate today, LocalDate returnOn,
                        LocalDate cameBackOn, LocalDate easingUntil, int easingDays, Preparation preparation, ReturnStage stage,
                        WorkReturnOutcome outcome, List<Instant> talkTimes, TalkWay talkWay, Instant talkAt,
                        List<FollowUp> followUps, List<Measure> measures, boolean saidNeeds, boolean sentBack, boolean remarked, boolean health,
                        boolean mine, boolean managed, boolean addable) {

        /** Added once all else was agreed: it waits for the agent's word alone. */
        public boolean waitsForAgent(Measure measure) {
            return preparation == Preparation.DONE && measure.state() == WorkMeasure.State.PROPOSED;
        }
    }

    /** The whole page. @param team or null */
    public record Page(Facts facts, UUID team, CaseStanding standing, List<OpenTask> toDo, List<Journal.Entry> story) {
    }

    /** Empty for whoever it is not for. */
    @Transactional(readOnly = true)
    public Optional<Page> page(UUID id) {
        signedIn.require(Role.AGENT);
        return access.seen(id).map(this::page);
    }

    /** Whether there is such a page for who is signed in. */
    @Transactional(readOnly = true)
    public boolean isSeen(UUID id) {
        signedIn.require(Role.AGENT);
        return access.mayFollow(id);
    }

    /** One's own that is open, or the latest. */
    @Transactional(readOnly = true)
    public Optional<Page> mine() {
        UUID me = signedIn.require(Role.AGENT).accountId();
        List<WorkReturn> all = returns.findByAgentOrderByAnnouncedAtDesc(me);
        return all.stream().filter(WorkReturn::isOpen).findFirst().or(() -> all.stream().findFirst()).map(this::page);
    }

    /** One's own measures that were agreed at another return than this one, and are in force. */
    @Transactional(readOnly = true)
    public List<Measure> inForceFromOthers(UUID id) {
        return fromOthers(id, WorkMeasure.State.AGREED).filter(WorkMeasure::isInForce).sorted(Comparator.comparing(WorkMeasure::kind)
                .thenComparing(WorkMeasure::reviewOn)).map(ReturnPages::measure).toList();
    }

    /** One's own measures that a manager has added at another return than this one, and that wait for one's word alone. */
    @Transactional(readOnly = true)
    public List<Measure> waitingFromOthers(UUID id) {
        return fromOthers(id, WorkMeasure.State.PROPOSED).filter(one -> returns.findById(one.workReturn())
                .filter(about -> about.preparation() == Preparation.DONE).isPresent())
                .sorted(Comparator.comparing(WorkMeasure::kind)).map(ReturnPages::measure).toList();
    }

    private Stream<WorkMeasure> fromOthers(UUID id, WorkMeasure.State state) {
        return measures.findByAgentAndState(signedIn.require(Role.AGENT).accountId(), state).stream()
                .filter(one -> !one.workReturn().equals(id));
    }

    /** The account under which one's own things are told. */
    public UUID me() {
        return signedIn.require(Role.AGENT).accountId();
    }

    /** The team of who is signed in; without one nobody announces a return. */
    public Optional<UUID> myTeam() {
        return teamAccess.teamOf(signedIn.require(Role.AGENT).accountId());
    }

    /** For the form of a task: for whom the task is. */
    @Transactional(readOnly = true)
    public Optional<Facts> facts(TaskRef task) {
        return tasks.task(task).filter(open -> open.process().processKey().equals(ReturnToWorkProcess.KEY))
                .filter(privateTasks::isFor).flatMap(open -> returns.findById(open.process().id())).map(this::facts);
    }

    /** Times that the manager may propose for the talk, for the form of that task. */
    @Transactional(readOnly = true)
    public List<Instant> talksToPropose(Facts facts) {
        Branch branch = access.branchOf(facts.agent()).orElse(null);
        Set<LocalDate> closed = branch == null ? Set.of() : closedBranches.days(List.of(branch.id()), facts.today(),
                facts.today().plusDays(ReturnTimes.TALKS_WITHIN_DAYS)).getOrDefault(branch.id(), Set.of());
        return access.timesOf(facts.agent()).talksToPropose(clock.instant(), closed);
    }

    /** Returns of a team that are open, or closed with measures in force, by day; for its managers. */
    @Transactional(readOnly = true)
    public List<Facts> ofTeam(UUID team) {
        teamAccess.requireManager(team);
        return returns.withMeasuresOrOpen().stream().filter(found -> team.equals(found.team())).filter(access::manages).map(this::facts)
                .sorted(Comparator.comparing(Facts::returnOn,
                        Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Facts::name, Alphabet.ORDER)).toList();
    }

    /** What occupational health or a manager wrote to a measure; it is written down who read it. */
    @Transactional
    public Optional<String> note(UUID measure) {
        return measures.findById(measure).filter(found -> access.seen(found.workReturn()).isPresent())
                .flatMap(WorkMeasure::note).flatMap(sealed::open);
    }

    /** With which words the agent sent the measures back; likewise. */
    @Transactional
    public Optional<String> remark(UUID id) {
        return access.seen(id).flatMap(WorkReturn::remark).flatMap(sealed::open);
    }

    /** Who has read what is about the person signed in. */
    @Transactional(readOnly = true)
    public List<Reading> readings() {
        signedIn.require(Role.AGENT);
        return sealed.readingsOfMine();
    }

    private Page page(WorkReturn found) {
        CaseRef process = ReturnToWorkProcess.caseOf(found.id());
        return new Page(facts(found), found.team(), standings.of(process), openTasks.of(List.of(found.id())), journal.story(process));
    }

    private Facts facts(WorkReturn found) {
        List<WorkMeasure> all = measures.findByWorkReturnOrderByKindAscIdAsc(found.id());
        boolean managed = access.manages(found);
        return new Facts(found.id(), found.agent(), access.nameOf(found.agent()),
                Optional.ofNullable(found.team()).flatMap(teams::findById).map(Team::name).orElse(""),
                access.branchOf(found.agent()).map(Branch::name).orElse(""), access.timesOf(found.agent()).zone(),
                access.timesOf(found.agent()).dayOf(clock.instant()), found.returnOn(), found.cameBackOn(), found.easingUntil(),
                found.easingDays(), found.preparation(), found.stage(), found.outcome(), found.talkTimes(), found.talkWay(),
                found.talkAt(), found.followUps(), all.stream().map(ReturnPages::measure).toList(), found.needs().isPresent(),
                found.isSentBack(), found.remark().isPresent(), health.isOpen(found.id()), access.isMine(found), managed,
                managed && found.mayAddMeasure(all.stream().anyMatch(WorkMeasure::isInForce)));
    }

    private static Measure measure(WorkMeasure one) {
        return new Measure(one.id(), one.kind(), one.days(), one.source(), one.reviewOn(), one.state(), one.note().isPresent());
    }
}

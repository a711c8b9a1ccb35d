package org.passerelle.team.members.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.TeamRefusal;
import org.passerelle.team.members.AgentMoved;
import org.passerelle.team.members.TeamManagersChanged;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.domain.LeaveWish;
import org.passerelle.team.members.domain.LeaveWishes;
import org.passerelle.team.members.domain.TeamRepository;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Agents wish for days; where their team approves leave, a manager decides. */
@Service
public class LeaveDesk {

    static final int FURTHEST_DAYS = 730;
    private static final int LONGEST_DAYS = 180;

    private final LeaveWishes wishes;
    private final AgentRepository agents;
    private final TeamRepository teams;
    private final TeamAccess access;
    private final LeaveWishProcess process;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final Journal journal;
    private final NetworkZone network;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    LeaveDesk(LeaveWishes wishes, AgentRepository agents, TeamRepository teams, TeamAccess access, LeaveWishProcess process,
              UserTasks tasks, PrivateTasks privateTasks, Journal journal, NetworkZone network, SignedIn signedIn, AppClock clock,
              ApplicationEventPublisher events) {
        this.wishes = wishes;
        this.agents = agents;
        this.teams = teams;
        this.access = access;
        this.process = process;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.journal = journal;
        this.network = network;
        this.signedIn = signedIn;
        this.clock = clock;
        this.events = events;
    }

    /** @param ends the last day */
    public record Wish(LocalDate starts, LocalDate ends, LeaveKind kind) {
    }

    /** One's own. Refused with {@link CommonRefusal#FIELDS_WRONG} for starts and ends, and where days of absence overlap. */
    @Gesture
    public Outcome<UUID> wish(Wish wish) {
        return wishWithin(wish);
    }

    /** The same within a gesture that does more; first of all in it, since whoever locks people and cases locks people first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<UUID> wishWithin(Wish wish) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        Optional<Agent> agent = agents.lockById(me);
        if (agent.isEmpty()) {
            return Outcome.refused(TeamRefusal.IN_NO_TEAM, signedIn.require(Role.AGENT).displayName());
        }
        List<FieldError> errors = errors(wish);
        if (errors.isEmpty() && wishes.holding(List.of(me), wish.starts(), wish.ends()).stream()
                .anyMatch(other -> !other.kind().isAtWork() && !wish.kind().isAtWork())) {
            errors.add(new FieldError("starts", "team.leave.error.overlaps"));
        }
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        UUID team = agent.get().team();
        boolean approval = teams.findById(team).orElseThrow().approvesLeave();
        LeaveWish wished = wishes.saveAndFlush(new LeaveWish(me, wish.starts(), wish.ends(), wish.kind(), approval, clock.instant()));
        process.start(wished.id(), decider(me, team), approval);
        tell(wished, "wished", wish.starts(), wish.ends());
        return Outcome.done(wished.id());
    }

    private List<FieldError> errors(Wish wish) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), network.zone());
        if (wish.starts() == null || wish.starts().isBefore(today) || wish.starts().isAfter(today.plusDays(FURTHEST_DAYS))) {
            errors.add(new FieldError("starts", "team.error.returnOnRange"));
        }
        if (wish.ends() == null || wish.starts() != null && wish.ends().isBefore(wish.starts())) {
            errors.add(new FieldError("ends", "team.leave.error.ends"));
        } else if (wish.starts() != null && wish.ends().isAfter(wish.starts().plusDays(LONGEST_DAYS))) {
            errors.add(new FieldError("ends", "team.leave.error.long", LONGEST_DAYS));
        }
        return errors;
    }

    /** One's own, as long as it has not been declined. */
    @Gesture
    public Outcome<Void> takeBack(UUID id) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        Optional<LeaveWish> wish = wishes.lockById(id).filter(found -> found.agent().equals(me));
        if (wish.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!wish.get().state().holds()) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        end(wish.get());
        return Outcome.done();
    }

    private void end(LeaveWish wish) {
        boolean awaited = wish.isAwaited();
        wish.takeBack();
        if (awaited && !process.takenBack(wish.id())) {
            throw new IllegalStateException("wish " + wish.id() + " is decided by nobody");
        }
        tell(wish, "takenBack");
    }

    /** By whom the task is for, who never decides on their own wish; for everybody else there is none. */
    @Gesture
    public Outcome<Void> decide(TaskRef task, UUID id, boolean agreed) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        Optional<LeaveWish> wish = wishes.lockById(id).filter(found -> !found.agent().equals(me));
        boolean theirs = wish.isPresent() && tasks.task(task).map(open -> open.process().equals(LeaveWishProcess.caseOf(id))
                && privateTasks.isFor(open)).orElseGet(() -> mayFollow(id));
        if (!theirs) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!wish.get().isAwaited()) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        wish.get().decide(agreed);
        tell(wish.get(), agreed ? "agreed" : "declined");
        if (!process.decided(task, id, agreed)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        return Outcome.done();
    }

    boolean mayFollow(UUID id) {
        return wishes.findById(id).flatMap(wish -> access.teamOf(wish.agent())).filter(access::sees).isPresent();
    }

    private UUID decider(UUID agent, UUID team) {
        return access.managersOf(team).stream().filter(manager -> !manager.equals(agent)).findFirst().orElse(null);
    }

    private void tell(LeaveWish wish, String what, Object... args) {
        journal.record(LeaveWishProcess.caseOf(wish.id()), Channel.STAFF, "journal.leave-wish." + what, args);
        access.teamOf(wish.agent()).ifPresent(team -> events.publishEvent(Teams.CHANGED.of(team)));
    }

    /** Who is in no team any more has no wishes; in another team its managers decide. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(AgentMoved event) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), network.zone());
        Set<UUID> ids = Stream.concat(wishes.findByAgentAndAwaitedTrue(event.account()).stream(), wishes.holding(
                List.of(event.account()), today, today.plusDays(2L * FURTHEST_DAYS)).stream()).map(LeaveWish::id)
                .collect(Collectors.toCollection(TreeSet::new));
        for (UUID id : ids) {
            LeaveWish locked = wishes.lockById(id).orElseThrow();
            if (event.to() == null) {
                end(locked);
            } else if (locked.isAwaited() && !event.to().equals(event.from())) {
                handTo(locked, event.to());
            }
        }
    }

    /** Of somebody who looks after teams. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(AccountClosed event) {
        if (access.isManager(event.account())) {
            follow(new TeamManagersChanged());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(TeamManagersChanged event) {
        wishes.findByAwaitedTrue().forEach(wish -> access.teamOf(wish.agent()).ifPresent(team -> handTo(wish, team)));
    }

    private void handTo(LeaveWish wish, UUID team) {
        UUID manager = decider(wish.agent(), team);
        List<UUID> managers = access.managersOf(team);
        tasks.of(LeaveWishProcess.caseOf(wish.id())).stream().filter(task -> task.person() == null ? manager != null
                : !managers.contains(task.person())).forEach(task -> {
                    if (manager == null) {
                        tasks.release(task.ref());
                    } else {
                        tasks.nameAnew(task.ref(), manager);
                    }
                });
    }
}

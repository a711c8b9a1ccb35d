package org.passerelle.team.returns.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.TeamRefusal;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Dates;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Start;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A return begins with a date, said by a manager of the team or by the agent; nothing else is asked. */
@Service
public class ReturnStart {

    /** A date further away than this is a slip of the finger. */
    static final int FURTHEST_DAYS = 730;

    private final WorkReturns returns;
    private final AgentRepository agents;
    private final TeamAccess teams;
    private final ReturnAccess access;
    private final ReturnToWorkProcess process;
    private final ReturnNews news;
    private final SignedIn signedIn;
    private final AppClock clock;

    ReturnStart(WorkReturns returns, AgentRepository agents, TeamAccess teams, ReturnAccess access, ReturnToWorkProcess process,
                ReturnNews news, SignedIn signedIn, AppClock clock) {
        this.returns = returns;
        this.agents = agents;
        this.teams = teams;
        this.access = access;
        this.process = process;
        this.news = news;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param awaySince or null: it is not asked for, and tells the table how long somebody was away */
    public record ReturnDates(LocalDate returnOn, LocalDate awaySince) {
    }

    /** For somebody of one's team. Refused with {@link CommonRefusal#FIELDS_WRONG} for the components of the dates. */
    @Gesture
    public Outcome<UUID> start(UUID agent, ReturnDates dates) {
        UUID me = signedIn.require(Role.MANAGER).accountId();
        Optional<Agent> locked = agents.lockById(agent).filter(found -> !agent.equals(me) && teams.manages(found.team()));
        if (locked.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        return refusal(locked.get(), dates).orElseGet(() -> Outcome.done(begin(List.of(locked.get()), me, dates).getFirst()));
    }

    /**
     * Those of these people who are of one's teams, and have no return under way; the others are passed over. A few statements for
     * all of them.
     *
     * @return how many have begun
     */
    @Gesture
    public int startSeveral(Collection<UUID> people, ReturnDates dates) {
        UUID me = signedIn.require(Role.MANAGER).accountId();
        List<Agent> locked = agents.lockAll(people.stream().filter(agent -> !agent.equals(me)).sorted().toList());
        Map<UUID, Boolean> managed = new HashMap<>();
        Set<UUID> underWay = returns.findByAgentInAndOutcomeIsNull(people).stream().map(WorkReturn::agent).collect(Collectors.toSet());
        List<Agent> fit = locked.stream().filter(agent -> managed.computeIfAbsent(agent.team(), teams::manages))
                .filter(agent -> !underWay.contains(agent.account()))
                .filter(agent -> errors(dates, access.timesAt(agent.branch())).isEmpty()).toList();
        return fit.isEmpty() ? 0 : begin(fit, me, dates).size();
    }

    /** Whether these dates hold for that person, before a list of returns begins with them; refused as {@link #start}. */
    @Transactional(readOnly = true)
    public Outcome<Void> check(UUID agent, ReturnDates dates) {
        signedIn.require(Role.MANAGER);
        if (teams.teamOf(agent).filter(teams::manages).isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        List<FieldError> errors = errors(dates, access.timesOf(agent));
        return errors.isEmpty() ? Outcome.done() : Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
    }

    /** One's own; whoever is in no team has nobody to come back to. */
    @Gesture
    public Outcome<UUID> announceMine(ReturnDates dates) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        Optional<Agent> mine = agents.lockById(me);
        if (mine.isEmpty()) {
            return Outcome.refused(TeamRefusal.IN_NO_TEAM, access.nameOf(me));
        }
        return refusal(mine.get(), dates).orElseGet(() -> Outcome.done(begin(List.of(mine.get()), null, dates).getFirst()));
    }

    private Optional<Outcome<UUID>> refusal(Agent agent, ReturnDates dates) {
        if (returns.findByAgentAndOutcomeIsNull(agent.account()).isPresent()) {
            return Optional.of(Outcome.refused(TeamRefusal.RETURN_UNDER_WAY, access.nameOf(agent.account())));
        }
        List<FieldError> errors = errors(dates, access.timesAt(agent.branch()));
        return errors.isEmpty() ? Optional.empty() : Optional.of(Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray()));
    }

    private List<UUID> begin(List<Agent> people, UUID manager, ReturnDates dates) {
        Instant now = clock.instant();
        Map<UUID, WorkReturn> begun = new LinkedHashMap<>();
        people.forEach(agent -> begun.put(agent.account(), new WorkReturn(agent.account(), agent.team(), manager != null ? manager
                : accompanying(agent.account(), agent.team()), dates.returnOn(), dates.awaySince(), now)));
        List<Start> starts = people.stream().map(agent -> {
            WorkReturn each = begun.get(agent.account());
            Dates asked = dates(access.timesAt(agent.branch()), now, dates.returnOn());
            each.askedUntil(asked.needsDue());
            return new Start(each.id(), agent.account(), each.manager().orElse(null), asked);
        }).toList();
        returns.saveAllAndFlush(begun.values());
        process.start(starts);
        news.announced(begun.values(), dates.returnOn());
        return begun.values().stream().map(WorkReturn::id).toList();
    }

    /** The first of the team's managers who is not the person themselves, or null where there is none. */
    UUID accompanying(UUID agent, UUID team) {
        return team == null ? null : teams.managersOf(team).stream().filter(manager -> !manager.equals(agent)).findFirst().orElse(null);
    }

    static Dates dates(ReturnTimes times, Instant now, LocalDate returnOn) {
        return new Dates(times.remindAt(now, returnOn), times.remindLastAt(now, returnOn), times.needsDue(now, returnOn),
                times.morningOf(returnOn), times.overAt(returnOn, now));
    }

    List<FieldError> errors(ReturnDates dates, ReturnTimes times) {
        LocalDate today = times.dayOf(clock.instant());
        List<FieldError> errors = new ArrayList<>();
        if (dates.returnOn() == null) {
            errors.add(new FieldError("returnOn", "team.error.returnOn"));
        } else if (dates.returnOn().isBefore(today) || dates.returnOn().isAfter(today.plusDays(FURTHEST_DAYS))) {
            errors.add(new FieldError("returnOn", "team.error.returnOnRange"));
        }
        if (dates.awaySince() != null && (dates.awaySince().isAfter(today)
                || dates.returnOn() != null && !dates.awaySince().isBefore(dates.returnOn()))) {
            errors.add(new FieldError("awaySince", "team.error.awaySince"));
        }
        return errors;
    }
}

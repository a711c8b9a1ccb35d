package org.passerelle.team.members.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.network.ClosedBranches;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.NotBackYet;
import org.passerelle.team.members.NotBackYet.Return;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.domain.LeaveWish;
import org.passerelle.team.members.domain.LeaveWishes;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.domain.Team;
import org.passerelle.team.members.domain.TeamRepository;
import org.passerelle.team.members.domain.WorkingDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a team is where, today and in the days to come: for its members and those who look after it. */
@Service
public class TeamPages {

    private static final int DAYS = 7;

    private final TeamRepository teams;
    private final AgentRepository agents;
    private final TeamAccess access;
    private final NotBackYet notBackYet;
    private final ClosedBranches closedBranches;
    private final LeaveWishes wishes;
    private final NetworkZone network;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final JdbcClient jdbc;

    TeamPages(TeamRepository teams, AgentRepository agents, TeamAccess access, NotBackYet notBackYet,
              ClosedBranches closedBranches, LeaveWishes wishes, NetworkZone network, SignedIn signedIn, AppClock clock, JdbcClient jdbc) {
        this.teams = teams;
        this.agents = agents;
        this.access = access;
        this.notBackYet = notBackYet;
        this.closedBranches = closedBranches;
        this.wishes = wishes;
        this.network = network;
        this.signedIn = signedIn;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * @param managed whether who is signed in looks after it
     * @param people  by name
     * @param days    today and those after it
     */
    public record Page(UUID team, String name, boolean managed, List<Person> people, List<Day> days) {

        public long today(Presence presence) {
            return people.stream().filter(person -> person.presence() == presence).count();
        }
    }

    /**
     * @param post   name, or null
     * @param share  of full time in percent; for managers, otherwise 100
     * @param hours  of today, or null where that day is not worked
     * @param backOn when somebody away is expected, or null where that is not known
     * @param easing shown to the person and their managers alone
     */
    public record Person(UUID account, String name, String branch, String post, int share, Presence presence, WorkingDay hours,
                         LocalDate backOn, boolean easing) {
    }

    /** @param minimum of people on site */
    public record Day(LocalDate date, int onSite, int telework, int minimum) {

        public int missing() {
            return Math.max(0, minimum - onSite);
        }
    }

    /** Empty where there is no such team for who is signed in. */
    @Transactional(readOnly = true)
    public Optional<Page> page(UUID id) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        boolean managed = access.manages(id);
        Optional<Team> team = teams.findById(id).filter(known -> managed || access.teamOf(me).filter(id::equals).isPresent());
        if (team.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), network.zone());
        Map<UUID, Agent> byAccount = agents.findByTeam(id).stream().collect(Collectors.toMap(Agent::account, Function.identity()));
        Map<UUID, Return> returns = notBackYet.among(byAccount.keySet());
        List<LeaveWish> granted = byAccount.isEmpty() ? List.of() : wishes.holding(byAccount.keySet(), today, today.plusDays(DAYS))
                .stream().filter(wish -> wish.state() == LeaveWish.State.AGREED || !team.get().approvesLeave()).toList();
        ClosedDays closed = ClosedDays.of(byAccount.values(), today, today.plusDays(DAYS), closedBranches);
        List<Person> people = names(id).stream().map(named -> {
            Return back = returns.getOrDefault(named.account(), Return.NONE);
            Agent agent = byAccount.get(named.account());
            return new Person(named.account(), named.name(), named.branch(), named.post(), managed ? agent.share() : 100,
                    presence(agent, back, granted, closed, today), agent.week().on(today).orElse(null),
                    back.there() ? leave(agent, granted, today).map(wish -> wish.ends().plusDays(1)).orElse(null) : back.backOn(),
                    back.isEasingInOn(today) && (managed || me.equals(named.account())));
        }).toList();
        List<Day> days = today.datesUntil(today.plusDays(DAYS))
                .map(date -> day(team.get(), date, byAccount, returns, granted, closed)).toList();
        return Optional.of(new Page(id, team.get().name(), managed, people, days));
    }

    private static Day day(Team team, LocalDate date, Map<UUID, Agent> people, Map<UUID, Return> returns,
                           List<LeaveWish> granted, ClosedDays closed) {
        Map<Presence, Long> counts = people.values().stream().collect(Collectors.groupingBy(agent -> presence(agent,
                returns.getOrDefault(agent.account(), Return.NONE), granted, closed, date), Collectors.counting()));
        return new Day(date, counts.getOrDefault(Presence.ON_SITE, 0L).intValue(),
                counts.getOrDefault(Presence.TELEWORK, 0L).intValue(), closed.minimum(team, people.values(), date));
    }

    private static Presence presence(Agent agent, Return back, List<LeaveWish> granted, ClosedDays closed, LocalDate date) {
        return Presence.on(date, agent.week(), closed.isClosedFor(agent, date),
                back.isAwayOn(date) || leave(agent, granted, date).isPresent(),
                back.teleworksOn(date) || wish(agent, granted, date, LeaveKind.TELEWORK).isPresent());
    }

    private static Optional<LeaveWish> leave(Agent agent, List<LeaveWish> granted, LocalDate date) {
        return wish(agent, granted, date, LeaveKind.LEAVE);
    }

    private static Optional<LeaveWish> wish(Agent agent, List<LeaveWish> granted, LocalDate date, LeaveKind kind) {
        return granted.stream().filter(wish -> wish.agent().equals(agent.account()) && wish.kind() == kind
                && !date.isBefore(wish.starts()) && !date.isAfter(wish.ends())).findFirst();
    }

    private record Named(UUID account, String name, String branch, String post) {
    }

    private List<Named> names(UUID team) {
        return jdbc.sql("""
                select g.account, a.display_name, b.name, p.name from app.team_agent g
                join app.account a on a.id = g.account join app.branch b on b.id = g.branch
                left join app.team_post p on p.id = g.post where g.team = ?
                order by a.display_name, g.account""").param(team)
                .query((row, i) -> new Named(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}

package org.passerelle.team.members.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.network.ClosedBranches;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
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
import org.passerelle.team.members.process.LeaveWishProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a team wishes to be away when, and what would be missing if all of it were granted: for the whole team to see. */
@Service
public class LeaveCalendar {

    private final TeamRepository teams;
    private final AgentRepository agents;
    private final LeaveWishes wishes;
    private final NotBackYet notBackYet;
    private final ClosedBranches closedBranches;
    private final TeamAccess access;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final NetworkZone network;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final JdbcClient jdbc;

    LeaveCalendar(TeamRepository teams, AgentRepository agents, LeaveWishes wishes, NotBackYet notBackYet,
                  ClosedBranches closedBranches, TeamAccess access, UserTasks tasks, PrivateTasks privateTasks, NetworkZone network,
                  SignedIn signedIn, AppClock clock, JdbcClient jdbc) {
        this.teams = teams;
        this.agents = agents;
        this.wishes = wishes;
        this.notBackYet = notBackYet;
        this.closedBranches = closedBranches;
        this.access = access;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.network = network;
        this.signedIn = signedIn;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** What stands in a person's day. */
    public enum Cell {
        PRESENT, TELEWORK, NOT_WORKING, AWAY, WISHED, AGREED
    }

    /** @param mine whether it is the person's who reads */
    public record Row(UUID account, String name, boolean mine, List<Cell> days) {
    }

    /** @param onSite if all were granted @param minimum of people on site */
    public record Day(LocalDate date, int onSite, int minimum) {

        public int missing() {
            return Math.max(0, minimum - onSite);
        }
    }

    /** @param mine whether who is signed in may take it back */
    public record Wished(UUID id, String name, LocalDate starts, LocalDate ends, LeaveKind kind, LeaveWish.State state, boolean mine) {
    }

    /** @param in whether who is signed in is in the team, and may wish */
    public record Page(UUID team, String name, boolean approval, boolean in, LocalDate from, List<Day> days, List<Row> rows,
                       List<Wished> wishes) {

        /** Days on which somebody would be missing if all were granted. */
        public List<Day> daysShort() {
            return days.stream().filter(day -> day.missing() > 0).toList();
        }
    }

    /** So many days from that one on; empty for whoever is neither in the team nor looks after it. */
    @Transactional(readOnly = true)
    public Optional<Page> page(UUID id, LocalDate from, int length) {
        signedIn.require(Role.AGENT);
        return teams.findById(id).filter(team -> access.sees(id)).map(team -> page(team, from, length));
    }

    /** So many days from the Monday of the next wish of somebody of that team on, or without one from that of this day; empty likewise. */
    @Transactional(readOnly = true)
    public Optional<Page> around(UUID id, UUID person, LocalDate day, int length) {
        signedIn.require(Role.AGENT);
        return teams.findById(id).filter(team -> access.sees(id)).map(team -> page(team,
                nextLeave(id, person).orElse(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), length));
    }

    /** Of nobody else: when others wish for days is their teams' to see. */
    private Optional<LocalDate> nextLeave(UUID team, UUID person) {
        return access.teamOf(person).filter(team::equals).flatMap(same -> wishes.holding(List.of(person), today(),
                today().plusDays(LeaveDesk.FURTHEST_DAYS)).stream().filter(wish -> wish.kind() == LeaveKind.LEAVE).findFirst())
                .map(LeaveWish::starts);
    }

    /** One's own that hold, from today on, in their order. */
    @Transactional(readOnly = true)
    public List<Wished> mine() {
        UUID me = signedIn.require(Role.AGENT).accountId();
        return wishes.holding(List.of(me), today(), today().plusDays(LeaveDesk.FURTHEST_DAYS)).stream().map(wish -> new Wished(wish.id(),
                name(me), wish.starts(), wish.ends(), wish.kind(), wish.state(), true)).toList();
    }

    /** The days around a wish that is to be decided on, for whom its task is. */
    @Transactional(readOnly = true)
    public Optional<Decision> decision(TaskRef task) {
        return tasks.task(task).filter(open -> open.process().processKey().equals(LeaveWishProcess.KEY)).filter(privateTasks::isFor)
                .flatMap(open -> wishes.findById(open.process().id())).flatMap(wish -> agents.findById(wish.agent())
                        .flatMap(agent -> teams.findById(agent.team())).map(team -> new Decision(wish.id(), wish.agent(), name(wish.agent()), wish.starts(),
                                wish.ends(), wish.kind(), page(team, wish.starts(), (int) wish.starts().datesUntil(wish.ends().plusDays(1))
                                        .count()))));
    }

    /** @param around the days that it is about */
    public record Decision(UUID id, UUID agent, String name, LocalDate starts, LocalDate ends, LeaveKind kind, Page around) {
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), network.zone());
    }

    private Page page(Team team, LocalDate from, int length) {
        UUID me = signedIn.require(Role.AGENT).accountId();
        List<LocalDate> dates = from.datesUntil(from.plusDays(length)).toList();
        Map<UUID, Agent> people = agents.findByTeam(team.id()).stream().collect(Collectors.toMap(Agent::account, agent -> agent));
        Map<UUID, String> names = names(team.id());
        Map<UUID, Return> returns = notBackYet.among(people.keySet());
        List<LeaveWish> holding = people.isEmpty() ? List.of() : wishes.holding(people.keySet(), from, dates.getLast());
        ClosedDays closed = ClosedDays.of(people.values(), from, dates.getLast(), closedBranches);
        List<Row> rows = new ArrayList<>();
        names.forEach((account, name) -> rows.add(new Row(account, name, account.equals(me), dates.stream()
                .map(date -> cell(people.get(account), returns.getOrDefault(account, Return.NONE), holding, closed, date)).toList())));
        List<Day> days = new ArrayList<>();
        for (int at = 0; at < dates.size(); at++) {
            int day = at;
            days.add(new Day(dates.get(at), (int) rows.stream().filter(row -> row.days().get(day) == Cell.PRESENT).count(),
                    closed.minimum(team, people.values(), dates.get(at))));
        }
        return new Page(team.id(), team.name(), team.approvesLeave(), names.containsKey(me), from, days, rows, holding.stream()
                .map(wish -> new Wished(wish.id(), names.get(wish.agent()), wish.starts(), wish.ends(), wish.kind(), wish.state(),
                        wish.agent().equals(me))).toList());
    }

    private static Cell cell(Agent agent, Return back, List<LeaveWish> wishes, ClosedDays closed, LocalDate date) {
        if (closed.isClosedFor(agent, date) || agent.week().on(date).isEmpty()) {
            // Nobody is missed on such a day, whether they are away or not.
            return Cell.NOT_WORKING;
        }
        Presence presence = Presence.on(date, agent.week(), false, back.isAwayOn(date),
                back.teleworksOn(date) || of(LeaveKind.TELEWORK, agent, wishes, date).isPresent());
        if (presence == Presence.AWAY) {
            return Cell.AWAY;
        }
        // Who is away is so whatever else there is on that day; who is at a meeting is at work.
        return of(LeaveKind.LEAVE, agent, wishes, date).map(leave -> leave.state() == LeaveWish.State.AGREED ? Cell.AGREED : Cell.WISHED)
                .orElse(presence == Presence.TELEWORK ? Cell.TELEWORK : Cell.PRESENT);
    }

    private static Optional<LeaveWish> of(LeaveKind kind, Agent agent, List<LeaveWish> wishes, LocalDate date) {
        return wishes.stream().filter(each -> each.kind() == kind && each.agent().equals(agent.account())
                && !date.isBefore(each.starts()) && !date.isAfter(each.ends())).findFirst();
    }

    private Map<UUID, String> names(UUID team) {
        Map<UUID, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                select g.account, a.display_name from app.team_agent g join app.account a on a.id = g.account where g.team = ?
                order by a.display_name, g.account""").param(team).query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    private String name(UUID account) {
        return jdbc.sql("select display_name from app.account where id = ?").param(account).query(String.class).optional().orElse("?");
    }
}

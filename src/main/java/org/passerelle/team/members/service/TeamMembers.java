package org.passerelle.team.members.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.team.TeamRefusal;
import org.passerelle.team.members.AgentMoved;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.domain.TeamRepository;
import org.passerelle.team.members.service.Teams.Someone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which team, and how they work there; said by the team's managers. */
@Service
public class TeamMembers {

    private final AgentRepository agents;
    private final TeamRepository teams;
    private final AccountRepository accounts;
    private final BranchRepository branches;
    private final Posts posts;
    private final TeamAccess access;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TeamMembers(AgentRepository agents, TeamRepository teams, AccountRepository accounts, BranchRepository branches, Posts posts,
                TeamAccess access, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.agents = agents;
        this.teams = teams;
        this.accounts = accounts;
        this.branches = branches;
        this.posts = posts;
        this.access = access;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How somebody works, for who may change it; with the version that was read. */
    public record Details(UUID account, String name, UUID team, AgentForm form, int version) {
    }

    @Transactional(readOnly = true)
    public Optional<Details> details(UUID account) {
        return agents.findById(account).filter(agent -> access.manages(agent.team())).map(agent -> new Details(account,
                nameOf(account), agent.team(), new AgentForm(agent.branch(), agent.post(), agent.share(), agent.week()),
                agent.version()));
    }

    /** Staff in no team, whose name has what is typed; at most fifty. For who looks after that team. */
    @Transactional(readOnly = true)
    public List<Someone> withoutTeam(UUID team, String typed) {
        access.requireManager(team);
        return jdbc.sql("""
                select a.id, a.display_name from app.account a
                where a.role <> 'PATRON' and not a.closed and strpos(app.search_form(a.display_name), app.search_form(?)) > 0
                    and not exists (select 1 from app.team_agent g where g.account = a.id)
                order by a.display_name, a.id limit 50""").param(typed == null ? "" : typed.strip())
                .query((row, i) -> new Someone(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    /** Refused with {@link CommonRefusal#FIELDS_WRONG} for the fields of the form, and those of its week. */
    @Gesture
    public Outcome<Void> place(UUID account, UUID team, AgentForm form) {
        access.requireManager(team);
        Optional<Account> person = accounts.lockById(account).filter(known -> known.role() != Role.PATRON && !known.isClosed());
        if (person.isEmpty() || !teams.existsById(team)) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        Optional<Agent> already = agents.lockById(account);
        if (already.isPresent()) {
            return Outcome.refused(TeamRefusal.IN_A_TEAM_ALREADY, person.get().displayName(),
                    teams.findById(already.get().team()).orElseThrow().name());
        }
        Outcome<Void> checked = check(form, null);
        if (checked.isDone()) {
            Agent agent = new Agent(account, team);
            agent.work(form.branch(), form.post(), form.share(), form.week());
            agents.save(agent);
            moved(account, null, team);
        }
        return checked;
    }

    /** The same for who is in the team. @param version as it was read */
    @Gesture
    public Outcome<Void> change(UUID account, int version, AgentForm form) {
        Optional<Agent> agent = agents.lockById(account);
        if (agent.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        access.requireManager(agent.get().team());
        if (agent.get().version() != version) {
            return Outcome.refused(CommonRefusal.CHANGED_MEANWHILE);
        }
        Outcome<Void> checked = check(form, agent.get().post());
        if (checked.isDone()) {
            agent.get().work(form.branch(), form.post(), form.share(), form.week());
            moved(account, agent.get().team(), agent.get().team());
        }
        return checked;
    }

    /** Teams that somebody may be given to. */
    @Transactional(readOnly = true)
    public List<Other> otherTeams(UUID team) {
        access.requireManager(team);
        return jdbc.sql("select id, name from app.team where id <> ? order by name collate \"und-x-icu\", id").param(team)
                .query((row, i) -> new Other(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    public record Other(UUID team, String name) {
    }

    /** From now on that team's managers look after the person, and those of this one no more. */
    @Gesture
    public Outcome<Void> moveTo(UUID account, UUID team) {
        Optional<Agent> agent = agents.lockById(account);
        if (agent.isEmpty() || !teams.existsById(team)) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        UUID before = agent.get().team();
        access.requireManager(before);
        if (!before.equals(team)) {
            agent.get().moveTo(team);
            moved(account, before, team);
        }
        return Outcome.done();
    }

    /** The person is in no team from now on; the account stays as it is. */
    @Gesture
    public Outcome<Void> remove(UUID account) {
        Optional<Agent> agent = agents.lockById(account);
        if (agent.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        access.requireManager(agent.get().team());
        leave(agent.get());
        return Outcome.done();
    }

    /** Who no longer works here is in no team. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(AccountClosed event) {
        if (accounts.findById(event.account()).filter(Account::isClosed).isPresent()) {
            agents.lockById(event.account()).ifPresent(this::leave);
        }
    }

    private void leave(Agent agent) {
        agents.delete(agent);
        moved(agent.account(), agent.team(), null);
    }

    private Outcome<Void> check(AgentForm form, UUID postBefore) {
        List<FieldError> errors = form.errors();
        if (form.branch() != null && !branches.existsById(form.branch())) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (form.post() != null && !form.post().equals(postBefore) && !posts.isUsed(form.post())) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        return errors.isEmpty() ? Outcome.done() : Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
    }

    private void moved(UUID account, UUID from, UUID to) {
        agents.flush();
        events.publishEvent(new AgentMoved(account, from, to));
        if (from != null) {
            events.publishEvent(Teams.CHANGED.of(from));
        }
        if (to != null && !to.equals(from)) {
            events.publishEvent(Teams.CHANGED.of(to));
        }
        events.publishEvent(Teams.CHANGED.any());
    }

    private String nameOf(UUID account) {
        return accounts.findById(account).map(Account::displayName).orElse("?");
    }
}

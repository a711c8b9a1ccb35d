package org.passerelle.team.members.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.TeamsLookedAfterChanged;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.team.TeamRefusal;
import org.passerelle.team.members.TeamManagersChanged;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.domain.Team;
import org.passerelle.team.members.domain.TeamRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams there are, and who looks after them. */
@Service
public class Teams {

    /** What screens of a team follow; its id is the team's. */
    public static final Topic.Kind CHANGED = new Topic.Kind("team");

    private final TeamRepository teams;
    private final AgentRepository agents;
    private final TeamAccess access;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final Duties duties;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Teams(TeamRepository teams, AgentRepository agents, TeamAccess access, SignedIn signedIn, SecurityRecord record,
          Duties duties, EntityManager entities, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.teams = teams;
        this.agents = agents;
        this.access = access;
        this.signedIn = signedIn;
        this.record = record;
        this.duties = duties;
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * @param seen     whether its page opens for who is signed in
     * @param arranged whether who is signed in says who looks after it
     */
    public record Listed(UUID id, String name, int people, List<String> managers, boolean seen, boolean arranged) {
    }

    /** An account with its owner's name. */
    public record Someone(UUID account, String name) {
    }

    /** By name: those that who is signed in is in or looks after; who arranges teams has all of them. */
    @Transactional(readOnly = true)
    public List<Listed> visible() {
        CurrentUser user = signedIn.require(Role.AGENT);
        boolean all = access.mayArrange();
        return jdbc.sql("""
                select t.id, t.name, (select count(*) from app.team_agent g where g.team = t.id),
                    array(select a.display_name from app.team_manager m join app.account a on a.id = m.account
                        where m.team = t.id and not a.closed order by a.display_name),
                    exists (select 1 from app.team_agent g where g.team = t.id and g.account = :me)
                        or :manager and exists (select 1 from app.team_manager m
                            where m.account = :me and (m.team is null or m.team = t.id)) as seen
                from app.team t order by t.name collate "und-x-icu", t.id""")
                .param("me", user.accountId()).param("manager", user.has(Role.MANAGER))
                .query((row, i) -> new Listed(row.getObject(1, UUID.class), row.getString(2), row.getInt(3),
                        List.of((String[]) row.getArray(4).getArray()), row.getBoolean(5), all))
                .list().stream().filter(team -> team.seen() || all).toList();
    }

    public boolean mayArrange() {
        return access.mayArrange();
    }

    public boolean mayNameNetworkManagers() {
        return access.mayNameNetworkManagers();
    }

    /** Every name that may be chosen to look after teams: managers and administrators whose account is open. */
    @Transactional(readOnly = true)
    public List<Someone> managersToChoose() {
        signedIn.require(Role.MANAGER);
        return jdbc.sql("""
                select id, display_name from app.account where role in ('MANAGER', 'ADMIN') and not closed
                order by display_name, id""").query((row, i) -> new Someone(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    /** What is said of a team; for those who may change it. */
    @Transactional(readOnly = true)
    public Optional<TeamForm> form(UUID id) {
        return teams.findById(id).filter(team -> mayChange(id))
                .map(team -> new TeamForm(team.name(), team.minimum(), access.namedFor(id), team.approvesLeave(), team.version()));
    }

    public boolean mayChange(UUID team) {
        return access.mayArrange() || access.manages(team);
    }

    /** Refused with {@link CommonRefusal#FIELDS_WRONG} for name and the days' fields. */
    @Gesture
    public Outcome<UUID> create(TeamForm form) {
        access.requireArranging();
        List<FieldError> errors = errors(form, null);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        Team team = new Team(form.name());
        team.change(form.name(), form.minimum(), form.leaveApproval());
        teams.saveAndFlush(team);
        nameManagers(team.id(), form.managers());
        changed(team.id());
        return Outcome.done(team.id());
    }

    /**
     * The same; where who looks after a team does not arrange teams, its managers stay whatever the form says.
     */
    @Gesture
    public Outcome<Void> change(UUID id, TeamForm form) {
        hold();
        Optional<Team> team = teams.findById(id);
        if (team.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!mayChange(id)) {
            throw new AccessDeniedException("may not change this team");
        }
        if (team.get().version() != form.version()) {
            return Outcome.refused(CommonRefusal.CHANGED_MEANWHILE);
        }
        List<FieldError> errors = errors(form, id);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        if (access.mayArrange() && nameManagers(id, form.managers())) {
            // Whoever has read other managers is told.
            entities.lock(team.get(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
        team.get().change(form.name(), form.minimum(), form.leaveApproval());
        changed(id);
        return Outcome.done();
    }

    /** A team without anybody in it; whoever holds a duty for it loses that, on record. */
    @Gesture
    public Outcome<Void> dissolve(UUID id) {
        access.requireArranging();
        hold();
        Optional<Team> team = teams.findById(id);
        if (team.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        int people = agents.countByTeam(id);
        if (people > 0) {
            return Outcome.refused(TeamRefusal.TEAM_NOT_EMPTY, people);
        }
        nameManagers(id, Set.of());
        // Whoever is just giving a duty for it is waited for: the table would drop that one in silence.
        jdbc.sql("select 1 from app.team where id = ? for update").param(id).query(Integer.class).single();
        duties.takeAllOf(new DutyScope.Team(id));
        teams.delete(team.get());
        changed(id);
        return Outcome.done();
    }

    @Transactional(readOnly = true)
    public Set<UUID> networkManagers() {
        signedIn.require(Role.ADMIN);
        return access.namedFor(null);
    }

    /** They look after every team from now on, on record. */
    @Gesture
    public Outcome<Void> nameNetworkManagers(Set<UUID> managers) {
        signedIn.require(Role.ADMIN);
        hold();
        nameManagers(null, managers);
        events.publishEvent(CHANGED.any());
        return Outcome.done();
    }

    /** Who changes teams waits for each other. */
    private void hold() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('teams', 0))").query(Integer.class).single();
    }

    /** @return whether they are others than before */
    private boolean nameManagers(UUID team, Set<UUID> wanted) {
        Set<UUID> known = new HashSet<>(jdbc.sql("select id from app.account where role in ('MANAGER', 'ADMIN') and not closed")
                .query(UUID.class).list());
        String name = team == null ? null : teams.findById(team).map(Team::name).orElse(null);
        Set<UUID> before = access.namedFor(team);
        Set<UUID> after = new HashSet<>(wanted);
        // Who was named and whose account is closed meanwhile does not come back by it, nor is named anew.
        after.retainAll(known);
        before.stream().filter(account -> !after.contains(account)).forEach(account -> {
            jdbc.sql("delete from app.team_manager where account = :account and team is not distinct from cast(:team as uuid)")
                    .param("account", account).param("team", team).update();
            record.recordTeam(SecurityRecord.Kind.TEAM_TAKEN, account, name);
            events.publishEvent(new TeamsLookedAfterChanged(account));
        });
        after.stream().filter(account -> !before.contains(account)).forEach(account -> {
            jdbc.sql("insert into app.team_manager (account, team) values (:account, cast(:team as uuid))")
                    .param("account", account).param("team", team).update();
            record.recordTeam(SecurityRecord.Kind.TEAM_GIVEN, account, name);
            events.publishEvent(new TeamsLookedAfterChanged(account));
        });
        if (!before.equals(after)) {
            events.publishEvent(new TeamManagersChanged());
        }
        return !before.equals(after);
    }

    private List<FieldError> errors(TeamForm form, UUID self) {
        List<FieldError> errors = new ArrayList<>();
        if (form.name().isEmpty()) {
            errors.add(new FieldError("name", "team.error.nameMissing"));
        } else if (form.name().length() > TeamForm.LONGEST_NAME) {
            errors.add(new FieldError("name", "team.error.nameLong", TeamForm.LONGEST_NAME));
        } else if (teams.findByNameIgnoreCase(form.name()).filter(other -> !other.id().equals(self)).isPresent()) {
            errors.add(new FieldError("name", "team.error.nameTaken"));
        }
        form.minimum().forEach((day, people) -> {
            if (people < 0 || people > TeamForm.MOST_PEOPLE) {
                errors.add(new FieldError(TeamForm.field(day), "team.error.minimum", TeamForm.MOST_PEOPLE));
            }
        });
        return errors;
    }

    private void changed(UUID team) {
        events.publishEvent(CHANGED.of(team));
        events.publishEvent(CHANGED.any());
    }
}

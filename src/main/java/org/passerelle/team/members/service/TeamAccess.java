package org.passerelle.team.members.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may what in which team. Managers have the teams they are listed for, network managers all; being an administrator
 * opens none. Members see theirs.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class TeamAccess {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;

    TeamAccess(JdbcClient jdbc, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
    }

    /** Whether who is signed in looks after that team. */
    public boolean manages(UUID team) {
        return signedIn.maybe().filter(user -> manages(user.accountId(), user.role(), team)).isPresent();
    }

    private boolean manages(UUID account, Role role, UUID team) {
        return isManager(role) && jdbc.sql("select exists (select 1 from app.team_manager where account = ? and (team is null or team = ?))")
                .params(account, team).query(Boolean.class).single();
    }

    private static boolean isManager(Role role) {
        return role == Role.MANAGER || role == Role.ADMIN;
    }

    /** Whether that account is listed to look after some team, or all. */
    public boolean isManager(UUID account) {
        return jdbc.sql("select exists (select 1 from app.team_manager where account = ?)").param(account).query(Boolean.class).single();
    }

    /** @throws AccessDeniedException unless who is signed in looks after that team */
    public CurrentUser requireManager(UUID team) {
        CurrentUser user = signedIn.require(Role.MANAGER);
        if (!manages(user.accountId(), user.role(), team)) {
            throw new AccessDeniedException("does not look after this team");
        }
        return user;
    }

    /** The team that somebody is in. */
    public Optional<UUID> teamOf(UUID account) {
        return jdbc.sql("select team from app.team_agent where account = ?").param(account).query(UUID.class).optional();
    }

    /** Whether who is signed in may see who of that team is where: its members and managers. */
    public boolean sees(UUID team) {
        return signedIn.maybe().filter(CurrentUser::isStaff)
                .filter(user -> teamOf(user.accountId()).filter(team::equals).isPresent() || manages(team)).isPresent();
    }

    /** Who opens teams and says who looks after them: administrators, and the network's managers. */
    public boolean mayArrange() {
        return signedIn.maybe().filter(user -> user.has(Role.ADMIN) || managesAll(user)).isPresent();
    }

    /** Who says which managers have every team: administrators alone, as for duties. */
    public boolean mayNameNetworkManagers() {
        return signedIn.maybe().filter(user -> user.has(Role.ADMIN)).isPresent();
    }

    private boolean managesAll(CurrentUser user) {
        return isManager(user.role()) && jdbc.sql("select exists (select 1 from app.team_manager where account = ? and team is null)")
                .param(user.accountId()).query(Boolean.class).single();
    }

    void requireArranging() {
        if (!mayArrange()) {
            throw new AccessDeniedException("does not arrange teams");
        }
    }

    /** Who looks after that team, the network's managers last; those whose account is closed are not among them. */
    public List<UUID> managersOf(UUID team) {
        return jdbc.sql("""
                select m.account from app.team_manager m join app.account a on a.id = m.account
                where (m.team = ? or m.team is null) and not a.closed and a.role in ('MANAGER', 'ADMIN')
                group by m.account, a.display_name order by bool_and(m.team is null), a.display_name, m.account""")
                .param(team).query(UUID.class).list();
    }

    /** Accounts named so, as they are shown. */
    Set<UUID> namedFor(UUID team) {
        return team == null ? jdbc.sql("select account from app.team_manager where team is null").query(UUID.class).set()
                : jdbc.sql("select account from app.team_manager where team = ?").param(team).query(UUID.class).set();
    }
}

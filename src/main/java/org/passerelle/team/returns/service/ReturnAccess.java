package org.passerelle.team.returns.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.AgentRepository;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose a return is: the agent's, and the managers' of the team. For everybody else, administrators and occupational health
 * included, there is none.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class ReturnAccess {

    private final WorkReturns returns;
    private final AgentRepository agents;
    private final BranchRepository branches;
    private final NetworkZone network;
    private final TeamAccess teams;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;

    ReturnAccess(WorkReturns returns, AgentRepository agents, BranchRepository branches, NetworkZone network, TeamAccess teams,
                 SignedIn signedIn, JdbcClient jdbc) {
        this.returns = returns;
        this.agents = agents;
        this.branches = branches;
        this.network = network;
        this.teams = teams;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
    }

    public boolean isMine(WorkReturn found) {
        return signedIn.maybe().filter(user -> user.isStaff() && found.agent().equals(user.accountId())).isPresent();
    }

    /** Nobody manages their own return. */
    public boolean manages(WorkReturn found) {
        return found.team() != null && !isMine(found) && teams.manages(found.team());
    }

    public boolean sees(WorkReturn found) {
        return isMine(found) || manages(found);
    }

    /** Whether who is signed in may follow that case. */
    boolean mayFollow(UUID id) {
        return returns.findById(id).filter(this::sees).isPresent();
    }

    Optional<WorkReturn> seen(UUID id) {
        return returns.findById(id).filter(this::sees);
    }

    Optional<WorkReturn> lockedForAgent(UUID id) {
        return returns.lockById(id).filter(this::isMine);
    }

    Optional<WorkReturn> lockedForBoth(UUID id) {
        return returns.lockById(id).filter(this::sees);
    }

    /** By the clock of the branch where that person works. */
    ReturnTimes timesOf(UUID agent) {
        return new ReturnTimes(branchOf(agent).map(Branch::zone).orElseGet(network::zone));
    }

    /** By the clock of that branch. */
    ReturnTimes timesAt(UUID branch) {
        return new ReturnTimes(branches.findById(branch).orElseThrow().zone());
    }

    Optional<Branch> branchOf(UUID agent) {
        return agents.findById(agent).map(Agent::branch).flatMap(branches::findById);
    }

    /** Where that person works, as it decides who holds a duty for them. */
    WorkSite siteOf(WorkReturn about) {
        return new WorkSite(branchOf(about.agent()).map(Branch::id).orElse(null), about.team());
    }

    /** Display names, in their order. */
    List<String> namesOf(Collection<UUID> accounts) {
        return jdbc.sql("select display_name from app.account where id = any(?) order by display_name")
                .param(accounts.toArray(UUID[]::new)).query(String.class).list();
    }

    List<String> administrators() {
        return jdbc.sql("select display_name from app.account where role = 'ADMIN' and not closed order by display_name")
                .query(String.class).list();
    }

    /** Display name of an account. */
    String nameOf(UUID account) {
        return jdbc.sql("select display_name from app.account where id = ?").param(account).query(String.class).optional()
                .orElse("?");
    }
}

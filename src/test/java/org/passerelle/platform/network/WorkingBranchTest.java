package org.passerelle.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Where somebody works at the moment. */
@PasserelleTest
class WorkingBranchTest {

    @Autowired
    WorkingBranch working;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;

    UUID canal;
    UUID port;

    @BeforeEach
    void twoBranches() {
        port = BranchFixture.branch(jdbc, "PORT");
        canal = BranchFixture.branch(jdbc, "CANAL");
    }

    @Test
    void whoHasNotChosenWorksAtTheFirstOfTheirBranchesByName() {
        assertThat(signedIn.runAs(account(Role.AGENT, port, canal), working::current)).contains(canal);
        assertThat(signedIn.runAs(account(Role.AGENT, port), working::current)).contains(port);
        assertThat(signedIn.runAs(account(Role.MANAGER, port), working::current)).contains(port);
        assertThat(signedIn.runAs(account(Role.MANAGER), working::current)).contains(canal);
        assertThat(signedIn.runAs(account(Role.AGENT), working::current)).isEmpty();
    }

    @Test
    void agentsChooseAmongTheirBranchesAndManagersAmongAll() {
        assertThat(signedIn.runAs(account(Role.AGENT, port), working::places)).extracting(Place::id).containsExactly(port);
        assertThat(signedIn.runAs(account(Role.MANAGER), working::places)).extracting(Place::id)
                .containsExactly(canal, port);
    }

    @Test
    void aChoiceIsRememberedWithTheAccount() {
        CurrentUser agent = account(Role.AGENT, port, canal);

        choose(agent, port);

        assertThat(signedIn.runAs(agent, working::current)).contains(port);
        assertThat(signedIn.runAs(agent, new WorkingBranch(jdbc, signedIn)::current)).as("after a restart").contains(port);
    }

    @Test
    void nobodyWorksWhereTheyDoNot() {
        CurrentUser agent = account(Role.AGENT, port);

        assertThatThrownBy(() -> choose(agent, canal)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedIn.runAs(account(Role.PATRON), working::places))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(working::current).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoNoLongerWorksThereWorksAtTheirFirstBranch() {
        CurrentUser agent = account(Role.AGENT, port, canal);
        choose(agent, port);

        CurrentUser moved = new CurrentUser(agent.accountId(), agent.displayName(), Role.AGENT, Set.of(canal), null);

        assertThat(signedIn.runAs(moved, working::current)).contains(canal);
    }

    @Test
    void goingFromScreenToScreenAsksNothing() {
        CurrentUser agent = account(Role.AGENT, port, canal);
        assertThat(Statements.during(() -> signedIn.runAs(agent, working::places))).hasSize(1);

        assertThat(Statements.during(() -> signedIn.runAs(agent, working::current))).isEmpty();
    }

    private void choose(CurrentUser by, UUID branch) {
        signedIn.runAs(by, () -> {
            working.choose(branch);
            return true;
        });
    }

    private CurrentUser account(Role role, UUID... branches) {
        Account account = accounts.save(new Account("user-" + UUID.randomUUID(), "", "Camille", role, null,
                Set.copyOf(Arrays.asList(branches))));
        return new CurrentUser(account.id(), "Camille", role, account.branches(), null);
    }
}

package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.platform.security.signin.SessionRevocation;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@PasserelleTest
class ClosedAccountsTest {

    @Autowired
    Staff staff;
    @Autowired
    LocalAccounts signIn;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SignedIn signedIn;

    private Account camille;

    @BeforeEach
    void anAgent() {
        camille = accounts.save(new Account("camille", "-", "Camille", Role.AGENT, null, Set.of()));
    }

    @Test
    void nobodySignsInWithAClosedAccount() {
        as(somebody(Role.MANAGER), () -> staff.close(camille.id())).value();

        assertThatThrownBy(() -> signIn.loadUserByUsername("camille")).isInstanceOf(UsernameNotFoundException.class);
        assertThat(as(somebody(Role.MANAGER), () -> staff.members(0, 10))).singleElement()
                .satisfies(member -> assertThat(member.closed()).isTrue());

        as(somebody(Role.MANAGER), () -> staff.reopen(camille.id())).value();

        assertThat(signIn.loadUserByUsername("camille").isAccountNonLocked()).isTrue();
    }

    @Test
    void openSessionsEndAtOnce() throws Exception {
        CurrentUser atSignIn = camille.asCurrentUser();
        assertThat(as(atSignIn, () -> signedIn.require(Role.AGENT))).isEqualTo(atSignIn);

        as(somebody(Role.MANAGER), () -> staff.close(camille.id())).value();

        assertThatThrownBy(() -> as(atSignIn, () -> signedIn.require(Role.AGENT)))
                .isInstanceOf(AccessDeniedException.class);
        SignedInAccount account = new SignedInAccount(atSignIn, "camille", "-", true);
        SecurityContextHolder.getContext().setAuthentication(
                new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
        MockHttpSession session = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");
        request.setSession(session);
        new SessionRevocation(signedIn).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void openSessionsEndEvenWhenTheDatabaseFailsJustAfterTheCommit() {
        CurrentUser atSignIn = camille.asCurrentUser();
        AtomicBoolean committed = new AtomicBoolean();

        Statements.watchedBy(sql -> {
            if (committed.get()) {
                throw new SQLException("planted before " + sql);
            }
            committed.set(sql.equals(Statements.Watcher.COMMIT));
        }, () -> as(somebody(Role.MANAGER), () -> staff.close(camille.id())).value());

        assertThat(committed).isTrue();
        assertThatThrownBy(() -> as(atSignIn, () -> signedIn.require(Role.AGENT)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoMayNotCloseAnAccount() {
        Account boss = accounts.save(new Account("boss", "-", "Boss", Role.MANAGER, null, Set.of()));
        Account patron = accounts.save(new Account("1001", "-", "Ada", Role.PATRON, UUID.randomUUID(), Set.of()));

        refused(somebody(Role.AGENT), camille.id());
        refused(somebody(Role.PATRON), camille.id());
        refused(somebody(Role.MANAGER), boss.id());
        refused(boss.asCurrentUser(), boss.id());
        assertThat(as(somebody(Role.ADMIN), () -> staff.close(boss.id())).isDone()).isTrue();
        assertThat(as(somebody(Role.ADMIN), () -> staff.close(patron.id())).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    private void refused(CurrentUser user, UUID account) {
        assertThatThrownBy(() -> as(user, () -> staff.close(account))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(user, () -> staff.reopen(account))).isInstanceOf(AccessDeniedException.class);
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    private static CurrentUser somebody(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null);
    }
}

package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.platform.security.signin.SessionRevocation;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** What a password that somebody else gave opens, and what becomes of the sessions that were open before. */
@PasserelleTest
class GivenPasswordsTest {

    private static final String PASSWORD = "un mot assez long";
    private static final String OTHER = "un autre mot assez long";

    @Autowired
    Staff staff;
    @Autowired
    OwnAccount own;
    @Autowired
    PatronSignIns patronSignIns;
    @Autowired
    LocalAccounts signIns;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AccountRepository accounts;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    TransactionTemplate transaction;

    private UUID jeanne;

    @BeforeEach
    void anAgentWithAPasswordOfHerOwn() {
        jeanne = accounts.save(new Account("jeanne", passwords.encode(PASSWORD), "Jeanne", Role.AGENT, null, Set.of()))
                .id();
    }

    @Test
    void aResetEndsTheOpenSessions() throws Exception {
        SignedInAccount before = signIn("jeanne");
        in(before, () -> signedIn.require(Role.AGENT));

        reset();

        assertThatThrownBy(() -> in(before, () -> signedIn.require(Role.AGENT))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> in(before, () -> own.choosePassword(PASSWORD, OTHER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(endsWithItsNextRequest(before)).isTrue();
        assertThat(endsWithItsNextRequest(signIn("jeanne"))).isFalse();
    }

    @Test
    void aGivenPasswordOpensNothingInTheServicesUntilItsOwnerHasChosenOne() {
        String given = reset();
        SignedInAccount jeannes = signIn("jeanne");
        SignedInAccount ofWhoeverKnowsIt = signIn("jeanne");

        assertThat(in(jeannes, own::mustChoosePassword)).isTrue();
        assertThatThrownBy(() -> in(jeannes, () -> signedIn.require(Role.AGENT))).isInstanceOf(AccessDeniedException.class);
        assertThat(in(jeannes, signedIn::maybe)).isEmpty();
        assertThat(in(jeannes, signedIn::person)).isPresent();

        in(jeannes, () -> own.choosePassword(given, OTHER)).value();

        assertThat(in(jeannes, own::mustChoosePassword)).isFalse();
        assertThatCode(() -> in(jeannes, () -> signedIn.require(Role.AGENT))).doesNotThrowAnyException();
        assertThat(in(ofWhoeverKnowsIt, signedIn::person)).isEmpty();
        assertThat(in(signIn("jeanne"), signedIn::maybe)).isPresent();

        reset();

        assertThat(in(jeannes, signedIn::person)).isEmpty();
        assertThat(in(signIn("jeanne"), own::mustChoosePassword)).isTrue();
    }

    @Test
    void whoChoosesAnotherPasswordEndsTheirOtherSessions() {
        SignedInAccount atTheDesk = signIn("jeanne");
        SignedInAccount atHome = signIn("jeanne");

        in(atTheDesk, () -> own.choosePassword(PASSWORD, OTHER)).value();

        assertThat(in(atTheDesk, signedIn::maybe)).isPresent();
        assertThat(in(atHome, signedIn::maybe)).isEmpty();
    }

    @Test
    void firstPasswordsAreGivenOnes() {
        as(Role.MANAGER, () -> staff.create(new Staff.NewMember("lou", "Lou", Role.AGENT, PASSWORD, Set.of()))).value();
        as(Role.AGENT, () -> transaction.execute(own -> patronSignIns.open(UUID.randomUUID(), "1001", "Ada", PASSWORD)))
                .value();

        assertThat(in(signIn("lou"), own::mustChoosePassword)).isTrue();
        assertThat(in(signIn("1001"), own::mustChoosePassword)).isTrue();
        assertThatThrownBy(() -> in(signIn("1001"), () -> signedIn.require(Role.PATRON)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private String reset() {
        return as(Role.MANAGER, () -> staff.resetPassword(jeanne)).value();
    }

    private SignedInAccount signIn(String username) {
        return (SignedInAccount) signIns.loadUserByUsername(username);
    }

    private boolean endsWithItsNextRequest(SignedInAccount session) throws Exception {
        MockHttpSession http = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");
        request.setSession(http);
        enter(session);
        new SessionRevocation(signedIn).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        SecurityContextHolder.clearContext();
        return http.isInvalid();
    }

    private static <T> T in(SignedInAccount session, Supplier<T> work) {
        enter(session);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void enter(SignedInAccount session) {
        SecurityContextHolder.getContext().setAuthentication(
                new UsernamePasswordAuthenticationToken(session, null, session.getAuthorities()));
    }

    private <T> T as(Role role, Supplier<T> work) {
        return signedIn.runAs(new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null), work);
    }
}

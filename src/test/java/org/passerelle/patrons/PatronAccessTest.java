package org.passerelle.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.CardTests;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.PatronSignIns.Access;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Whether a patron signs in, and with what, as an agent decides. */
class PatronAccessTest extends CardTests {

    @Autowired
    UserDetailsService signIns;
    @Autowired
    PasswordEncoder passwords;

    private UUID helene;

    @BeforeEach
    void aPatronWhoSignsIn() {
        helene = heleneWhoSignsIn();
    }

    @Test
    void whoHasLostThePasswordIsGivenAnother() {
        String given = asAgent(() -> access.resetPassword(helene)).value();

        String hash = signIns.loadUserByUsername("1001").getPassword();
        assertThat(passwords.matches(given, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD, hash)).isFalse();
    }

    @Test
    void aClosedAccessOpensNothingUntilItIsOpenedAgain() {
        CurrentUser herself = accounts.findByPatron(helene).orElseThrow().asCurrentUser();
        asAgent(() -> access.close(helene)).value();

        refused(herself, patrons::me);
        assertThat(asAgent(() -> access.of(helene))).isEqualTo(Access.CLOSED);
        assertThatThrownBy(() -> signIns.loadUserByUsername("1001")).isInstanceOf(UsernameNotFoundException.class);
        assertThat(asAgent(() -> access.open(helene, PASSWORD)).refusal()).isEqualTo(PatronRefusal.SIGNS_IN_ALREADY);

        asAgent(() -> access.reopen(helene)).value();

        assertThat(asAgent(() -> access.of(helene))).isEqualTo(Access.OPEN);
        assertThat(signedIn.runAs(herself, patrons::me).id()).isEqualTo(helene);
        assertThat(passwords.matches(PASSWORD, signIns.loadUserByUsername("1001").getPassword())).isTrue();
    }

    @Test
    void whoHasNoAccessHasNothingToResetOrClose() {
        UUID other = UUID.randomUUID();

        assertThat(asAgent(() -> access.of(other))).isEqualTo(Access.NONE);
        assertThat(asAgent(() -> access.resetPassword(other)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(asAgent(() -> access.close(other)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(asAgent(() -> access.reopen(other)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void patronsHaveNoHandInIt() {
        CurrentUser herself = new CurrentUser(UUID.randomUUID(), "Hélène", Role.PATRON, Set.of(), helene);

        refused(herself, () -> access.of(helene));
        refused(herself, () -> access.open(helene, PASSWORD));
        refused(herself, () -> access.resetPassword(helene));
        refused(herself, () -> access.close(helene));
        refused(herself, () -> access.reopen(helene));
    }

    private void refused(CurrentUser user, Supplier<?> work) {
        assertThatThrownBy(() -> signedIn.runAs(user, work)).isInstanceOf(AccessDeniedException.class);
    }
}

package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.domain.PatronCategory;
import org.passerelle.circulation.service.PatronAccess;
import org.passerelle.circulation.service.PatronForm;
import org.passerelle.circulation.service.Patrons;
import org.passerelle.circulation.ui.PatronsView;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.security.AccountRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.PatronSignIns.Access;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

@PasserelleTest
class PatronAccessTest extends ScreenTest {

    private static final String FIRST = "un mot assez long";
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(), null);

    @Autowired
    Patrons patrons;
    @Autowired
    PatronAccess access;
    @Autowired
    UserDetailsService signIns;
    @Autowired
    AccountRepository accounts;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    SignedIn signedIn;

    private UUID helene;

    @BeforeEach
    void aPatronWhoSignsIn() {
        helene = asAgent(() -> patrons.create(new PatronForm("1001", "Hélène", "Ferrand", PatronCategory.ADULT, null, null,
                false, Locale.FRENCH, false))).value();
        asAgent(() -> access.open(helene, FIRST)).value();
    }

    @Test
    void whoHasLostThePasswordIsGivenAnother() {
        String given = asAgent(() -> access.resetPassword(helene)).value();

        String hash = signIns.loadUserByUsername("1001").getPassword();
        assertThat(passwords.matches(given, hash)).isTrue();
        assertThat(passwords.matches(FIRST, hash)).isFalse();
    }

    @Test
    void aClosedAccessOpensNothingUntilItIsOpenedAgain() {
        CurrentUser herself = accounts.findByPatron(helene).orElseThrow().asCurrentUser();
        asAgent(() -> access.close(helene)).value();

        refused(herself, patrons::me);
        assertThat(asAgent(() -> access.of(helene))).isEqualTo(Access.CLOSED);
        assertThatThrownBy(() -> signIns.loadUserByUsername("1001")).isInstanceOf(UsernameNotFoundException.class);
        assertThat(asAgent(() -> access.open(helene, FIRST)).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);

        asAgent(() -> access.reopen(helene)).value();

        assertThat(asAgent(() -> access.of(helene))).isEqualTo(Access.OPEN);
        assertThat(signedIn.runAs(herself, patrons::me).id()).isEqualTo(helene);
        assertThat(passwords.matches(FIRST, signIns.loadUserByUsername("1001").getPassword())).isTrue();
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
        refused(herself, () -> access.open(helene, FIRST));
        refused(herself, () -> access.resetPassword(helene));
        refused(herself, () -> access.close(helene));
        refused(herself, () -> access.reopen(helene));
    }

    @Test
    void anAgentDoesItFromThePatronsPage() {
        signIn(AGENT);
        navigate("patrons/" + helene, PatronsView.class);

        assertThat(buttons("Ouvrir l’accès en ligne")).noneMatch(open -> open.isVisible());
        button("Nouveau mot de passe").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("Nouveau mot de passe, à donner de vive voix"));
        button("Fermer l’accès").click();
        assertThat(texts()).contains("L’accès est fermé, et ses sessions sont terminées.");
        button("Rouvrir l’accès").click();
        assertThat(asAgent(() -> access.of(helene))).isEqualTo(Access.OPEN);
    }

    private void refused(CurrentUser user, Supplier<?> work) {
        assertThatThrownBy(() -> signedIn.runAs(user, work)).isInstanceOf(AccessDeniedException.class);
    }

    private <T> T asAgent(Supplier<T> work) {
        return signedIn.runAs(AGENT, work);
    }
}

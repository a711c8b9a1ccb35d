package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.AccountRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patron and the account they sign in with change together, or not at all. */
@PasserelleTest
class PatronFailurePointsTest {

    /** One or two rows, and no engine. */
    private static final int FEWEST_POINTS = 3;
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(), null);

    @Autowired
    Patrons patrons;
    @Autowired
    PatronAccess access;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;

    UUID helene;

    @BeforeEach
    void aPatronWhoSignsIn() {
        helene = asAgent(() -> patrons.create(form("1001", "Ferrand"))).value();
        asAgent(() -> access.open(helene, "un mot assez long")).value();
    }

    @Test
    void enteringAPatron() {
        allOrNothing(() -> patrons.create(form("2002", "Kowalczyk")));
    }

    @Test
    void aNewCardIsTheNewNameToSignInWith() {
        allOrNothing(() -> patrons.change(helene, 0, form("2002", "Ferrand")));

        assertThat(accounts.findByUsernameIgnoreCase("2002")).isPresent();
    }

    @Test
    void tellingHowToBeReached() {
        CurrentUser herself = accounts.findByPatron(helene).orElseThrow().asCurrentUser();

        FailurePoints.allOrNothing(jdbc, FEWEST_POINTS, () -> signedIn.runAs(herself,
                () -> patrons.reachMeBy(0, new Patrons.Contact("h@example.org", null, false, Locale.ENGLISH))));
    }

    @Test
    void openingTheAccess() {
        UUID zoe = asAgent(() -> patrons.create(form("2002", "Kowalczyk"))).value();

        allOrNothing(() -> access.open(zoe, "un mot assez long"));
    }

    @Test
    void givingAPasswordClosingAndOpeningAgain() {
        upToItsCommit(() -> access.resetPassword(helene));
        upToItsCommit(() -> access.close(helene));
        upToItsCommit(() -> access.reopen(helene));
    }

    private void allOrNothing(Supplier<Outcome<?>> gesture) {
        FailurePoints.allOrNothing(jdbc, FEWEST_POINTS, () -> asAgent(gesture));
    }

    private void upToItsCommit(Supplier<Outcome<?>> gesture) {
        FailurePoints.allOrNothingUpToItsCommit(jdbc, FEWEST_POINTS, () -> asAgent(gesture));
    }

    private <T> T asAgent(Supplier<T> work) {
        return signedIn.runAs(AGENT, work);
    }

    private static PatronForm form(String card, String lastName) {
        return new PatronForm(card, "Hélène", lastName, PatronCategory.ADULT, null, null, false, Locale.FRENCH, false);
    }
}

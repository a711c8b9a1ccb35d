package org.passerelle.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.CardTests;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.FailurePoints;

/** A patron and the account they sign in with change together, or not at all. */
class PatronFailurePointsTest extends CardTests {


    UUID helene;

    @BeforeEach
    void aPatronWhoSignsIn() {
        helene = heleneWhoSignsIn();
    }

    @Test
    void enteringAPatron() {
        allOrNothing(() -> patrons.create(form("2002", "Zoé", "Kowalczyk")));
    }

    @Test
    void aNewCardIsTheNewNameToSignInWith() {
        allOrNothing(() -> patrons.change(helene, 0, form("2002", "Hélène", "Ferrand")));

        assertThat(accounts.findByUsernameIgnoreCase("2002")).isPresent();
    }

    @Test
    void tellingHowToBeReached() {
        CurrentUser herself = accounts.findByPatron(helene).orElseThrow().asCurrentUser();

        FailurePoints.allOrNothing(jdbc, () -> signedIn.runAs(herself,
                () -> patrons.reachMeBy(0, new Patrons.Contact("h@example.org", null, false, Locale.ENGLISH))));
    }

    @Test
    void openingTheAccess() {
        UUID zoe = asAgent(() -> patrons.create(form("2002", "Zoé", "Kowalczyk"))).value();

        allOrNothing(() -> access.open(zoe, PASSWORD));
    }

    @Test
    void givingAPasswordClosingAndOpeningAgain() {
        upToItsCommit(() -> access.resetPassword(helene));
        upToItsCommit(() -> access.close(helene));
        upToItsCommit(() -> access.reopen(helene));
    }

    private void allOrNothing(Supplier<Outcome<?>> gesture) {
        FailurePoints.allOrNothing(jdbc, () -> asAgent(gesture));
    }

    private void upToItsCommit(Supplier<Outcome<?>> gesture) {
        FailurePoints.allOrNothingUpToItsCommit(jdbc, () -> asAgent(gesture));
    }
}

package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.support.browser.Browser;

/** A patron collects a bag, with a phone in the hand. */
class PickupJourney extends DriveStage {

    @Test
    void theBagIsReadyItIsSaidWhoIsHereAndWhatIsLentIsAtHome(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "jeanne-" + own);
        assertThat(phone.getByText("Votre sac est prêt").first()).isVisible();
        assertThat(phone.getByText(made.code()).first()).isVisible();
        assertThat(phone.getByAltText("Code QR de " + made.code())).isVisible();
        check(phone, "pickup-home");

        clock.setTo(made.slotStartsAt());
        phone.navigate("");
        phone.getByText("Je suis arrivé").click();
        assertThat(phone.getByText("Nous savons que vous êtes là").first()).isVisible();
        check(phone, "pickup-here");
        drive.handOverAll(agent, made.id()).value();
        assertThat(phone.getByText("À rendre").first()).isVisible();
        assertThat(phone.getByText("Germinal " + own)).isVisible();
        check(phone, "pickup-at-home");
    }
}

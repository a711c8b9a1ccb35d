package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.support.browser.Browser;

/** A desk's screen at 200 %, which leaves half of it: nothing stands beside the page. */
class ZoomJourney extends DriveStage {

    @Test
    void atTwiceTheSizeThePageStillFitsItsScreen(Browser browser) {
        ReservationDetails made = readyBag();
        clock.setTo(made.slotStartsAt());
        drive.by(agent, () -> drive.reservations.arrived(made.id())).value();
        Page desk = browser.open(Locale.FRANCE, 640, 400, ColorScheme.LIGHT);
        browser.signIn(desk, "camille-" + own);
        for (String screen : List.of("", "inbox", "drive", "returns", "reserve", "quarantine", "catalogue",
                "reservation/" + made.id().value())) {
            desk.navigate(screen);
            assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first()).isVisible();
            check(desk, "zoom-" + screen.replaceAll("/.*", ""));
        }
    }
}

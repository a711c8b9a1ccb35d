package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.support.browser.Browser;

/** Where somebody works standing, and at a desk whose screen is set to 200 %, which leaves half of it: no page is wider. */
class SmallScreensJourney extends DriveStage {

    private String reservation;

    @BeforeEach
    void somebodyWaitsOutsideAndSomebodyIsToBeCalled() {
        drive.reserve(drive.patronByPhone("Huguette", "Marchal" + own), branch, Drive.SLOT, drive.title(branch, "Nana " + own, 1));
        ReservationDetails made = readyBag();
        clock.setTo(made.slotStartsAt());
        drive.by(agent, () -> drive.reservations.arrived(made.id())).value();
        reservation = "reservation/" + made.id().value();
    }

    @Test
    void atTwiceTheSizeEachPageFitsItsScreen(Browser browser) {
        look(browser.open(Locale.FRANCE, 640, 400, ColorScheme.LIGHT), browser, "zoom-");
    }

    @Test
    void inTheHandEachPageFitsItsScreen(Browser browser) {
        look(browser.open(Locale.UK, 390, 844, ColorScheme.DARK), browser, "standing-");
    }

    private void look(Page page, Browser browser, String name) {
        browser.signIn(page, "camille-" + own);
        for (String screen : List.of("", "inbox", "drive", "returns", "reserve", "quarantine", "catalogue", reservation)) {
            page.navigate(screen);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first()).isVisible();
            check(page, name + screen.replaceAll("/.*", ""));
        }
    }
}

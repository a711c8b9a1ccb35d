package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.field;
import static org.passerelle.support.browser.Screen.settled;
import static org.passerelle.support.browser.Screen.wedge;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.ui.home.HomeView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;

/** An agent's morning without a mouse: keyboard and scanner from the sign-in to the handover, which is taken back once. */
@LooksAt(HomeView.class)
class MorningJourney extends DriveStage {

    private static final int MOST_TABS = 60;

    @Test
    void somebodyIsServedByKeyboardAndScannerAlone(Browser browser) {
        ReservationDetails made = see(drive.reserve(patron, branch, Drive.SLOT, title));
        Page desk = browser.desk(Locale.FRANCE);
        signInByKeyboard(desk);
        go(desk, "mes tâches");

        heading(desk, "Préparer les documents");
        assertThat(desk.locator(".scan input")).isFocused();
        wedge(desk, made.lines().getFirst().barcode(), "Enter");
        assertThat(desk.locator(".scan.good")).isVisible();
        desk.keyboard().press("Escape");
        desk.keyboard().press("e");
        heading(desk, "Préparer le sac");
        tabTo(desk, field(desk, "Emplacement du sac"));
        desk.keyboard().type("B2");
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".undo-bar")).containsText("sac prêt, B2");

        clock.setTo(made.slotStartsAt());
        desk.keyboard().press("Control+k");
        wedge(desk, made.code(), "Enter");
        desk.waitForURL("**/reservation/" + made.id().value());
        tabTo(desk, button(desk, "Arrivé"));
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".undo-bar")).containsText("est au drive");
        check(desk, "morning-arrived");
        handOver(desk);
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        desk.keyboard().press("Control+z");
        assertThat(desk.getByText("noté, le sac n’a pas été remis")).isVisible();
        assertThat(see(made.id()).outcome()).isNull();
        handOver(desk);
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        check(desk, "morning-handed-over");
        assertThat(desk.locator(".story").first()).containsText("Le sac n’a finalement pas été remis");
    }

    private void signInByKeyboard(Page desk) {
        desk.navigate("login");
        assertThat(desk.locator("input[name=username]")).isFocused();
        check(desk, "morning-sign-in");
        desk.keyboard().type("camille-" + own);
        desk.keyboard().press("Tab");
        desk.keyboard().type(People.PASSWORD);
        desk.keyboard().press("Enter");
        assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Aujourd’hui"))).isVisible();
        settled(desk);
        check(desk, "morning-home");
    }

    /** To the screen of that name. */
    private static void go(Page desk, String words) {
        desk.keyboard().press("Control+k");
        desk.keyboard().type(words);
        assertThat(desk.getByRole(AriaRole.OPTION)).hasCount(1);
        desk.keyboard().press("Enter");
        desk.waitForURL("**/inbox/**");
    }

    private static void heading(Page desk, String task) {
        assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(task).setLevel(2))).isVisible();
        check(desk, "morning-" + task.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    }

    private static void handOver(Page desk) {
        tabTo(desk, button(desk, "Remettre le sac"));
        desk.keyboard().press("Enter");
        assertThat(desk.getByRole(AriaRole.DIALOG)).containsText("Germinal");
        // Until the dialog has taken the focus, Enter is the button's that opened it.
        desk.waitForFunction("() => document.querySelector('[role=dialog]')?.matches(':focus-within')");
        desk.keyboard().press("Enter");
        assertThat(desk.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(desk.locator(".undo-bar")).containsText("1 document remis sur 1.");
    }

    private static void tabTo(Page desk, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int tabs = 0; !(Boolean) wanted.evaluate("element => element.matches(':focus-within')"); tabs++) {
            assertThat(tabs).as("tabs to %s", wanted).isLessThan(MOST_TABS);
            desk.keyboard().press("Tab");
        }
    }
}

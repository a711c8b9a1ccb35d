package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.settled;
import static org.passerelle.support.browser.Screen.wedge;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.People;

/** From wherever one is to whatever is scanned or looked for, by the keyboard alone; and what a broken line says. */
class SearchJourney extends DriveStage {

    private static final String FIELD = ".search-box > input";
    private static final String SCAN = ".scan input";
    private static final Keyboard.TypeOptions BY_HAND = new Keyboard.TypeOptions().setDelay(130);

    @Test
    void aCardScannedIntoTheFieldOpensItsPatronAndNameAndCodeLeadThereToo(Browser browser) {
        drive.reserve(patron, branch, Drive.SLOT, title);
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("catalogue");
        assertThat(desk.locator(FIELD)).isVisible();
        settled(desk);

        desk.keyboard().press("Control+k");
        assertThat(desk.locator(FIELD)).isFocused();
        wedge(desk, patron.cardNumber(), "Tab");
        desk.waitForURL("**/patrons/" + patron.id());
        assertThat(desk.locator(FIELD)).hasValue("");

        desk.keyboard().press("/");
        assertThat(desk.locator(FIELD)).isFocused();
        desk.keyboard().type("ferrand" + own, BY_HAND);
        // Names alike of other journeys may stand below.
        assertThat(desk.getByRole(AriaRole.OPTION).first()).containsText("Ferrand" + own);
        check(desk, "search-results");
        desk.keyboard().press("ArrowDown");
        assertThat(desk.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-selected", "true");
        assertThat(desk.getByRole(AriaRole.OPTION).first()).containsText("Prendre en rayon");
        desk.keyboard().press("Enter");
        desk.waitForURL("**/reservation/**");

        desk.keyboard().press("Control+k");
        desk.keyboard().type("xyz99");
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".search-nothing")).containsText("Rien trouvé");
        check(desk, "search-nothing");
    }

    @Test
    void whatIsScannedWhereNoFieldWaitsForItIsLookedForAndOnAHalfFilledPageShown(Browser browser) {
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("");
        assertThat(desk.locator(FIELD)).isVisible();
        settled(desk);
        wedge(desk, patron.cardNumber(), "Enter");
        desk.waitForURL("**/patrons/" + patron.id());

        desk.navigate("catalogue");
        settled(desk);
        desk.locator("h1").click();
        wedge(desk, patron.cardNumber(), "Enter");
        assertThat(desk.getByRole(AriaRole.OPTION).first()).containsText("Ferrand" + own);
        Assertions.assertThat(desk.url()).contains("catalogue");
    }

    @Test
    void besideAScanFieldTheKeysOfTheFrameLiveAndEscapeGoesBack(Browser browser) {
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        Locator scan = desk.locator(SCAN);
        assertThat(scan).isFocused();
        settled(desk);

        desk.keyboard().press("Control+k");
        assertThat(desk.locator(FIELD)).isFocused();
        desk.keyboard().press("Escape");
        assertThat(scan).isFocused();
        desk.keyboard().press("Escape");
        desk.keyboard().press("/");
        assertThat(desk.locator(FIELD)).isFocused();
        desk.keyboard().press("Escape");

        desk.keyboard().press("?");
        Locator help = desk.getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("Scannez chaque document rendu");
        check(desk, "help");
        desk.keyboard().press("Escape");
        assertThat(help).hasCount(0);
    }

    @Test
    void onAPhoneTheFieldOpensOverTheBar(Browser browser) {
        Page phone = browser.phone(Locale.UK);
        browser.signIn(phone, "jeanne-" + own);
        phone.navigate("catalogue");
        button(phone, "Scan or search").click();
        assertThat(phone.locator(FIELD)).isFocused();
        phone.keyboard().type("germinal " + own, BY_HAND);
        assertThat(phone.getByRole(AriaRole.OPTION)).hasCount(1);
        check(phone, "search-phone");
        phone.keyboard().press("Enter");
        phone.waitForURL("**/title/" + title);
        check(phone, "search-title-phone");
    }

    @Test
    void offLineIsSaidInThePersonsLanguageWithWhatIsKept(Browser browser) {
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        assertThat(desk.locator(SCAN)).isFocused();

        desk.context().setOffline(true);

        Locator told = desk.locator("vaadin-connection-indicator .v-status-message");
        assertThat(told).containsText("Ce que vous avez tapé reste à l’écran");
        desk.context().setOffline(false);
        assertThat(desk.locator("vaadin-connection-indicator[offline]")).hasCount(0);
    }

    @Test
    void aSessionThatHasEndedIsSaidOnAnyScreenAndTheWayBackLeadsToTheSameAddress(Browser browser) {
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("title/" + title);
        assertThat(desk.locator("h1")).containsText("Germinal");
        check(desk, "session-ended-title");
        desk.navigate("patrons/" + patron.id());
        assertThat(desk.locator(FIELD)).isVisible();
        theSessionEnds(desk);

        desk.keyboard().press("Control+k");
        desk.keyboard().type("ferrand", BY_HAND);

        assertThat(desk.locator(".v-system-error")).containsText("Votre session est terminée");
        Locator again = desk.locator(".v-system-error a");
        assertThat(again).hasText("Se reconnecter et revenir ici");
        again.click();
        desk.waitForURL("**/login");
        check(desk, "session-ended-login");
        desk.locator("input[name=username]").fill("camille-" + own);
        desk.locator("input[name=password]").fill(People.PASSWORD);
        desk.locator("vaadin-login-form vaadin-button[slot=submit]").click();
        desk.waitForURL("**/patrons/" + patron.id() + "*");
    }

    /** The browser asks with a session that the server does not know any more. */
    private static void theSessionEnds(Page page) {
        List<Cookie> kept = page.context().cookies();
        kept.forEach(cookie -> cookie.value = "ended");
        page.context().clearCookies();
        page.context().addCookies(kept);
    }
}

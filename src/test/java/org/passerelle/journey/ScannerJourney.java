package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.scan;
import static org.passerelle.support.browser.Screen.wedge;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.browser.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A scanner types faster than a server answers, and waits for nobody. */
class ScannerJourney extends DriveStage {

    private static final String SCAN = ".scan input";

    @Autowired
    QuarantineRoom room;

    @Override
    UUID open(String code) {
        return room.branch(code);
    }

    @Test
    void aPileScannedFasterThanItIsAnsweredIsTakenInToTheLast(Browser browser) {
        List<String> pile = pile(30);
        Page desk = returns(browser);

        pile.forEach(code -> type(desk, code));

        assertThat(desk.getByText("30 documents sur cet écran")).isVisible();
        Assertions.assertThat(pile).extracting(room::placeOf).containsOnly(PlaceKind.QUARANTINE);
        assertThat(desk.locator(".scan input")).hasValue("");
        check(desk, "returns-pile");
    }

    @Test
    void aScannerMayEndWithTabAndTheFocusStaysWhereTheNextCodeGoes(Browser browser) {
        List<String> pile = pile(2);
        Page desk = returns(browser);

        pile.forEach(code -> {
            wedge(desk, "a" + code.toLowerCase(Locale.ROOT), "Tab");
        });

        assertThat(desk.getByText("2 refusés")).isVisible();
        pile.forEach(code -> {
            wedge(desk, "]C1" + code.toLowerCase(Locale.ROOT), "Tab");
        });
        assertThat(desk.getByText("2 documents sur cet écran")).isVisible();
        assertThat(desk.locator(SCAN)).isFocused();
        assertThat(desk.locator(SCAN)).hasValue("");
        desk.keyboard().press("Tab");
        assertThat(desk.locator(SCAN)).not().isFocused();
        check(desk, "returns-tab");
    }

    @Test
    void aCodeScannedWhileTheFocusIsNowhereGoesIntoTheFieldAndNoneConfirmsADialog(Browser browser) {
        List<String> pile = pile(3);
        Page desk = returns(browser);
        scan(desk, pile.getFirst());
        assertThat(desk.getByText("1 document sur cet écran")).isVisible();

        desk.locator("h1").click();
        type(desk, pile.get(1));
        assertThat(desk.getByText("2 documents sur cet écran")).isVisible();
        desk.locator("vaadin-button[aria-label^='Annuler, ']").focus();
        type(desk, pile.getLast());
        assertThat(desk.getByText("3 documents sur cet écran")).isVisible();

        desk.locator("vaadin-button[aria-label^='Fermer, ']").first().click();
        Locator harmless = desk.locator("vaadin-button[slot=cancel-button]");
        assertThat(harmless).isFocused();
        type(desk, pile.getFirst());
        assertThat(confirm(desk)).isVisible();
        assertThat(harmless).isFocused();
        confirm(desk).focus();
        type(desk, pile.getFirst());
        assertThat(confirm(desk)).isVisible();
        desk.keyboard().press("Enter");
        assertThat(confirm(desk)).isHidden();
        assertThat(desk.locator(".message-done")).isVisible();
        assertThat(desk.locator(SCAN)).isFocused();
        check(desk, "returns-sealed");
    }

    @Test
    void whatIsScannedWhenTheSessionHasEndedIsListedToBeScannedAgain(Browser browser) {
        List<String> pile = pile(2);
        Page desk = returns(browser);
        desk.context().clearCookies();

        pile.forEach(code -> type(desk, code));

        assertThat(desk.locator(".v-system-error")).isVisible();
        assertThat(desk.locator(".scan-unanswered li")).hasText(pile.toArray(String[]::new));
        desk.locator(".v-system-error").click();
        desk.waitForURL("**/login");
        check(desk, "returns-session-ended");
        browser.signIn(desk, "camille-" + own);
        desk.navigate("returns");
        assertThat(desk.locator(".scan-unanswered li")).hasText(pile.toArray(String[]::new));
        check(desk, "returns-unanswered");

        type(desk, pile.getFirst());
        assertThat(desk.locator(".scan-unanswered li")).hasText(new String[] {pile.getLast()});
        type(desk, pile.getLast());
        assertThat(desk.locator(".scan-unanswered li")).hasCount(0);
        Assertions.assertThat(pile).extracting(room::placeOf).containsOnly(PlaceKind.QUARANTINE);
        Assertions.assertThat(desk.evaluate("sessionStorage.getItem('passerelle.scans')")).isEqualTo("[]");
    }

    @Test
    void escapeLeavesTheScanFieldAndTheKeysOfTheInboxWorkAgain(Browser browser) {
        Page desk = inboxWithAPickListOpened(browser);
        Locator current = desk.locator("a.row[aria-current=true]");
        String first = current.textContent();

        desk.keyboard().press("j");
        assertThat(desk.locator(SCAN)).hasValue("j");
        desk.keyboard().press("Escape");
        assertThat(desk.locator(SCAN)).not().isFocused();
        desk.keyboard().press("j");

        assertThat(current).not().hasText(first);
        assertThat(desk.locator(SCAN)).isFocused();
        check(desk, "inbox-scan");
    }

    @Test
    void aCodeInSmallLettersIsNoKeyOfTheInboxAndWithTheKeysOffEveryLetterIsForTheField(Browser browser) {
        Page desk = inboxWithAPickListOpened(browser);
        Locator current = desk.locator("a.row[aria-current=true]");
        String first = current.textContent();

        desk.keyboard().press("Escape");
        type(desk, "jkce42");
        assertThat(desk.locator(".scan-told")).containsText("jkce42");
        assertThat(current).hasText(first);
        assertThat(desk.locator(SCAN)).isFocused();
        assertThat(button(desk, "Rendre")).isHidden();

        desk.keyboard().press("Escape");
        desk.keyboard().press("?");
        desk.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX).uncheck();
        desk.keyboard().press("Escape");
        assertThat(desk.getByRole(AriaRole.DIALOG)).hasCount(0);
        desk.locator("h1, h2").first().click();
        desk.keyboard().press("c");
        assertThat(desk.locator(SCAN)).isFocused();
        assertThat(desk.locator(SCAN)).hasValue(Pattern.compile("c$"));
    }

    @Test
    void aCodeWithoutAnswerIsListedAtTheTaskItWasScannedForAndAtNoOther(Browser browser) {
        drive.reserve(patron, branch, Drive.SLOT, title);
        drive.reserve(drive.patron("Ali", "Diallo" + own), branch, Drive.SLOT, drive.title(branch, "Nana " + own, 1));
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("inbox");
        Locator rows = desk.locator("a.row:visible");
        Locator lost = desk.locator(".scan-unanswered li");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).hasAttribute("aria-current", "true");
        assertThat(desk.locator(SCAN)).isFocused();
        desk.keyboard().press("Escape");
        desk.keyboard().press("j");
        assertThat(rows.last()).hasAttribute("aria-current", "true");
        assertThat(desk.locator(SCAN)).isFocused();
        desk.context().clearCookies();

        type(desk, "3000742");

        assertThat(lost).hasText("3000742");
        desk.locator(".v-system-error").click();
        desk.waitForURL("**/login");
        browser.signIn(desk, "camille-" + own);
        desk.navigate("inbox");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).hasAttribute("aria-current", "true");
        assertThat(desk.locator(SCAN)).isFocused();
        assertThat(lost).hasCount(0);
        rows.last().click();
        assertThat(rows.last()).hasAttribute("aria-current", "true");
        assertThat(lost).hasText("3000742");
        rows.first().click();
        assertThat(rows.first()).hasAttribute("aria-current", "true");
        assertThat(lost).hasCount(0);
    }

    @Test
    void aSearchOfTheDayThatGetsNoAnswerIsHeardAndListedAndKeptInNoBrowser(Browser browser) {
        drive.reserve(patron, branch, Drive.SLOT, title);
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("drive");
        assertThat(desk.locator(SCAN)).isFocused();
        check(desk, "drive-scan");
        desk.context().clearCookies();

        type(desk, "ferrand");

        assertThat(desk.locator(".scan-unanswered li")).hasText("ferrand");
        Assertions.assertThat(String.valueOf(desk.evaluate("sessionStorage.getItem('passerelle.scans')")))
                .doesNotContain("ferrand");
    }

    private List<String> pile(int size) {
        return Stream.generate(() -> room.lentBook(branch, "Germinal " + own, LocalDate.parse("2026-12-31"))).limit(size)
                .toList();
    }

    private Page returns(Browser browser) {
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        assertThat(desk.locator(SCAN)).isFocused();
        return desk;
    }

    private static void type(Page desk, String code) {
        wedge(desk, code, "Enter");
    }

    @Test
    void anHourThatNoClockShowsIsRefusedAtItsFieldAndNothingIsScanned(Browser browser) {
        String book = room.lentBook(branch, "Germinal " + own, LocalDate.parse("2026-12-31"));
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        desk.getByLabel("Déposés plus tôt").check();
        desk.getByLabel("Heure").fill("99:99");
        desk.keyboard().press("Tab");

        desk.locator(".scan input").fill(book);
        desk.keyboard().press("Enter");

        assertThat(desk.locator(".scan-told")).containsText("Pas scanné");
        // For a moment it is there twice: once for screen readers.
        assertThat(desk.getByText("À quelle heure ?").first()).isVisible();
        assertThat(desk.getByLabel("Heure")).hasValue("99:99");
        Assertions.assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
        check(desk, "returns-hour");
        desk.getByLabel("Heure").fill("1860");
        desk.keyboard().press("Tab");
        assertThat(desk.getByLabel("Heure")).hasValue("1860");
    }

    /** Two tasks, the first of them open by itself. */
    private Page inboxWithAPickListOpened(Browser browser) {
        drive.reserve(patron, branch, Drive.SLOT, title);
        drive.reserve(drive.patron("Ali", "Diallo" + own), branch, Drive.SLOT, drive.title(branch, "Nana " + own, 1));
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("inbox");
        assertThat(desk.locator("a.row:visible")).hasCount(2);
        assertThat(desk.locator(SCAN)).isFocused();
        return desk;
    }
}

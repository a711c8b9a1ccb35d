package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.cases.CaseProcessView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.passerelle.support.errand.SampleErrands;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
@LooksAt({CaseProcessView.class, InboxView.class})
class InboxJourney {

    private static final String ROWS = "a.row:visible";

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;
    @Autowired
    SampleErrandProcess process;
    @Autowired
    AppClock clock;

    UUID branch;

    @BeforeEach
    void threeErrandsWait() {
        String code = "inbox-" + UUID.randomUUID();
        branch = branches.save(new Branch(code, "Médiathèque de la Boîte", "", "", ZoneId.of("Europe/Paris"), "", "")).id();
        errand("Mme Ferrand", clock.instant().minus(Duration.ofHours(2)));
        errand("M. Okafor", clock.instant().plus(Duration.ofDays(3)));
        errand("<img src=x onerror=alert(1)>", null);
    }

    @Test
    void anAgentFindsATaskTakesItAndCompletesItWithTheKeyboard(Browser browser) {
        Page page = inbox(browser, browser.desk(Locale.FRANCE));
        Locator rows = page.locator(ROWS);
        assertThat(rows.first()).containsText("Mme Ferrand");
        assertThat(rows.first()).containsText("en retard de 2\u00a0h");
        assertThat(rows.last()).containsText("<img src=x");
        // Nobody has chosen a task: the first is open.
        assertThat(page.locator("a.row[aria-current=true]")).containsText("Mme Ferrand");
        page.waitForURL(Pattern.compile(".*/inbox/.+"));
        assertThat(page.locator(".task-panel h2")).hasText("Faire la course");
        assertThat(page.locator(".case-steps").first()).isVisible();
        check(page, "inbox");

        page.keyboard().press("c");
        assertThat(button(page, "Rendre")).isVisible();
        page.keyboard().press("/");
        assertThat(page.locator(".inbox-search input")).isFocused();
        page.keyboard().type("okafr");
        assertThat(rows).hasCount(1);
        assertThat(page).not().hasURL(Pattern.compile(".*okaf.*"));
        assertThat(page.locator(".task-panel h2")).hasText("Faire la course");
        page.reload();
        assertThat(rows).hasCount(3);
        button(page, "run").click();
        assertThat(rows).hasCount(2);
        assertThat(page.locator("a.row[aria-current=true]")).containsText("M. Okafor");
    }

    @Test
    void theListFollowsWhatHappensAndTheReaderKeepsTheirPlaceAndWhatTheyTyped(Browser browser) {
        Page page = inbox(browser, browser.desk(Locale.FRANCE));
        Locator rows = page.locator(ROWS);
        Locator okafor = rows.filter(new Locator.FilterOptions().setHasText("M. Okafor"));
        assertThat(page.locator("a.row[aria-current=true]")).containsText("Mme Ferrand");

        okafor.focus();
        errand("Mme Diallo", clock.instant().minus(Duration.ofHours(5)));
        assertThat(rows).hasCount(4);
        assertThat(okafor).isFocused();
        page.keyboard().press("Enter");
        assertThat(okafor).hasAttribute("aria-current", "true");
        assertThat(okafor).isFocused();

        button(page, "Confier…").focus();
        errand("Mme Roux", clock.instant().minus(Duration.ofHours(4)));
        assertThat(rows).hasCount(5);
        assertThat(button(page, "Confier…")).isFocused();

        Locator note = page.getByLabel("note");
        note.pressSequentially("à moitié éc");
        errand("M. Petit", clock.instant().minus(Duration.ofHours(3)));
        assertThat(rows).hasCount(6);
        assertThat(note).isFocused();
        page.keyboard().type("rit");
        assertThat(note).hasValue("à moitié écrit");

        button(page, "En retard 4").click();
        assertThat(rows).hasCount(4);
        check(page, "inbox-late");
        page.waitForURL(Pattern.compile(".*due=late.*"));
        page.reload();
        assertThat(rows).hasCount(4);
    }

    @Test
    void aTaskIsHandedToAColleagueWithTheKeyboardAndTheStorySaysSo(Browser browser) {
        people.staff("inbox-" + UUID.randomUUID(), "Noor B.", Role.AGENT, Set.of(branch));
        Page page = inbox(browser, browser.desk(Locale.FRANCE));
        Locator current = page.locator("a.row[aria-current=true]");
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        assertThat(current).containsText("Mme Ferrand");
        page.keyboard().press("?");
        assertThat(dialog).containsText("suivante");
        check(page, "inbox-keys");
        page.keyboard().press("j");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(current).containsText("Mme Ferrand");

        page.keyboard().press("j");
        assertThat(current).containsText("M. Okafor");
        page.keyboard().press("k");
        assertThat(current).containsText("Mme Ferrand");

        button(page, "Prendre").focus();
        page.keyboard().press("Enter");
        assertThat(button(page, "Rendre")).isFocused();
        button(page, "Confier…").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("À qui"))).isFocused();
        check(page, "inbox-hand-over");
        page.keyboard().type("Noor");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);
        assertThat(dialog).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".story li")).hasText(new Pattern[]{
                Pattern.compile("tâche prise.*Camille R\\.", Pattern.DOTALL),
                Pattern.compile("tâche confiée à Noor B\\..*Camille R\\.", Pattern.DOTALL)});

        page.keyboard().press("j");
        assertThat(current).containsText("M. Okafor");
        page.keyboard().press("e");
        assertThat(page.locator(ROWS)).hasCount(1);
    }

    @Test
    void theDiagramIsSeenWholeAndNearerWhereTheCaseStands(Browser browser) {
        Page page = inbox(browser, browser.desk(Locale.FRANCE));
        page.locator("a.row").first().click();
        page.getByText("Voir le processus").click();
        Locator active = page.locator(".diagram .djs-element.active");
        assertThat(active).isVisible();
        Assertions.assertThat(overflows(page)).isFalse();

        button(page, "Agrandir le schéma").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        Assertions.assertThat(overflows(page)).isTrue();
        Assertions.assertThat(active.boundingBox().x).isGreaterThanOrEqualTo(page.locator(".diagram").boundingBox().x);
        check(page, "inbox-diagram");

        button(page, "Tout voir").click();
        Assertions.assertThat(overflows(page)).isFalse();
    }

    private static boolean overflows(Page page) {
        return (Boolean) page.locator(".diagram").evaluate("frame => frame.scrollWidth > frame.clientWidth");
    }

    @Test
    void onAPhoneTheTaskStandsAloneAndTheListIsOneStepBack(Browser browser) {
        Page page = inbox(browser, browser.phone(Locale.UK));
        assertThat(page.locator(".task-panel")).hasCount(0);
        page.locator("a.row").first().click();
        assertThat(page.locator(".task-panel h2")).isVisible();
        assertThat(page.locator(".split-list")).isHidden();
        check(page, "inbox-phone");
        button(page, "Back to the list").click();
        assertThat(page.locator("a.row").first()).isVisible();
    }

    /** The screen of an agent of this branch, with the errands that wait. */
    private Page inbox(Browser browser, Page page) {
        String name = "inbox-" + UUID.randomUUID();
        people.staff(name, "Camille R.", Role.AGENT, Set.of(branch));
        browser.signIn(page, name);
        page.navigate("inbox");
        assertThat(page.locator(ROWS)).hasCount(3);
        return page;
    }

    private void errand(String name, Instant due) {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand(name, branch, due, name));
        process.start(errand, false);
    }
}

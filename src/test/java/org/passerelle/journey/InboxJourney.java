package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class InboxJourney {

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
        String name = "inbox-" + UUID.randomUUID();
        people.staff(name, "Camille R.", Role.AGENT, Set.of(branch));
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, name);
        page.navigate("inbox");
        Locator rows = page.locator("a.row:visible");
        assertThat(rows).hasCount(3);
        assertThat(rows.first()).containsText("Mme Ferrand");
        assertThat(rows.first()).containsText("en retard 2\u00a0h");
        assertThat(rows.last()).containsText("<img src=x");
        Accessibility.assertNoViolations(page);

        page.keyboard().press("j");
        assertThat(page.locator("a.row[aria-current=true]")).containsText("Mme Ferrand");
        page.waitForURL(Pattern.compile(".*/inbox/.+"));
        assertThat(page.locator(".task-panel h2")).hasText("Faire la course");
        assertThat(page.locator(".diagram svg").first()).isVisible();
        Browser.shoot(page, "inbox");
        Accessibility.assertNoViolations(page);

        page.keyboard().press("c");
        assertThat(button(page, "Rendre")).isVisible();
        page.keyboard().press("/");
        assertThat(page.locator(".inbox-search input")).isFocused();
        page.keyboard().type("okafr");
        assertThat(rows).hasCount(1);
        page.waitForURL(Pattern.compile(".*q=okafr.*"));
        page.reload();
        assertThat(rows).hasCount(1);
        assertThat(page.locator(".task-panel h2")).hasText("Faire la course");

        page.locator(".inbox-search input").fill("");
        assertThat(rows).hasCount(3);
        button(page, "run").click();
        assertThat(rows).hasCount(2);
        assertThat(page.locator("a.row[aria-current=true]")).containsText("M. Okafor");
    }

    @Test
    void onAPhoneTheTaskStandsAloneAndTheListIsOneStepBack(Browser browser) {
        String name = "inbox-" + UUID.randomUUID();
        people.staff(name, "Noor B.", Role.AGENT, Set.of(branch));
        Page page = browser.phone(Locale.UK);
        browser.signIn(page, name);
        page.navigate("inbox");
        page.locator("a.row").first().click();
        assertThat(page.locator(".task-panel h2")).isVisible();
        assertThat(page.locator(".split-list")).isHidden();
        Browser.shoot(page, "inbox-phone");
        Accessibility.assertNoViolations(page);
        button(page, "Back to the list").click();
        assertThat(page.locator("a.row").first()).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void errand(String name, Instant due) {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand(name, branch, due, name));
        process.start(errand, false);
    }
}

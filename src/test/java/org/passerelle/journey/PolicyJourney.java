package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.Role;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule changes overnight: a manager sees what would move before it does, and can put the old rule back. */
@JourneyTest
class PolicyJourney {

    @Autowired
    People people;
    @Autowired
    QuarantineRoom room;

    @Test
    void aManagerChangesTheRuleForWhatIsRunningAndPutsItBack(Browser browser) {
        people.staff("rule-manager", "Dominique R.", Role.MANAGER, Set.of());
        UUID branch = room.branch("RULE");
        CrateId crate = room.sealedCrate(room.agentOf(branch), branch, 2);
        Instant release = room.releaseOf(crate);
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "rule-manager");
        page.navigate("policies/quarantine-policy");
        assertThat(page.getByText("La version 1 décide en ce moment")).isVisible();
        Accessibility.assertNoViolations(page);

        hours(page).fill("trois jours");
        hours(page).blur();
        assertThat(page.getByText("il faut un nombre entier")).isVisible();
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "policy-fault");
        hours(page).fill("96");
        hours(page).blur();
        assertThat(page.getByText("actuellement 72")).isVisible();
        publish(page, "Consigne préfectorale");
        Assertions.assertThat(room.releaseOf(crate)).isEqualTo(release.plus(Duration.ofHours(24)));
        Browser.shoot(page, "policy-published");

        button(page, "Comparer, Version 1").click();
        assertThat(page.getByText("La version 1 répond autrement à 1 cas")).isVisible();
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "policy-compared");
        button(page, "Reprendre, Version 1").click();
        assertThat(page.getByText("actuellement 96")).isVisible();
        publish(page, "Consigne levée");
        Assertions.assertThat(room.releaseOf(crate)).isEqualTo(release);
        assertThat(page.getByText("Consigne levée")).isVisible();
    }

    private static void publish(Page page, String reason) {
        button(page, "Voir les conséquences").click();
        assertThat(page.getByText("Médiathèque RULE").first()).isVisible();
        page.getByLabel(Pattern.compile("aussi pour tout ce qui est en cours")).check();
        button(page, "Publier").click();
        assertThat(page.getByText("Dites pourquoi.")).isVisible();
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "policy-impact");
        page.getByLabel("Pourquoi ce changement").fill(reason);
        button(page, "Publier").click();
        assertThat(page.getByText(Pattern.compile("La version \\d+ est publiée"))).isVisible();
    }

    /** Of the first row: books on their own. */
    private static Locator hours(Page page) {
        return page.locator(".policy-editor vaadin-text-field.number input").first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}

package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;
import java.time.ZoneId;

@JourneyTest
class SignInJourney {

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;

    @Test
    void theSignInPageSpeaksTheBrowsersLanguage(Browser browser) {
        Page french = browser.desk(Locale.FRANCE);
        french.navigate("login");
        assertThat(french.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Se connecter"))).isVisible();
        assertThat(french.locator("html")).hasAttribute("lang", "fr");
        assertThat(french.locator("input[name=username]")).isFocused();
        Accessibility.assertNoViolations(french);
        Browser.shoot(french, "sign-in-fr");

        Page english = browser.phone(Locale.UK);
        english.navigate("login");
        assertThat(english.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Sign in"))).isVisible();
        assertThat(english.locator("html")).hasAttribute("lang", "en");
        Accessibility.assertNoViolations(english);
        Browser.shoot(english, "sign-in-en-phone");
    }

    @Test
    void theLanguageChosenIsKept(Browser browser) {
        Page page = browser.desk(Locale.FRANCE);
        page.navigate("login");
        page.getByText("English").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Sign in"))).isVisible();
        page.context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                .setName("JSESSIONID"));
        page.navigate("login");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Sign in"))).isVisible();
    }

    @Test
    void aWrongPasswordIsToldAndTooManyLetTheAccountRest(Browser browser) {
        people.staff("wrong-password", "Camille R.", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.FRANCE);
        for (int attempt = 1; attempt <= 5; attempt++) {
            browser.signIn(page, "wrong-password", "not this one");
            assertThat(page.getByText("Cet identifiant et ce mot de passe ne vont pas ensemble.")).isVisible();
        }
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "sign-in-wrong");
        browser.signIn(page, "wrong-password");
        assertThat(page.getByText("Trop d’essais.")).isVisible();
    }

    @Test
    void anAgentFindsTheirMenuAndTheWayOut(Browser browser) {
        UUID port = branches.save(new Branch("sign-in", "Médiathèque du Port", "", "", ZoneId.of("Europe/Paris"), "", ""))
                .id();
        people.staff("sign-in-agent", "Camille R.", Role.AGENT, Set.of(port));
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "sign-in-agent");
        assertThat(page.getByText("Camille R.")).isVisible();
        assertThat(page.getByText("Médiathèque du Port")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Menu"))).isVisible();
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "signed-in");
        page.getByText("Se déconnecter").click();
        assertThat(page.getByText("Camille R.")).not().isVisible();
    }

    @Test
    void aPageThatDoesNotExistSaysSo(Browser browser) {
        Page page = browser.open(Locale.FRANCE, 390, 844, ColorScheme.DARK);
        page.navigate("nowhere/at/all");
        assertThat(page.getByText("Cette page n’existe pas")).isVisible();
        Accessibility.assertNoViolations(page);
        Browser.shoot(page, "not-found-phone-dark");
    }
}

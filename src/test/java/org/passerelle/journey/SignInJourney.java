package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.ui.accounts.AccountView;
import org.passerelle.platform.ui.accounts.LoginView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
@LooksAt({LoginView.class, AccountView.class})
class SignInJourney {

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;
    @Autowired
    Staff staff;
    @Autowired
    SignedIn signedIn;

    @Test
    void theSignInPageSpeaksTheBrowsersLanguage(Browser browser) {
        Page french = browser.desk(Locale.FRANCE);
        french.navigate("login");
        assertThat(french.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Se connecter"))).isVisible();
        assertThat(french.locator("html")).hasAttribute("lang", "fr");
        assertThat(french.locator("input[name=username]")).isFocused();
        check(french, "sign-in-fr");

        Page english = browser.phone(Locale.UK);
        english.navigate("login");
        assertThat(english.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Sign in"))).isVisible();
        assertThat(english.locator("html")).hasAttribute("lang", "en");
        check(english, "sign-in-en-phone");
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
        check(page, "sign-in-en");
    }

    @Test
    void aWrongPasswordIsToldAndTooManyLetTheAccountRest(Browser browser) {
        people.staff("wrong-password", "Camille R.", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.FRANCE);
        for (int attempt = 1; attempt <= 5; attempt++) {
            browser.signIn(page, "wrong-password", "not this one");
            assertThat(page.getByText("Identifiant ou mot de passe incorrect.")).isVisible();
        }
        check(page, "sign-in-wrong");
        browser.signIn(page, "wrong-password");
        assertThat(page.getByText("Trop de tentatives.")).isVisible();
    }

    @Test
    void anAgentFindsTheirMenuAndTheWayOut(Browser browser) {
        UUID port = branches.save(new Branch("sign-in", "Médiathèque du Port", "", "", ZoneId.of("Europe/Paris"), "", ""))
                .id();
        people.staff("sign-in-agent", "Camille R.", Role.AGENT, Set.of(port));
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "sign-in-agent");
        assertThat(page.locator(".side-foot .who")).hasText("Camille R.");
        assertThat(page.locator(".side-foot .where")).hasText("Médiathèque du Port");
        assertThat(page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Menu"))).isVisible();
        check(page, "signed-in");
        page.getByText("Se déconnecter").click();
        assertThat(page.locator(".side-foot .who")).hasCount(0);
        check(page, "signed-out");
    }

    @Test
    void whoWasGivenAPasswordChoosesAnotherFirst(Browser browser) {
        UUID account = people.staff("sign-in-given", "Noé B.", Role.AGENT, Set.of()).id();
        String given = signedIn.runAs(new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null),
                () -> staff.resetPassword(account)).value();
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "sign-in-given", given);
        assertThat(page.getByText("choisissez d’abord le vôtre")).isVisible();
        assertThat(page.locator(".menu-link")).hasCount(0);
        check(page, "account-given");
        page.getByLabel("Mot de passe actuel").fill(given);
        page.getByLabel("Nouveau mot de passe").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".menu-link").first()).isVisible();
        page.waitForURL(url -> url.endsWith("/"));
        check(page, "signed-in-first");
        page.navigate("account");
        assertThat(page.getByLabel("Mot de passe actuel")).isVisible();
        assertThat(page.getByText("choisissez d’abord le vôtre")).not().isVisible();
        check(page, "account");
    }

    @Test
    void onAPhoneTheMenuWaitsBehindAButton(Browser browser) {
        people.staff("sign-in-manager", "Dominique P.", Role.MANAGER, Set.of());
        Page page = browser.open(Locale.UK, 390, 844, ColorScheme.DARK);
        browser.signIn(page, "sign-in-manager");
        // In the menu: a card of the home may lead there too.
        Locator messages = page.locator("nav").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Messages"));
        assertThat(messages).not().isInViewport();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Menu")).click();
        assertThat(messages).isInViewport();
        page.getByText("Whole network").scrollIntoViewIfNeeded();
        assertThat(page.getByText("Dominique P.")).isInViewport();
        check(page, "menu-phone-dark");
    }

    @Test
    void theBrowserIsToldNotToGuessTypesAndNotToTellOtherSitesWhereOneWas(Browser browser) {
        Map<String, String> headers = browser.desk(Locale.FRANCE).navigate("login").headers();
        Assertions.assertThat(headers).containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin").containsEntry("x-frame-options", "SAMEORIGIN");
    }

    @Test
    void aPageThatDoesNotExistSaysSo(Browser browser) {
        people.staff("sign-in-lost", "Lou T.", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "sign-in-lost");
        page.navigate("nowhere/at/all");
        assertThat(page.getByText("Cette page n’existe pas")).isVisible();
        check(page, "not-found");
    }

    @Test
    void aFailureIsToldUnderAReferenceWithoutTechnicalWords(Browser browser) {
        Page page = browser.desk(Locale.FRANCE);
        page.navigate(SpecimenView.PATH);
        page.getByText("Fail").click();
        assertThat(page.getByText(Pattern.compile("sous la référence [0-9A-F]{8}"))).isVisible();
        assertThat(page.getByText("on purpose")).hasCount(0);
        check(page, "failure");
        page.navigate(SpecimenView.PATH + "?fail");
        assertThat(page.getByText("L’opération n’a pas abouti")).isVisible();
        assertThat(page.getByText("on purpose")).hasCount(0);
        check(page, "failure-page");
    }

    @Test
    void sharedComponentsAreReadableAndAccessible(Browser browser) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(Locale.FRANCE, 1280, 1900, scheme);
            page.navigate(SpecimenView.PATH);
            assertThat(page.locator(".djs-shape.active")).hasCount(1);
            page.locator("h1").click();
            check(page, "specimen-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void aWrongCodeIsToldAndKeptAndTheNextScanReplacesIt(Browser browser) {
        Page page = browser.desk(Locale.FRANCE);
        page.navigate(SpecimenView.PATH);
        Locator field = page.locator(".scan input");
        field.click();
        page.keyboard().type("999");
        page.keyboard().press("Enter");
        assertThat(page.locator(".scan.bad .scan-told")).hasText("999 not expected");
        check(page, "specimen-bad-scan");
        assertThat(field).hasValue("999");
        assertThat(field).isFocused();
        page.keyboard().type(SpecimenView.EXPECTED);
        page.keyboard().press("Enter");
        assertThat(page.locator(".scan.good .scan-told")).hasText("✓ found");
        assertThat(field).hasValue("");
        assertThat(field).isFocused();
    }
}

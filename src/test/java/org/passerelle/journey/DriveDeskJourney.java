package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.service.Reservations;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

/** A day of the drive at the desk: who comes, who is served, who telephones, what comes back. */
@JourneyTest
class DriveDeskJourney {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TOMORROW = LocalDate.now(PARIS).plusDays(1);

    @Autowired
    Drive drive;
    @Autowired
    Reservations reservations;
    @Autowired
    People people;

    UUID branch;
    CurrentUser agent;
    String username;

    @BeforeEach
    void aDeskOfItsOwn() {
        username = "desk-" + UUID.randomUUID();
        branch = drive.branch(username);
        agent = drive.agentOf(branch);
        people.staff(username, "Camille R.", Role.AGENT, Set.of(branch));
    }

    @Test
    void aPatronArrivesAndTakesPartOfTheBag(Browser browser) {
        reserve(patron("Louise", "Roussel"), 9, "Bel-Ami");
        reserve(patron("Ali", "Diallo"), 10, "Nana", "Germinal");
        ReservationId cancelled = reserve(patron("Ana", "Silva"), 10, "Salammbô");
        ready(cancelled);
        drive.by(agent, () -> reservations.cancel(cancelled));
        ReservationId served = reserve(patron("Chi", "Nguyen"), 10, "Thérèse Raquin");
        ready(served);
        drive.handOverAll(agent, served);
        ReservationId here = reserve(patron("Jeanne", "Ferrand"), 14, "Madame Bovary", "Le Horla");
        ready(here);

        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, username);
        page.navigate("reservation/" + here.value());
        assertThat(page.getByText("sac prêt", new Page.GetByTextOptions().setExact(true))).isVisible();
        Browser.shoot(page, "case-fr");
        Accessibility.assertNoViolations(page);
        button(page, "Arrivé").click();
        page.navigate("drive/" + branch + "/" + TOMORROW);
        Locator handOver = page.getByText("Remettre le sac");
        assertThat(handOver).isVisible();
        Browser.shoot(page, "drive-fr");
        Accessibility.assertNoViolations(page);
        Page english = browser.open(Locale.UK, 1280, 800, ColorScheme.DARK);
        browser.signIn(english, username);
        english.navigate("drive/" + branch + "/" + TOMORROW);
        assertThat(english.getByText("Hand over the bag")).isVisible();
        page.locator(".scan input").fill("ferrand");
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 rendez-vous trouvé")).isVisible();
        handOver.click();
        page.getByRole(AriaRole.CHECKBOX).last().uncheck();
        Browser.shoot(page, "hand-over-fr");
        Accessibility.assertNoViolations(page);
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("partiel · 1 à ranger")).isVisible();
        Browser.shoot(page, "drive-found-fr");

        assertThat(english.getByText("partial · 1 to put back")).isVisible();
        Browser.shoot(english, "drive-en-dark");
        Accessibility.assertNoViolations(english);
    }

    @Test
    void aReservationByTelephoneTakesTheKeyboardOnly(Browser browser) {
        Patron patron = patron("Jeanne", "Ferrand");
        drive.title(branch, "L'Éducation sentimentale", 2);
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, username);
        page.navigate("reserve");
        assertThat(page.locator("vaadin-combo-box input").first()).isFocused();

        page.keyboard().type(patron.cardNumber());
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-combo-box input").last()).isFocused();
        page.keyboard().type("education sentimentale");
        page.keyboard().press("Enter");
        assertThat(page.getByText("2 disponibles ici", new Page.GetByTextOptions().setExact(true))).isVisible();
        Locator free = page.locator(".slot-chips .chips").last().locator("vaadin-button:not([disabled])").first();
        free.focus();
        page.keyboard().press("Enter");
        Browser.shoot(page, "counter-fr");
        Accessibility.assertNoViolations(page);
        page.keyboard().press("Control+Enter");

        assertThat(page.getByText("Réservé pour Jeanne Ferrand")).isVisible();
        Browser.shoot(page, "counter-done-fr");
        Accessibility.assertNoViolations(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Patron patron(String firstName, String lastName) {
        return drive.patron(firstName, lastName);
    }

    private ReservationId reserve(Patron patron, int hour, String... titles) {
        Instant slot = TOMORROW.atTime(LocalTime.of(hour, 0)).atZone(PARIS).toInstant();
        return drive.reserve(patron, branch, slot,
                Stream.of(titles).map(title -> drive.title(branch, title, 1)).toArray(UUID[]::new));
    }

    private void ready(ReservationId id) {
        drive.pick(agent, id);
        drive.bag(agent, id);
    }
}

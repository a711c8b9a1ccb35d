package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.field;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.desk.ui.PatronsView;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.operations.ui.IncidentsView;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.branches.BranchesView;
import org.passerelle.platform.ui.accounts.StaffView;
import org.passerelle.slots.ui.SlotSettingsView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
@LooksAt({StaffView.class, BranchesView.class, SlotSettingsView.class, PatronsView.class, IncidentsView.class})
class DeskJourney {

    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Drive drive;

    @Test
    void anAgentEntersAPatronCorrectsAWrongFieldAndFindsThemAgainDespiteATypo(Browser browser) {
        people.staff("desk-agent", "Camille R.", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "desk-agent");
        page.navigate("patrons");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Usagers"))).isVisible();
        check(page, "patrons-empty");
        button(page, "Nouvel usager").click();
        page.getByLabel("Numéro de carte").fill("desk 77");
        field(page, "Nom").fill("Ferrand-Desk");
        field(page, "Prénom").fill("Hélène");
        page.getByLabel("Courriel").fill("helene");
        button(page, "Enregistrer l’usager").click();
        assertThat(page.getByText("Cette adresse n’a pas la forme").first()).isVisible();
        assertThat(field(page, "Nom")).hasValue("Ferrand-Desk");
        check(page, "patrons-wrong-field");

        page.getByLabel("Courriel").fill("helene@exemple.fr");
        button(page, "Enregistrer l’usager").click();
        assertThat(page.getByText("L’usager est enregistré.")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/patrons/[0-9a-f-]{36}"));
        field(page, "Carte ou nom").fill("feran desk");
        assertThat(page.getByText("DESK77 · adulte")).isVisible();
        check(page, "patrons");
    }

    @Test
    void whatIsNotSavedIsNotLostWithoutAsking(Browser browser) {
        people.staff("desk-agent-2", "Camille R.", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.UK);
        browser.signIn(page, "desk-agent-2");
        page.navigate("patrons/new");
        field(page, "Last name").fill("Kowalczyk");
        field(page, "Last name").blur();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Passerelle")).first().click();
        assertThat(page.getByText("Leave without saving?")).isVisible();
        check(page, "patrons-not-saved");
        button(page, "Go on typing").click();
        assertThat(field(page, "Last name")).hasValue("Kowalczyk");
        for (String leaves : List.of("Français", "Sign out")) {
            button(page, leaves).click();
            assertThat(page.getByText("Leave without saving?")).isVisible();
            button(page, "Go on typing").click();
            assertThat(page.getByText("Leave without saving?")).isHidden();
            assertThat(field(page, "Last name")).hasValue("Kowalczyk");
        }
    }

    @Test
    void aManagerSetsUpTheSlotsOfABranch(Browser browser) {
        people.staff("desk-manager", "Dominique L.", Role.MANAGER, Set.of());
        UUID branch = BranchFixture.branch(jdbc, "DESK");
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "desk-manager");
        page.navigate("slots/" + branch);
        button(page, "Ajouter une plage le mardi").click();
        page.getByLabel("Début, mardi").fill("14:00");
        page.getByLabel("Fin, mardi").fill("13:00");
        page.getByLabel("Fin, mardi").blur();
        button(page, "Enregistrer les créneaux").click();
        assertThat(page.getByText("La fin vient après le début.")).isVisible();
        check(page, "slots-wrong-field");

        page.getByLabel("Fin, mardi").fill("16:00");
        page.getByLabel("Fin, mardi").press("Enter");
        assertThat(page.getByText("Les créneaux sont enregistrés.")).isVisible();
        assertThat(page.getByText("4 créneaux, 16 places")).isVisible();
        check(page, "slots");
    }

    @Test
    void aManagerGivesAnAgentABranch(Browser browser) {
        BranchFixture.branch(jdbc, "DESK-STAFF");
        people.staff("desk-manager-2", "Dominique M.", Role.MANAGER, Set.of());
        people.staff("desk-newcomer", "Ambre Desk", Role.AGENT, Set.of());
        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "desk-manager-2");
        page.navigate("staff");
        page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Bibliothèques de Ambre Desk"))
                .getByLabel("Médiathèque DESK-STAFF").check();
        assertThat(page.getByText("Ambre Desk travaille maintenant aussi pour")).isVisible();
        check(page, "staff");
    }

    @Test
    void branchesIncidentsAndContactCanBeReadByDayAndByNight(Browser browser) {
        UUID branch = BranchFixture.branch(jdbc, "DESK-READ");
        people.staff("desk-manager-3", "Dominique N.", Role.MANAGER, Set.of());
        Page manager = browser.desk(Locale.FRANCE);
        browser.signIn(manager, "desk-manager-3");
        manager.navigate("branches");
        assertReadable(manager, "Bibliothèques", "branches");
        button(manager, "Créer la bibliothèque").click();
        assertThat(manager.getByText("Indiquez un code, de").first()).isVisible();
        check(manager, "branches-wrong-field");
        manager.navigate("branches/" + branch);
        assertThat(field(manager, "Nom")).hasValue("Médiathèque DESK-READ");
        check(manager, "branch");
        manager.navigate("incidents");
        assertReadable(manager, "Incidents", "incidents");

        people.patron("desk-patron-read", "Inès Contact", drive.patron("Inès", "Contact").id());
        Page patron = browser.phone(Locale.FRANCE);
        browser.signIn(patron, "desk-patron-read");
        patron.navigate("account");
        assertReadable(patron, "Mon compte", "account-phone");
        patron.getByText("Comment me joindre").click();
        assertReadable(patron, "Comment me joindre", "contact-phone");
        field(patron, "Courriel").fill("ines");
        button(patron, "Enregistrer").click();
        assertThat(patron.getByText("Cette adresse n’a pas la forme").first()).isVisible();
        check(patron, "contact-wrong-field");
    }

    private static void assertReadable(Page page, String heading, String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading).setLevel(1))).isVisible();
        check(page, name);
    }
}

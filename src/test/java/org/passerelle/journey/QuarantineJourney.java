package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.service.WaitingList;
import org.passerelle.circulation.service.WaitingList.Wish;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.FreshState;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes back: scanned, sealed, treated, inspected, on its shelf again; and out early where two people agree. */
@JourneyTest
class QuarantineJourney {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    People people;
    @Autowired
    Drive drive;
    @Autowired
    WaitingList waits;
    @Autowired
    AppClock clock;

    private String own;
    private UUID branch;
    private CurrentUser agent;

    @BeforeEach
    void aReturnsDeskIsOpen() {
        clock.setTo(FreshState.START);
        own = UUID.randomUUID().toString().substring(0, 6);
        branch = room.branch("Q" + own);
        agent = room.agentOf(branch);
        people.staff("bastien-" + own, "Bastien L.", Role.AGENT, Set.of(branch));
        people.staff("nadia-" + own, "Nadia C.", Role.MANAGER, Set.of());
    }

    @AfterEach
    void timeGoesOn() {
        clock.runFreely();
    }

    @Test
    void aMixedPileGoesBackToItsShelves(Browser browser) {
        String germinal = room.lentBook(branch, "Germinal " + own, DUE);
        String nana = room.lentBook(branch, "Nana " + own, DUE);
        String elsewhere = room.lentBook(room.branch("E" + own), "Bel-Ami " + own, DUE);
        String disc = room.copy(branch, "Le Mépris " + own, MaterialType.DVD);
        room.lend(disc, DUE);
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "bastien-" + own);

        desk.navigate("returns");
        assertThat(desk.locator(".scan input")).isFocused();
        check(desk, "returns-empty");
        scan(desk, germinal, "✓ Germinal " + own);
        scan(desk, disc, "✓ Le Mépris " + own);
        scan(desk, "0000", "Ce code-barres est inconnu.");
        scan(desk, germinal, "Déjà dans la caisse");
        scan(desk, nana, "✓ Nana " + own);
        scan(desk, elsewhere, "✓ Bel-Ami " + own);
        button(desk, "Annuler, Bel-Ami " + own).click();
        assertThat(desk.locator(".scan-told")).containsText("Le retour est annulé.");
        assertThat(desk.getByText("3 documents sur cet écran")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
        desk.getByLabel("Déposés plus tôt").check();
        assertThat(desk.getByLabel("Jour de dépôt")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
        check(desk, "returns");
        assertThat(room.placeOf(elsewhere)).isEqualTo(PlaceKind.ON_LOAN);

        String books = codeOf(germinal);
        String discs = codeOf(disc);
        seal(desk, books);
        seal(desk, discs);
        assertThat(desk.locator(".scan input")).isFocused();
        desk.navigate("quarantine");
        assertThat(desk.getByText(books, exact())).isVisible();
        check(desk, "quarantine-room");
        desk.getByText(books, exact()).click();
        assertThat(desk.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Caisse " + books))).isVisible();
        assertThat(desk.getByText("Caisse fermée avec 2 documents").first()).isVisible();
        check(desk, "crate");
        APIResponse label = desk.request().get(desk.locator("a.label-link").getAttribute("href"));
        assertThat(label.status()).isEqualTo(200);
        assertThat(label.headers()).containsEntry("content-type", "application/pdf");
        assertThat(new String(label.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        clock.advance(Duration.ofDays(7));
        openTask(desk, discs, "Désinfecter les documents");
        check(desk, "quarantine-treat");
        desk.getByLabel("Virucide EN 14476").check();
        desk.getByLabel("Produit").fill("Sanivir");
        button(desk, "Documents désinfectés").click();
        assertThat(desk.getByText("Caisse " + discs + " : désinfection enregistrée.")).isVisible();
        openTask(desk, discs, "Contrôler les documents");
        button(desk, "Contrôle terminé").click();
        assertThat(desk.getByText("La caisse " + discs + " est contrôlée.")).isVisible();

        openTask(desk, books, "Contrôler les documents");
        button(desk, "À réparer, Nana " + own).click();
        desk.locator("vaadin-dialog textarea").fill("Dos cassé");
        check(desk, "quarantine-repair");
        desk.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(desk.getByText("1 en bon état, 1 à réparer, 0 à retirer.")).isVisible();
        check(desk, "quarantine-inspect");
        button(desk, "Contrôle terminé").click();
        openTask(desk, books, "Ranger en rayon");
        assertThat(desk.getByText("Germinal " + own).first()).isVisible();
        check(desk, "quarantine-put-away");
        desk.locator(".scan input").fill(germinal);
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Tout est en rayon.")).isVisible();
        assertThat(room.placeOf(germinal)).isEqualTo(PlaceKind.SHELF);
        assertThat(room.placeOf(nana)).isEqualTo(PlaceKind.REPAIR);

        desk.navigate("copy/" + nana);
        assertThat(desk.getByText("en réparation")).isVisible();
        check(desk, "copy");
    }

    @Test
    void aCrateIsReleasedEarlyByTwoPeople(Browser browser) {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        String code = room.see(agent, crate).crate().code();
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "bastien-" + own);
        desk.navigate("crate/" + crate.value());
        button(desk, "Demander une sortie anticipée").click();
        desk.locator("vaadin-dialog textarea").fill("Exposition demain matin");
        check(desk, "early-release-ask");
        desk.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(desk.getByText("La demande est dans les tâches")).isVisible();
        assertThat(desk.getByText("Demandée par Bastien L.")).containsText("Vous l’avez demandée");
        assertThat(button(desk, "Demander une sortie anticipée")).hasCount(0);
        check(desk, "early-release-asked");
        openTask(desk, code, "Décider d’une sortie anticipée");
        assertThat(desk.getByText("Vous l’avez demandée")).isVisible();
        assertThat(button(desk, "Accorder la sortie")).isDisabled();

        Page manager = browser.open(Locale.UK, 1280, 800, ColorScheme.DARK);
        browser.signIn(manager, "nadia-" + own);
        openTask(manager, code, "Decide on an early release");
        check(manager, "early-release-decide");
        button(manager, "Release now").click();
        openTask(manager, code, "Inspect the documents");
        manager.navigate("quarantine/" + branch);
        assertThat(manager.getByText("To deal with", exact())).isVisible();
        check(manager, "quarantine-room-dark");
        button(manager, "Settings…").click();
        assertThat(manager.getByText("Books and comics wear plastic covers")).isVisible();
        check(manager, "quarantine-settings");
    }

    @Test
    void whoWaitsGetsTheDocumentWhenItIsReleasedAndTheReservationGoesOn(Browser browser) {
        String germinal = room.lentBook(branch, "Germinal " + own, DUE);
        UUID title = room.jdbc.sql("select title from app.copy where barcode = ?").param(germinal).query(UUID.class).single();
        Patron awa = drive.patron("Awa", "Diallo-" + own);
        people.patron("awa-" + own, "Awa D.", awa.id());
        drive.by(drive.as(awa), () -> waits.ask(new Wish(awa.id(), title, branch, DUE, Channel.ONLINE))).value();
        Page phone = browser.open(Locale.FRANCE, 390, 844, ColorScheme.LIGHT);
        browser.signIn(phone, "awa-" + own);
        phone.navigate("my");
        assertThat(phone.getByText("Au premier rang")).isVisible();
        check(phone, "waiting-phone");

        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "bastien-" + own);
        desk.navigate("returns");
        scan(desk, germinal, "✓ Germinal " + own);
        assertThat(desk.getByText("1 personne l’attend").first()).isVisible();
        String code = codeOf(germinal);
        seal(desk, code);
        clock.advance(Duration.ofDays(7));
        openTask(desk, code, "Contrôler les documents");
        button(desk, "Contrôle terminé").click();
        assertThat(desk.getByText("La caisse " + code + " est contrôlée.")).isVisible();
        assertThat(room.placeOf(germinal)).isEqualTo(PlaceKind.HELD);

        phone.navigate("my");
        assertThat(phone.getByText("Mis de côté jusqu’au").first()).isVisible();
        check(phone, "offer-phone");
        phone.locator("button.slot").first().click();
        desk.navigate("inbox?q=Diallo-" + own);
        assertThat(desk.locator("a.row").first()).containsText("Awa Diallo-" + own);
        check(desk, "inbox-after-waiting");
    }

    private String codeOf(String barcode) {
        return room.jdbc.sql("""
                        select c.code from app.returned_copy r join app.crate c on c.id = r.crate
                        join app.copy p on p.id = r.copy where p.barcode = ?""").param(barcode).query(String.class).single();
    }

    private static void scan(Page desk, String code, String answer) {
        desk.locator(".scan input").fill(code);
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".scan-told")).containsText(answer);
    }

    private static void seal(Page desk, String code) {
        button(desk, "Fermer, " + code).click();
        desk.locator("vaadin-confirm-dialog vaadin-button[theme~=primary]").click();
        assertThat(desk.getByText("La caisse " + code + " est fermée")).isVisible();
    }

    private static void openTask(Page desk, String code, String task) {
        desk.navigate("inbox?q=" + code);
        desk.locator("a.row", new Page.LocatorOptions().setHasText(task)).filter(
                new Locator.FilterOptions().setHasText(code)).click();
        assertThat(desk.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(task).setLevel(2))).isVisible();
        assertThat(desk.locator(".split-detail")).containsText(code);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static GetByTextOptions exact() {
        return new GetByTextOptions().setExact(true);
    }

    /** Nobody is shut out of this screen; and a picture of it, whole. */
    private static void check(Page page, String name) {
        Accessibility.atRest(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        Accessibility.assertNoViolations(page);
    }
}

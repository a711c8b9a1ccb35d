package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.openTask;
import static org.passerelle.support.browser.Screen.text;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.publicpages.ui.WaitView;
import org.passerelle.circulation.waiting.service.WaitingList.Wish;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.operations.ui.PolicyView;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.Role;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.returns.ui.ReturnsView;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.room.ui.RoomView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.LooksAt;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes back: scanned, sealed, kept as long as the rule says, treated, inspected, and on to who waits for it. */
@LooksAt({WaitView.class, PolicyView.class, RoomView.class, CrateView.class, ReturnsView.class, CopyView.class})
class QuarantineJourney extends DriveStage {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    WaitingList waits;

    private String waitedFor;
    private String nana;
    private String disc;

    @Override
    UUID open(String code) {
        return room.branch(code);
    }

    @BeforeEach
    void aManagerIsThere() {
        people.staff("nadia-" + own, "Nadia C.", Role.MANAGER, Set.of());
    }

    @Test
    void aMixedPileIsReturnedTheRuleChangesAndWhoWaitsCollectsWhatIsReleased(Browser browser) {
        waitedFor = room.lentBook(branch, "La Curée " + own, DUE);
        nana = "N?1#2%3/é " + own;
        room.jdbc.sql("update app.copy set barcode = ? where barcode = ?")
                .params(nana, room.lentBook(branch, "Nana " + own, DUE)).update();
        disc = room.copy(branch, "Le Mépris " + own, MaterialType.DVD);
        room.lend(disc, DUE);
        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "jeanne-" + own);
        waitFor(waitedFor);
        phone.navigate("my");
        assertThat(phone.getByText("Au premier rang")).isVisible();
        check(phone, "waiting-phone");

        Page desk = desk(browser, Locale.FRANCE);
        returnThePile(desk);
        String books = codeOf(waitedFor);
        String discs = codeOf(disc);
        seal(desk, books);
        seal(desk, discs);
        look(desk, books);
        String nanasPage = openNana(desk);
        Instant release = releaseOf(waitedFor);
        Page manager = browser.desk(Locale.FRANCE);
        browser.signIn(manager, "nadia-" + own);
        ManagersRule.change(manager, own);
        assertThat(releaseOf(waitedFor)).isEqualTo(release.plus(Duration.ofHours(24)));

        clock.setTo(release.plusSeconds(1));
        treat(desk, discs);
        assertThat(room.placeOf(waitedFor)).isEqualTo(PlaceKind.QUARANTINE);
        clock.advance(Duration.ofHours(24));
        inspect(desk, books);
        phone.navigate("my");
        assertThat(phone.getByText("Mis de côté jusqu’au").first()).isVisible();
        assertThat(room.placeOf(waitedFor)).isEqualTo(PlaceKind.HELD);
        check(phone, "offer-phone");
        desk.navigate("patrons/" + patron.id());
        desk.getByText("Où en est cette attente").click();
        assertThat(desk.getByText("est gardé pour")).isVisible();
        check(desk, "patron-waits");
        phone.navigate("waiting/" + room.jdbc.sql("""
                        select w.token from app.title_wait w join app.copy c on c.id = w.copy where c.barcode = ?""")
                .param(waitedFor).query(String.class).single());
        assertThat(phone.getByText("Mis de côté jusqu’au").first()).isVisible();
        check(phone, "offer-link-phone");
        phone.locator("button.slot").first().click();
        assertThat(phone.getByText("Nous préparons vos documents")).isVisible();
        check(phone, "offer-taken-phone");
        prepareInTheInbox(desk, drive.by(drive.as(patron), () -> drive.book.mine()).getFirst());
        assertThat(phone.getByText("Vos documents sont prêts")).isVisible();

        openTask(desk, discs, "Ranger en rayon");
        check(desk, "quarantine-put-away");
        desk.locator(".scan input").fill(disc);
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Tout est en rayon.")).isVisible();
        assertThat(room.placeOf(disc)).isEqualTo(PlaceKind.SHELF);
        desk.navigate(nanasPage);
        assertThat(desk.getByText("en réparation")).isVisible();
        check(desk, "copy");
        ManagersRule.putBack(manager);
    }

    @Test
    void aCrateIsReleasedEarlyByTwoPeople(Browser browser) {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        String code = room.see(agent, crate).crate().code();
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("crate/" + crate.value());
        button(desk, "Demander une sortie anticipée").click();
        desk.locator("vaadin-dialog textarea").fill("Exposition demain matin");
        check(desk, "early-release-ask");
        confirm(desk).click();
        assertThat(desk.getByText("La demande est dans les tâches")).isVisible();
        assertThat(desk.getByText("Demandée par ")).containsText("Vous l’avez demandée");
        assertThat(button(desk, "Demander une sortie anticipée")).hasCount(0);
        check(desk, "early-release-asked");
        openTask(desk, code, "Décider d’une sortie anticipée");
        assertThat(button(desk, "Accorder la sortie")).isDisabled();
        check(desk, "early-release-refused");

        Page manager = browser.open(Locale.UK, 1280, 800, ColorScheme.DARK);
        browser.signIn(manager, "nadia-" + own);
        openTask(manager, code, "Decide on an early release");
        check(manager, "early-release-decide");
        button(manager, "Release now").click();
        confirm(manager).click();
        openTask(manager, code, "Inspect the documents");
        manager.navigate("quarantine/" + branch);
        assertThat(text(manager, "To deal with")).isVisible();
        check(manager, "quarantine-room-dark");
        button(manager, "Settings…").click();
        assertThat(manager.getByText("Books and comics wear plastic covers")).isVisible();
        check(manager, "quarantine-settings");
    }

    private void waitFor(String barcode) {
        UUID wanted = room.jdbc.sql("select title from app.copy where barcode = ?").param(barcode).query(UUID.class)
                .single();
        drive.by(drive.as(patron), () -> waits.ask(new Wish(patron.id(), wanted, branch, DUE, Channel.ONLINE))).value();
    }

    private void returnThePile(Page desk) {
        String elsewhere = room.lentBook(room.branch("E" + own), "Bel-Ami " + own, DUE);
        desk.navigate("returns");
        assertThat(desk.locator(".scan input")).isFocused();
        check(desk, "returns-empty");
        scanned(desk, waitedFor, "✓ La Curée " + own);
        assertThat(desk.getByText(patron.displayName() + " l’attend").first()).isVisible();
        scanned(desk, disc, "✓ Le Mépris " + own);
        scanned(desk, "0000", "Ce code-barres est inconnu");
        scanned(desk, waitedFor, "est déjà dans la caisse");
        scanned(desk, nana, "✓ Nana " + own);
        scanned(desk, elsewhere, "✓ Bel-Ami " + own);
        assertThat(desk.locator(".row.refused").first()).containsText(waitedFor);
        button(desk, "Annuler, Bel-Ami " + own).click();
        assertThat(desk.locator(".scan-told")).containsText("Le retour de « Bel-Ami " + own + " » est annulé.");
        assertThat(desk.getByText("3 documents sur cet écran")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
        desk.getByLabel("Déposés plus tôt").check();
        assertThat(desk.getByLabel("Jour de dépôt")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
        check(desk, "returns");
        assertThat(room.placeOf(elsewhere)).isEqualTo(PlaceKind.ON_LOAN);
    }

    private static void scanned(Page desk, String code, String answer) {
        desk.locator(".scan input").fill(code);
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".scan-told")).containsText(answer);
    }

    private static void seal(Page desk, String code) {
        button(desk, "Fermer, " + code).click();
        confirm(desk).click();
        assertThat(desk.getByText("La caisse " + code + " est fermée")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
    }

    /** The room, the crate's page, and its label on paper. */
    private static void look(Page desk, String code) {
        desk.navigate("quarantine");
        assertThat(text(desk, code)).isVisible();
        check(desk, "quarantine-room");
        text(desk, code).click();
        assertThat(desk.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Caisse " + code))).isVisible();
        assertThat(desk.getByText("Caisse fermée avec 2 documents").first()).isVisible();
        check(desk, "crate");
        APIResponse label = desk.request().get(desk.locator("a.label-link").getAttribute("href"));
        assertThat(label.status()).isEqualTo(200);
        assertThat(label.headers()).containsEntry("content-type", "application/pdf");
        assertThat(new String(label.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /** From the crate's page; it stays when it is loaded anew. */
    private String openNana(Page desk) {
        text(desk, "Nana " + own).click();
        assertThat(desk.getByText(" · " + nana + " · ")).isVisible();
        desk.reload();
        assertThat(desk.getByText(" · " + nana + " · ")).isVisible();
        return desk.url();
    }

    private static void treat(Page desk, String crate) {
        openTask(desk, crate, "Désinfecter les documents");
        check(desk, "quarantine-treat");
        desk.getByLabel("Virucide EN 14476").check();
        desk.getByLabel("Produit").fill("Sanivir");
        button(desk, "Documents désinfectés").click();
        assertThat(desk.getByText("Caisse " + crate + " : désinfection enregistrée.")).isVisible();
        openTask(desk, crate, "Contrôler les documents");
        button(desk, "Contrôle terminé").click();
        assertThat(desk.getByText("La caisse " + crate + " est contrôlée.")).isVisible();
    }

    private void inspect(Page desk, String crate) {
        openTask(desk, crate, "Contrôler les documents");
        button(desk, "À réparer, Nana " + own).click();
        desk.locator("vaadin-dialog textarea").fill("Dos cassé");
        check(desk, "quarantine-repair");
        desk.locator("vaadin-dialog textarea").press("Control+Enter");
        assertThat(desk.getByText("1 en bon état, 1 à réparer, 0 à éliminer, 0 introuvable.")).isVisible();
        check(desk, "quarantine-inspect");
        button(desk, "Contrôle terminé").click();
        assertThat(desk.locator("vaadin-confirm-dialog vaadin-button[slot=cancel-button]")).isFocused();
        check(desk, "quarantine-inspect-sure");
        confirm(desk).click();
        assertThat(desk.getByText("La caisse " + crate + " est contrôlée.")).isVisible();
    }

    private Instant releaseOf(String barcode) {
        return room.releaseOf(new CrateId(room.jdbc.sql("""
                select r.crate from app.returned_copy r join app.copy c on c.id = r.copy where c.barcode = ?""")
                .param(barcode).query(UUID.class).single()));
    }

    private String codeOf(String barcode) {
        return room.jdbc.sql("""
                        select c.code from app.returned_copy r join app.crate c on c.id = r.crate
                        join app.copy p on p.id = r.copy where p.barcode = ?""").param(barcode).query(String.class).single();
    }
}

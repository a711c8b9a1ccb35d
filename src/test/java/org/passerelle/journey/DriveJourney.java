package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.circulation.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.service.ReservationDetails;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.FreshState;
import org.passerelle.support.browser.Accessibility;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

/** The drive as its people live it: reserve, pick, bag, be told, arrive, collect; and what happens otherwise. */
@JourneyTest
class DriveJourney {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String COUNTS_TONES = """
            window.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function(...when) { window.tones++; start.apply(this, when); };""";

    @Autowired
    Drive drive;
    @Autowired
    People people;
    @Autowired
    AppClock clock;

    private String own;
    private UUID branch;
    private Patron patron;
    private UUID title;
    private CurrentUser agent;

    @BeforeEach
    void aBranchIsOpen() {
        clock.setTo(FreshState.START);
        own = UUID.randomUUID().toString().substring(0, 6);
        branch = drive.branch("D" + own);
        patron = drive.patron("Jeanne", "Ferrand" + own);
        title = drive.title(branch, "Germinal " + own, 1);
        people.patron("jeanne-" + own, "Jeanne Ferrand", patron.id());
        people.staff("camille-" + own, "Camille R.", Role.AGENT, Set.of(branch));
        agent = drive.agentOf(branch);
    }

    @AfterEach
    void timeGoesOn() {
        clock.runFreely();
    }

    @Test
    void fromTheClickToTheHandover(Browser browser) {
        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "jeanne-" + own);
        phone.navigate("catalogue?q=" + own);
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Germinal " + own)).click();
        assertThat(phone.locator(".basket-action a")).hasCount(1);
        phone.navigate("basket");
        phone.locator(".place", new Page.LocatorOptions().setHasText("Médiathèque D" + own)).click();
        phone.locator(".slot").nth(2).click();
        phone.getByText("Réserver ces titres").click();
        assertThat(phone.getByText("Nous préparons vos documents")).isVisible();
        ReservationDetails made = drive.by(drive.as(patron), () -> drive.book.mine()).getFirst();

        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "camille-" + own);
        prepareInTheInbox(desk, made);
        assertThat(drive.templatesWritten(made.id())).contains("drive-ready");
        desk.navigate("outbox");
        desk.locator(".outbox .toolbar vaadin-text-field input").fill(own);
        assertThat(desk.getByText("votre sac est prêt").first()).isVisible();
        check(desk, "drive-outbox");

        clock.setTo(made.slotStartsAt());
        desk.navigate("drive/" + branch + "/" + LocalDate.ofInstant(made.slotStartsAt(), PARIS));
        Locator card = desk.locator(".card.person", new Page.LocatorOptions().setHasText(made.code()));
        assertThat(card).containsText("prêt · étagère B2");
        check(desk, "drive-day");
        phone.navigate("pickup/" + drive.token(made.id()));
        phone.getByText("Je suis arrivé").click();
        // Nobody has reloaded the agent's screen.
        assertThat(card).containsText("attend son sac");
        check(desk, "drive-day-arrived");
        card.getByText("Remettre le sac").click();
        Locator dialog = desk.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Germinal " + own);
        check(desk, "drive-handover");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remettre le sac")).click();
        assertThat(card).containsText("complet");
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        check(desk, "drive-day-collected");

        desk.navigate("returns");
        desk.locator(".scan input").first().fill(made.lines().getFirst().barcode());
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Germinal " + own).first()).isVisible();
        assertThat(drive.placeOf(made.lines().getFirst().barcode()).name()).isEqualTo("QUARANTINE");
        check(desk, "drive-returns");
    }

    @Test
    void anAgentReservesForAPatronOnTheTelephone(Browser browser) {
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "camille-" + own);
        desk.navigate("reserve");
        assertThat(desk.locator("vaadin-combo-box input").first()).isFocused();
        desk.keyboard().type(patron.cardNumber());
        desk.keyboard().press("Enter");
        assertThat(desk.locator("vaadin-combo-box input").last()).isFocused();
        desk.keyboard().type(drive.jdbc.sql("select barcode from app.copy where title = ?").param(title)
                .query(String.class).single());
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Germinal " + own).first()).isVisible();
        desk.locator(".slot-chips .chips").nth(1).locator("vaadin-button").nth(2).click();
        check(desk, "drive-counter");
        desk.keyboard().press("Control+Enter");
        assertThat(desk.getByText("Réservé pour")).isVisible();
        check(desk, "drive-counter-done");
        ReservationDetails made = drive.by(drive.as(patron), () -> drive.book.mine()).getFirst();
        assertThat(made.channel().name()).isEqualTo("PHONE");

        prepareInTheInbox(desk, made);
        clock.setTo(made.slotStartsAt());
        desk.navigate("drive/" + branch + "/" + LocalDate.ofInstant(made.slotStartsAt(), PARIS));
        Locator card = desk.locator(".card.person", new Page.LocatorOptions().setHasText(made.code()));
        card.getByText("Arrivé").click();
        card.getByText("Remettre le sac").click();
        desk.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Remettre le sac")).click();
        assertThat(card).containsText("complet");
    }

    @Test
    void aCancellationAfterBaggingIsPutBackByScanning(Browser browser) {
        ReservationId id = drive.reserve(patron, branch, Drive.SLOT, title);
        drive.pick(agent, id);
        drive.bag(agent, id);
        ReservationDetails made = see(id);
        Page phone = browser.phone(Locale.FRANCE);
        phone.navigate("pickup/" + drive.token(made.id()));
        phone.getByText("Annuler la réservation").click();
        phone.getByText("Oui, annuler").click();
        assertThat(phone.getByText("Cette réservation est annulée")).isVisible();

        Page desk = browser.desk(Locale.FRANCE);
        desk.addInitScript(COUNTS_TONES);
        browser.signIn(desk, "camille-" + own);
        openTask(desk, made.code(), "Remettre en rayon");
        check(desk, "drive-put-back");
        scan(desk, "000000");
        assertThat(desk.locator(".scan.bad")).isVisible();
        desk.waitForFunction("window.tones === 1");
        scan(desk, made.lines().getFirst().barcode());
        assertThat(desk.getByText("Tout est remis en rayon.")).isVisible();
        assertThat(drive.placeOf(made.lines().getFirst().barcode()).name()).isEqualTo("SHELF");
    }

    @Test
    void whoDoesNotComeIsOfferedASlotAndChoosesIt(Browser browser) {
        ReservationId id = drive.reserve(patron, branch, Drive.SLOT, title);
        drive.pick(agent, id);
        drive.bag(agent, id);
        ReservationDetails made = see(id);
        Page phone = browser.phone(Locale.FRANCE);
        phone.navigate("pickup/" + drive.token(made.id()));
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "camille-" + own);
        desk.navigate("drive/" + branch + "/" + LocalDate.ofInstant(made.slotStartsAt(), PARIS));
        Locator card = desk.locator(".card.person", new Page.LocatorOptions().setHasText(made.code()));
        assertThat(card).containsText("prêt");

        clock.setTo(made.slotEndsAt().plus(Duration.ofMinutes(31)));
        assertThat(card).containsText("manqué");
        check(desk, "drive-day-missed");
        check(phone, "drive-missed-phone");
        phone.reload();
        phone.locator(".slot").nth(2).click();
        assertThat(phone.getByText("C’est noté")).isVisible();
        assertThat(see(id).slotStartsAt()).isAfter(made.slotStartsAt());
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNull();
    }

    private void prepareInTheInbox(Page desk, ReservationDetails made) {
        openTask(desk, made.code(), "Préparer les documents");
        check(desk, "drive-pick");
        onPaperTheListStandsAlone(desk, made);
        scan(desk, made.lines().getFirst().barcode());
        assertThat(desk.locator(".scan.good")).isVisible();
        desk.getByText("Tout est prêt").click();
        openTask(desk, made.code(), "Préparer le sac");
        desk.getByLabel("Emplacement du sac").fill("étagère B2");
        check(desk, "drive-bag");
        desk.getByText("Sac prêt", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(desk.getByText("sac prêt, étagère B2").first()).isVisible();
    }

    /** And says what it is about. */
    private static void onPaperTheListStandsAlone(Page desk, ReservationDetails made) {
        Locator heading = desk.locator(".printable .print-only h2");
        assertThat(heading).isHidden();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(heading).isVisible();
        assertThat(heading).containsText(made.code());
        assertThat(desk.locator(".printable .row-side.code")).isVisible();
        assertThat(desk.locator(".printable .row-side.code")).hasText(made.lines().getFirst().barcode());
        assertThat(desk.locator(".scan input").first()).isHidden();
        assertThat(desk.getByText("Tout est prêt")).isHidden();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void openTask(Page desk, String code, String task) {
        desk.navigate("inbox?q=" + code);
        desk.locator("a.row", new Page.LocatorOptions().setHasText(task)).first().click();
        assertThat(desk.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(task).setLevel(2))).isVisible();
    }

    private static void scan(Page desk, String code) {
        Locator field = desk.locator(".scan input").first();
        field.fill(code);
        field.press("Enter");
    }

    private ReservationDetails see(ReservationId id) {
        return drive.see(agent, id);
    }

    /** Nobody is shut out of this screen; and a picture of it, whole. */
    private static void check(Page page, String name) {
        Accessibility.atRest(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        Accessibility.assertNoViolations(page);
    }
}

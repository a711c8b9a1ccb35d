package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.openTask;
import static org.passerelle.support.browser.Screen.scan;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.support.browser.Browser;

/** The drive as its people live it: reserve, pick, bag, be told, arrive, collect; change the slot, give it up. */
class DriveJourney extends DriveStage {

    private static final String COUNTS_TONES = """
            window.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function(...when) { window.tones++; start.apply(this, when); };""";

    @Test
    void fromTheClickToTheHandover(Browser browser) {
        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "jeanne-" + own);
        phone.navigate("catalogue?q=" + own);
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Germinal " + own)).click();
        assertThat(phone.locator(".basket-action a")).hasCount(1);
        check(phone, "drive-catalogue");
        phone.navigate("basket");
        phone.locator(".place", new Page.LocatorOptions().setHasText("Médiathèque D" + own)).click();
        phone.locator(".slot").nth(2).click();
        assertThat(phone.locator(".slot").nth(2)).hasAttribute("aria-pressed", "true");
        check(phone, "drive-basket");
        phone.getByText("Réserver ces titres").click();
        assertThat(phone.getByText("Nous préparons vos documents")).isVisible();
        check(phone, "drive-reserved");
        ReservationDetails made = drive.by(drive.as(patron), () -> drive.book.mine()).getFirst();

        Page desk = desk(browser, Locale.FRANCE);
        prepareInTheInbox(desk, made);
        assertThat(drive.templatesWritten(made.id())).contains("drive-ready");
        desk.navigate("outbox");
        desk.locator(".outbox .toolbar vaadin-text-field input").fill(own);
        assertThat(desk.getByText("2 messages")).isVisible();
        assertThat(desk.getByText("votre sac est prêt").first()).isVisible();
        check(desk, "drive-outbox");

        clock.setTo(made.slotStartsAt());
        Locator card = cardOf(desk, made);
        assertThat(card).containsText("prêt · étagère B2");
        check(desk, "drive-day");
        phone.navigate("pickup/" + drive.token(made.id()));
        phone.getByText("Je suis arrivé").click();
        assertThat(phone.getByText("Vous êtes là").first()).isVisible();
        check(phone, "drive-arrived-phone");
        // Nobody has reloaded the agent's screen.
        assertThat(card).containsText("attend son sac");
        check(desk, "drive-day-arrived");
        card.getByText("Remettre le sac").click();
        assertThat(desk.getByRole(AriaRole.DIALOG)).containsText("Germinal " + own);
        check(desk, "drive-handover");
        confirm(desk).click();
        assertThat(card).containsText("complet");
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        check(desk, "drive-day-collected");

        desk.navigate("returns");
        scan(desk, made.lines().getFirst().barcode());
        assertThat(desk.getByText("Germinal " + own).first()).isVisible();
        assertThat(drive.placeOf(made.lines().getFirst().barcode()).name()).isEqualTo("QUARANTINE");
        check(desk, "drive-returns");
    }

    @Test
    void theSlotIsChangedByStaffAndThenByThePatron(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = phone(browser, Locale.UK, made);
        Page desk = desk(browser, Locale.FRANCE);
        Locator card = cardOf(desk, made);
        card.locator(".dots").click();
        desk.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Changer de créneau")).click();
        Locator dialog = desk.getByRole(AriaRole.DIALOG);
        confirm(desk).click();
        assertThat(dialog).containsText("Choisissez un créneau.");
        press(dialog.locator(".chips").first().locator("vaadin-button").nth(2));
        press(dialog.locator(".chips").last().locator("vaadin-button").nth(3));
        assertThat(dialog).not().containsText("Choisissez un créneau.");
        check(desk, "slot-change-staff");
        confirm(desk).click();
        assertThat(desk.getByText("créneau changé.")).isVisible();
        assertThat(card).hasCount(0);
        ReservationDetails moved = see(made.id());
        assertThat(moved.slotStartsAt()).isAfter(made.slotStartsAt());
        assertThat(drive.taken(branch, made.slotStartsAt())).isZero();

        // The patron's page followed; now it is their turn.
        assertThat(phone.getByText("10:30").first()).isVisible();
        assertThat(cardOf(desk, moved)).containsText("prêt");
        phone.getByText("Change the slot").click();
        assertThat(phone.locator(".slot[aria-pressed=true]")).hasCount(1);
        check(phone, "slot-change-phone");
        phone.locator(".slot").first().click();
        assertThat(phone.getByText("Noted: we expect you")).isVisible();
        check(phone, "slot-changed-phone");
        assertThat(card).hasCount(0);
        check(desk, "slot-changed-day");
        assertThat(see(made.id()).slotStartsAt()).isBefore(moved.slotStartsAt());
        assertThat(drive.taken(branch, moved.slotStartsAt())).isZero();
        assertThat(drive.templatesWritten(made.id())).contains("drive-slot-changed");
    }

    @Test
    void aCancellationAfterBaggingIsPutBackByScanning(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = phone(browser, Locale.FRANCE, made);
        phone.getByText("Annuler la réservation").click();
        phone.getByText("Oui, annuler").click();
        assertThat(phone.getByText("Cette réservation est annulée")).isVisible();
        check(phone, "cancelled-phone");

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
        assertThat(drive.taken(branch, Drive.SLOT)).isZero();
    }
}

package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.openTask;
import static org.passerelle.support.browser.Screen.scan;

import com.google.zxing.ReaderException;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.FreshState;
import org.passerelle.support.PaperLabel;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

/** A branch with its drive, one patron, one agent, one title with one copy; the clock stands still. */
@JourneyTest
abstract class DriveStage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    Drive drive;
    @Autowired
    People people;
    @Autowired
    AppClock clock;

    String own;
    UUID branch;
    Patron patron;
    UUID title;
    CurrentUser agent;

    @BeforeEach
    void aBranchIsOpen() {
        clock.setTo(FreshState.START);
        own = UUID.randomUUID().toString().substring(0, 6);
        branch = open("D" + own);
        patron = drive.patron("Jeanne", "Ferrand" + own);
        title = drive.title(branch, "Germinal " + own, 1);
        people.patron("jeanne-" + own, "Jeanne Ferrand", patron.id());
        people.staff("camille-" + own, "Camille R.", Role.AGENT, Set.of(branch));
        agent = drive.agentOf(branch);
    }

    UUID open(String code) {
        return drive.branch(code);
    }

    @AfterEach
    void timeGoesOn() {
        clock.runFreely();
    }

    /** Reserved for {@link Drive#SLOT}, picked and bagged. */
    ReservationDetails readyBag() {
        ReservationId id = drive.reserve(patron, branch, Drive.SLOT, title);
        drive.pick(agent, id);
        drive.bag(agent, id);
        return see(id);
    }

    ReservationDetails see(ReservationId id) {
        return drive.see(agent, id);
    }

    /** The agent's screen, signed in. */
    Page desk(Browser browser, Locale language) {
        Page desk = browser.desk(language);
        browser.signIn(desk, "camille-" + own);
        return desk;
    }

    /** The patron's telephone on the page of their link. */
    Page phone(Browser browser, Locale language, ReservationDetails of) {
        Page phone = browser.phone(language);
        phone.navigate("pickup/" + drive.token(of.id()));
        return phone;
    }

    /** The card of that reservation on the screen of its day. */
    Locator cardOf(Page desk, ReservationDetails of) {
        desk.navigate("drive/" + branch + "/" + LocalDate.ofInstant(of.slotStartsAt(), PARIS));
        return desk.locator(".card.person", new Page.LocatorOptions().setHasText(of.code()));
    }

    /** The chips are drawn anew by it. */
    static void press(Locator chip) {
        chip.click();
        assertThat(chip).hasAttribute("aria-pressed", "true");
    }

    void prepareInTheInbox(Page desk, ReservationDetails made) {
        openTask(desk, made.code(), "Préparer les documents");
        check(desk, "drive-pick");
        onPaperTheListStandsAlone(desk, made);
        scan(desk, made.lines().getFirst().barcode());
        assertThat(desk.locator(".scan.good")).isVisible();
        desk.getByText("Tout est prêt").click();
        openTask(desk, made.code(), "Préparer le sac");
        desk.getByLabel("Emplacement du sac").fill("étagère B2");
        check(desk, "drive-bag");
        assertThatTheLabelOfTheBagPrints(desk, made);
        desk.getByText("Sac prêt", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(desk.getByText("sac prêt, étagère B2").first()).isVisible();
    }

    private static void assertThatTheLabelOfTheBagPrints(Page desk, ReservationDetails made) {
        try {
            APIResponse opened = desk.request().get(desk.locator("a.label-link").getAttribute("href"));
            assertThat(opened).isOK();
            PaperLabel label = new PaperLabel(opened.body());
            Assertions.assertThat(label.text(1)).contains(made.code());
            Assertions.assertThat(label.scanned()).isEqualTo(made.code());
        } catch (IOException | ReaderException unreadable) {
            throw new AssertionError("the label cannot be read", unreadable);
        }
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
}

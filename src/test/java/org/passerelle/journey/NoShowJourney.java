package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.openTask;
import static org.passerelle.support.browser.Screen.scan;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.support.browser.Browser;

/** Who does not come is offered a new slot, with a deadline; then the documents go back, and a late patron is served. */
class NoShowJourney extends DriveStage {

    @Test
    void whoDoesNotComeIsOfferedASlotAndChoosesIt(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = phone(browser, Locale.FRANCE, made);
        Page desk = desk(browser, Locale.FRANCE);
        Locator card = cardOf(desk, made);
        assertThat(card).containsText("prêt");

        clock.setTo(made.slotEndsAt().plus(Duration.ofMinutes(31)));
        becomes(card, "manqué");
        check(desk, "no-show-day-missed");
        assertThat(phone.getByText("Nous ne vous avons pas vu")).isVisible();
        check(phone, "no-show-missed-phone");
        phone.locator(".slot").nth(2).click();
        assertThat(phone.getByText("C’est noté")).isVisible();
        assertThat(see(made.id()).slotStartsAt()).isAfter(made.slotStartsAt());
        assertThat(drive.task(made.id(), Tasks.PUT_BACK)).isNull();
    }

    @Test
    void whoNeverAnswersFindsTheCaseClosedOnceAllIsScannedBack(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = phone(browser, Locale.UK, made);
        Page desk = desk(browser, Locale.FRANCE);
        Locator card = cardOf(desk, made);
        letTheOfferLapse(made, card, "manqué");
        becomes(card, "1 à remettre en rayon");
        check(desk, "no-show-day-over");
        assertThat(phone.getByText("Your documents are going back to their shelves")).isVisible();
        check(phone, "no-show-over-phone");

        openTask(desk, made.code(), "Remettre en rayon");
        check(desk, "no-show-put-back");
        scan(desk, made.lines().getFirst().barcode());
        assertThat(desk.getByText("Tout est remis en rayon.")).isVisible();
        assertThat(phone.getByText("This reservation is closed")).isVisible();
        assertThat(button(phone, "I have arrived")).hasCount(0);
        check(phone, "no-show-closed-phone");
        assertThat(cardOf(desk, made)).containsText("non retiré");
        desk.navigate("reservation/" + made.id().value());
        assertThat(desk.locator(".story").getByText("Documents remis en rayon")).isVisible();
        check(desk, "no-show-case");

        assertThat(drive.placeOf(made.lines().getFirst().barcode()).name()).isEqualTo("SHELF");
        assertThat(drive.tasks(made.id())).isEmpty();
        assertThat(drive.templatesWritten(made.id())).contains("drive-missed", "drive-no-show");
    }

    @Test
    void whoComesBeforeThePutBackIsDoneIsStillServed(Browser browser) {
        ReservationDetails made = readyBag();
        Page phone = phone(browser, Locale.FRANCE, made);
        Page desk = desk(browser, Locale.UK);
        Locator card = cardOf(desk, made);
        letTheOfferLapse(made, card, "missed");
        phone.getByText("Je suis arrivé").click();
        assertThat(phone.getByText("Nous savons que vous êtes là")).isVisible();
        check(phone, "no-show-late-phone");
        assertThat(card).containsText("waits for the bag");
        check(desk, "no-show-late-arrived");

        card.getByText("Hand over the bag").click();
        assertThat(confirm(desk)).isVisible();
        check(desk, "no-show-late-hand-over");
        confirm(desk).click();
        assertThat(card).containsText("complete");
        assertThat(phone.getByText("Vous avez tout emporté")).isVisible();
        check(phone, "no-show-served-phone");
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        assertThat(drive.placeOf(made.lines().getFirst().barcode()).name()).isEqualTo("ON_LOAN");
        assertThat(drive.tasks(made.id())).isEmpty();
        assertThat(drive.taken(branch, Drive.SLOT)).isOne();
    }

    /** Missed, offered a new slot, and not chosen in time. */
    private void letTheOfferLapse(ReservationDetails made, Locator card, String missed) {
        clock.setTo(made.slotEndsAt().plus(Duration.ofMinutes(31)));
        becomes(card, missed);
        clock.setTo(see(made.id()).answerUntil().plusSeconds(1));
    }

    /** A job that met another's change of its case is tried again after ten seconds, which do not pass here by themselves. */
    private void becomes(Locator card, String text) {
        for (int tries = 0; tries < 5; tries++) {
            try {
                assertThat(card).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
                return;
            } catch (AssertionFailedError notYet) {
                clock.setTo(clock.instant().plusSeconds(11));
            }
        }
        assertThat(card).containsText(text);
    }
}

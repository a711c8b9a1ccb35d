package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.openTask;
import static org.passerelle.support.browser.Screen.scan;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.desk.ui.DayView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.LooksAt;

/** A full day at the desk: all columns of the board, a bag of which only a part is taken, the rest put back. */
@LooksAt({ReservationView.class, DayView.class})
class DriveDeskJourney extends DriveStage {

    @Test
    void aPatronArrivesAndTakesPartOfTheBagAndTheRestIsPutBack(Browser browser) {
        reserve(drive.patron("Louise", "Roussel"), -5, "Bel-Ami");
        reserve(drive.patron("Ali", "Diallo"), -4, "Nana", "Germinal");
        ReservationId cancelled = ready(drive.patron("Ana", "Silva"), -4, "Salammbô");
        drive.by(agent, () -> drive.reservations.cancel(cancelled));
        drive.handOverAll(agent, ready(drive.patron("Chi", "Nguyen"), -4, "Thérèse Raquin"));
        ReservationDetails here = see(ready(patron, 0, "Madame Bovary", "Le Horla"));

        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("reservation/" + here.id().value());
        check(desk, "desk-case");
        button(desk, "Arrivé").click();
        Locator card = cardOf(desk, here);
        assertThat(card.getByText("Remettre le sac")).isVisible();
        assertThat(desk.getByText("annulé le mar. 24 nov.")).isVisible();
        check(desk, "desk-day");
        Page english = browser.open(Locale.UK, 1280, 800, ColorScheme.DARK);
        browser.signIn(english, "camille-" + own);
        Locator there = cardOf(english, here);
        assertThat(there.getByText("Hand over the bag")).isVisible();
        scan(desk, "ferrand");
        assertThat(desk.getByText("1 rendez-vous trouvé")).isVisible();
        card.getByText("Remettre le sac").click();
        desk.getByRole(AriaRole.CHECKBOX).last().uncheck();
        assertThat(desk.getByRole(AriaRole.CHECKBOX).last()).not().isChecked();
        check(desk, "desk-hand-over");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("1 document remis sur 2.")).isVisible();
        assertThat(desk.locator(".scan input")).isFocused();
        desk.keyboard().type("roussel");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("1 rendez-vous trouvé")).isVisible();
        button(desk, "Tout montrer").click();
        assertThat(card).containsText("partiel · 1 à ranger");
        check(desk, "desk-day-found");
        assertThat(there).containsText("partial · 1 to put back");
        check(english, "desk-day-dark");

        String left = barcodeStill(here, "TO_SHELF");
        openTask(english, here.code(), "Put the documents back");
        check(english, "desk-put-back-dark");
        scan(english, barcodeStill(here, "ON_LOAN"));
        assertThat(english.locator(".scan.bad")).isVisible();
        scan(english, left);
        assertThat(english.getByText("Everything is back on its shelf.")).isVisible();
        assertThat(card).not().containsText("à ranger");
        assertThat(drive.placeOf(left).name()).isEqualTo("SHELF");
        assertThat(see(here.id()).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(drive.tasks(here.id())).isEmpty();
    }

    private String barcodeStill(ReservationDetails reservation, String place) {
        return reservation.lines().stream().map(Line::barcode)
                .filter(barcode -> drive.placeOf(barcode).name().equals(place)).findFirst().orElseThrow();
    }

    /** @param hours after {@link Drive#SLOT} */
    private ReservationId reserve(Patron who, int hours, String... titles) {
        Instant slot = Drive.SLOT.plus(Duration.ofHours(hours));
        return drive.reserve(who, branch, slot,
                Stream.of(titles).map(each -> drive.title(branch, each, 1)).toArray(UUID[]::new));
    }

    private ReservationId ready(Patron who, int hours, String... titles) {
        ReservationId id = reserve(who, hours, titles);
        drive.pick(agent, id);
        drive.bag(agent, id);
        return id;
    }
}

package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.browser.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A scanner types faster than a server answers, and waits for nobody. */
class ScannerJourney extends DriveStage {

    @Autowired
    QuarantineRoom room;

    @Override
    UUID open(String code) {
        return room.branch(code);
    }

    @Test
    void aPileScannedFasterThanItIsAnsweredIsTakenInToTheLast(Browser browser) {
        List<String> pile = Stream.generate(() -> room.lentBook(branch, "Germinal " + own, LocalDate.parse("2026-12-31")))
                .limit(30).toList();
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        assertThat(desk.locator(".scan input")).isFocused();

        pile.forEach(code -> {
            desk.keyboard().type(code);
            desk.keyboard().press("Enter");
        });

        assertThat(desk.getByText("30 documents sur cet écran")).isVisible();
        Assertions.assertThat(pile).extracting(room::placeOf).containsOnly(PlaceKind.QUARANTINE);
        assertThat(desk.locator(".scan input")).hasValue("");
        check(desk, "returns-pile");
    }

    @Test
    void anHourThatNoClockShowsIsRefusedAtItsFieldAndNothingIsScanned(Browser browser) {
        String book = room.lentBook(branch, "Germinal " + own, LocalDate.parse("2026-12-31"));
        Page desk = desk(browser, Locale.FRANCE);
        desk.navigate("returns");
        desk.getByLabel("Déposés plus tôt").check();
        desk.getByLabel("Heure").fill("99:99");
        desk.keyboard().press("Tab");

        desk.locator(".scan input").fill(book);
        desk.keyboard().press("Enter");

        assertThat(desk.locator(".scan-told")).containsText("Pas scanné");
        assertThat(desk.getByText("À quelle heure ?")).isVisible();
        assertThat(desk.getByLabel("Heure")).hasValue("99:99");
        Assertions.assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
        check(desk, "returns-hour");
        desk.getByLabel("Heure").fill("1860");
        desk.keyboard().press("Tab");
        assertThat(desk.getByLabel("Heure")).hasValue("1860");
    }
}

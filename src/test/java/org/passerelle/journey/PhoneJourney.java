package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.openTask;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.desk.ui.CounterView;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.LooksAt;

/** The same by telephone, from the patron's call to the bag: who prefers to be called is called. */
@LooksAt(CounterView.class)
class PhoneJourney extends DriveStage {

    private static final String CALL = "Appeler l’usager";

    @Test
    void aCallerReservesIsCalledBackWhenTheBagIsReadyAndCollectsIt(Browser browser) {
        Patron caller = drive.patronByPhone("Marcel", "Petit" + own);
        Page desk = desk(browser, Locale.FRANCE);
        ReservationDetails made = reserveFor(caller, desk);
        assertThat(made.channel().name()).isEqualTo("PHONE");
        prepareInTheInbox(desk, made);

        openTask(desk, "Petit" + own, CALL);
        Locator call = desk.locator(".call-form");
        assertThat(call.locator("a.big-number")).hasText("06 01 02 03 04");
        assertThat(call.locator("a.big-number")).hasAttribute("href", "tel:0601020304");
        assertThat(call.locator(".letter")).containsText("Vos documents sont prêts : Médiathèque D" + own);
        assertThat(call.locator(".letter")).containsText("Votre code : " + made.code());
        check(desk, "phone-call");
        button(desk, "Pas de réponse").click();
        assertThat(desk.getByText("Appel noté : pas de réponse")).isVisible();
        clock.advance(Duration.ofHours(5));
        openTask(desk, "Petit" + own, CALL);
        assertThat(desk.locator(".call-form")).containsText("Essai 2 sur 3");
        check(desk, "phone-call-again");
        button(desk, "J’ai prévenu cette personne").click();
        assertThat(desk.getByText("Appel noté : personne prévenue")).isVisible();

        clock.setTo(made.slotStartsAt());
        Locator card = cardOf(desk, made);
        card.getByText("Arrivé").click();
        card.getByText("Remettre le sac").click();
        assertThat(confirm(desk)).isVisible();
        check(desk, "phone-hand-over");
        confirm(desk).click();
        assertThat(card).containsText("complet");
        assertThat(see(made.id()).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        desk.navigate("reservation/" + made.id().value());
        assertThat(desk.locator(".story").first()).containsText("Appel sans réponse");
        assertThat(desk.locator(".story").first()).containsText("Personne prévenue par téléphone");
        check(desk, "phone-case");
    }

    /** On the screen made for it, with the keyboard alone. */
    private ReservationDetails reserveFor(Patron caller, Page desk) {
        desk.navigate("reserve");
        assertThat(desk.locator("vaadin-combo-box input").first()).isFocused();
        desk.keyboard().type(caller.cardNumber());
        desk.keyboard().press("Enter");
        assertThat(desk.locator("vaadin-combo-box input").last()).isFocused();
        desk.keyboard().type("germinal " + own);
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Germinal " + own).first()).isVisible();
        press(desk.locator(".slot-chips .chips").first().locator("vaadin-button").nth(2));
        Locator free = desk.locator(".slot-chips .chips").nth(1).locator("vaadin-button:not([disabled])").nth(2);
        free.focus();
        desk.keyboard().press("Enter");
        assertThat(free).hasAttribute("aria-pressed", "true");
        check(desk, "phone-counter");
        onASmallScreenNothingOfWhoAndHowIsCovered(desk);
        desk.keyboard().press("Control+Enter");
        assertThat(desk.getByText("Réservé pour")).isVisible();
        check(desk, "phone-counter-done");
        return drive.by(drive.as(caller), () -> drive.book.mine()).getFirst();
    }

    private static void onASmallScreenNothingOfWhoAndHowIsCovered(Page desk) {
        ViewportSize before = desk.viewportSize();
        desk.setViewportSize(390, 844);
        // Both at the same instant: the page may still be scrolling to the field that has the focus.
        Object covered = desk.evaluate("""
                () => {
                    const box = of => document.querySelector('.counter-who ' + of).getBoundingClientRect();
                    return box('vaadin-radio-group').top < box('> vaadin-combo-box').bottom;
                }""");
        Assertions.assertThat(covered).isEqualTo(false);
        check(desk, "phone-counter-small");
        desk.setViewportSize(before.width, before.height);
    }
}

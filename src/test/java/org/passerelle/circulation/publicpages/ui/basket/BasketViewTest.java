package org.passerelle.circulation.publicpages.ui.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.Note;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.ui.SlotChoice;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a patron is told when somebody else was quicker. */
@PasserelleTest
class BasketViewTest extends SpringBrowserlessTest {

    @Autowired
    Drive drive;
    @Autowired
    ObjectProvider<Basket> baskets;
    @Autowired
    ReservationBook book;
    @Autowired
    JdbcClient jdbc;

    private Basket basket;
    private UUID branch;
    private Patron other;

    @BeforeEach
    void awaHasFilledHerBasket() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        branch = drive.branch("PORT");
        BranchFixture.rules(jdbc, branch, new SlotRules(30, 1, 0, 8, 30, 72));
        other = drive.patron("Paul", "Petit");
        CurrentUser awa = drive.as(drive.patron("Awa", "Diallo"));
        Screens.signIn(awa);
        // It lives in the visit that begins with each test.
        basket = baskets.getObject();
        basket.choose(branch);
        basket.choose(SLOT);
    }

    @Test
    void aFullSlotIsToldAndTheNearestFreeOnesAreOffered() {
        basket.add(drive.title(branch, "Germinal", 2));
        navigate(BasketView.class);
        Button reserve = find(Button.class).withText("Réserver ces titres").single();
        drive.reserve(other, branch, SLOT, drive.title(branch, "Nana", 1));

        // At once: the page would otherwise hear by itself that the slot is gone.
        reserve.click();

        assertThat(told()).anyMatch(words -> words.startsWith("La dernière place de ce créneau"));
        assertThat(find(SlotChoice.class).all().getFirst().isVisible()).isTrue();
        List<NativeButton> offered = find(NativeButton.class, find(SlotChoice.class).all().getFirst()).all();
        assertThat(offered).hasSize(3);

        ComponentUtil.fireEvent(offered.getFirst(), new ClickEvent<>(offered.getFirst()));
        reserve();
        assertThat(book.mine()).hasSize(1);
        assertThat(basket.size()).isZero();
    }

    @Test
    void aTitleThatIsReservedAlreadyIsMarkedAndNotReservedTwice() {
        UUID germinal = drive.title(branch, "Germinal", 2);
        basket.add(germinal);
        navigate(BasketView.class);
        reserve();
        assertThat(book.mine()).hasSize(1);
        basket.add(germinal);
        basket.choose(branch);
        basket.choose(Drive.LATER_SLOT);

        navigate(BasketView.class);
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Déjà réservé par vous");
        reserve();

        assertThat(told()).anyMatch(words -> words.startsWith("Déjà réservé, ou déjà chez vous"));
        assertThat(book.mine()).hasSize(1);
    }

    @Test
    void whatSomebodyElseTookIsMarkedAtItsTitleAndNothingIsLost() {
        UUID germinal = drive.title(branch, "Germinal", 1);
        basket.add(germinal);
        basket.add(drive.title(branch, "Nana", 1));
        navigate(BasketView.class);
        Button reserve = find(Button.class).withText("Réserver ces titres").single();
        drive.reserve(other, branch, Drive.LATER_SLOT, germinal);

        // At once: the page would otherwise hear by itself that it is gone.
        reserve.click();

        assertThat(told()).anyMatch(words -> words.contains("Germinal"));
        assertThat(book.mine()).isEmpty();
        assertThat(basket.size()).isEqualTo(2);
        find(Button.class).withText("Continuer sans lui").single().click();
        reserve();
        assertThat(book.mine()).singleElement().satisfies(made -> assertThat(made.lines()).hasSize(1));
        assertThat(basket.titles()).containsExactly(germinal);
    }

    @Test
    void aBranchThatIsClosedForFiveWeeksIsBookedBeyondThem() {
        BranchFixture.rules(jdbc, branch, new SlotRules(30, 1, 0, 60, 30, 72));
        BranchFixture.closed(jdbc, branch, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 28));
        basket.add(drive.title(branch, "Germinal", 1));
        basket.choose(branch);
        navigate(BasketView.class);

        NativeButton first = find(NativeButton.class).all().stream().filter(slot -> slot.hasClassName("slot"))
                .findFirst().orElseThrow();
        ComponentUtil.fireEvent(first, new ClickEvent<>(first));
        reserve();

        assertThat(book.mine()).singleElement().extracting(made -> made.slotStartsAt().toString())
                .isEqualTo("2026-12-29T08:00:00Z");
    }

    private void reserve() {
        find(Button.class).withText("Réserver ces titres").single().click();
    }

    private List<String> told() {
        return find(Note.class).all().stream().map(words -> words.getElement().getText()).toList();
    }
}

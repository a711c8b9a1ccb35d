package org.passerelle.circulation.publicpages.ui.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.desk.ui.CounterView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.PickupView;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Waiting for a title, as patrons and staff meet it on their screens. */
@PasserelleTest
class WaitScreensTest extends SpringBrowserlessTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    Patrons patrons;
    @Autowired
    CatalogueSearch search;
    @Autowired
    ReservationBook book;
    @Autowired
    ObjectProvider<Basket> baskets;

    private UUID branch;
    private UUID away;
    private UUID copy;
    private Patron awa;

    @BeforeEach
    void aTitleThatIsAway() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        branch = drive.branch("PORT");
        away = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(away, branch, Instant.parse("2026-12-01T22:59:59Z"));
        awa = drive.patron("Awa", "Diallo");
        signIn(drive.as(awa));
    }

    @Test
    void theRestOfTheBasketGoesOnAndThePatronIsToldOfWhatIsAway() {
        Basket basket = basket(away, drive.title(branch, "Nana", 1));
        basket.choose(SLOT);
        navigate(BasketView.class);
        assertThat(texts()).anyMatch(text -> text.contains("Attendu mardi 1er décembre"));

        button("Attendre son retour").click();
        find(DatePicker.class).single().setValue(LocalDate.parse("2026-12-10"));
        button("Réserver ces titres").click();

        assertThat(book.mine()).singleElement().satisfies(made -> assertThat(made.lines()).hasSize(1));
        assertThat(waiting.list.mine()).singleElement().satisfies(wait -> {
            assertThat(wait.title().title()).isEqualTo("Germinal");
            assertThat(wait.wantedUntil()).isEqualTo(LocalDate.parse("2026-12-10"));
        });
        assertThat(basket.titles()).isEmpty();
    }

    @Test
    void whoGoesWithoutWaitsForNothing() {
        Basket basket = basket(away, drive.title(branch, "Nana", 1));
        basket.choose(SLOT);
        navigate(BasketView.class);

        button("Continuer sans lui").click();
        button("Réserver ces titres").click();

        assertThat(book.mine()).hasSize(1);
        assertThat(waiting.list.mine()).isEmpty();
        assertThat(basket.titles()).containsExactly(away);
    }

    @Test
    void nothingIsPromisedBeforeThePatronSaysWhatToDoAboutWhatIsAway() {
        Basket basket = basket(away, drive.title(branch, "Nana", 1));
        basket.choose(SLOT);

        navigate(BasketView.class);

        assertThat(texts()).anyMatch(text -> text.contains("un titre n’y est pas disponible. Dites plus haut"));
        assertThat(buttons()).doesNotContain("Réserver ces titres");
        button("Continuer sans lui").click();
        assertThat(buttons()).contains("Réserver ces titres");
    }

    @Test
    void ofWhatIsAllAwayNeitherASlotNorAReservationIsOffered() {
        Basket basket = basket(away);
        basket.choose(SLOT);

        navigate(BasketView.class);

        assertThat(find(NativeButton.class).all()).noneMatch(slot -> slot.hasClassName("slot"));
        assertThat(buttons()).contains("Attendre son retour").doesNotContain("Réserver ces titres");
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    @Test
    void withNothingToCollectNoSlotIsAskedFor() {
        Basket basket = basket(away);
        navigate(BasketView.class);

        button("Attendre son retour").click();
        assertThat(find(NativeButton.class).all()).noneMatch(slot -> slot.hasClassName("slot"));
        button("Me mettre en file d’attente").click();

        assertThat(waiting.list.mine()).hasSize(1);
        assertThat(basket.titles()).isEmpty();
        assertThat(getCurrentView()).isInstanceOf(MyReservationsView.class);
        assertThat(texts()).contains("Au premier rang", "Un exemplaire est attendu pour vous mardi 1er décembre.");
    }

    @Test
    void anOfferIsAcceptedByChoosingItsSlot() {
        waiting.ask(awa, away, branch);
        waiting.comesBack(copy);
        navigate(MyReservationsView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("Mis de côté jusqu’au ven. 27 nov."));

        press(find(NativeButton.class).all().stream().filter(slot -> slot.hasClassName("slot")).findFirst().orElseThrow());

        assertThat(book.mine()).singleElement().satisfies(made -> assertThat(made.isOpen()).isTrue());
        assertThat(waiting.list.mine()).isEmpty();
    }

    @Test
    void whoWaitsForWhatTheBranchLostMeanwhileIsTold() {
        waiting.ask(awa, away, branch);
        drive.jdbc.sql("update app.copy_place set kind = 'WITHDRAWN' where copy = ?").param(copy).update();

        navigate(MyReservationsView.class);

        assertThat(texts()).anyMatch(text -> text.startsWith("Cette bibliothèque n’a plus d’exemplaire en circulation"));
    }

    @Test
    void whoGivesUpIsAskedFirst() {
        waiting.ask(awa, away, branch);
        navigate(MyReservationsView.class);

        button("Ne plus attendre").click();
        assertThat(waiting.list.mine()).hasSize(1);
        confirm();

        assertThat(waiting.list.mine()).isEmpty();
        assertThat(texts()).contains("Abandonné");
    }

    @Test
    void theLinkOfAnOfferOpensItWithoutSigningInAndAWrongOneTellsNothing() {
        WaitId wait = waiting.ask(awa, away, branch);
        waiting.comesBack(copy);
        String token = waiting.tokenOf(wait);
        SecurityContextHolder.clearContext();

        UI.getCurrent().navigate("waiting/" + token.substring(1));
        assertThat(texts()).contains("Ce lien n’ouvre rien").doesNotContain("Germinal · Auteur");
        UI.getCurrent().navigate("waiting/" + token);
        assertThat(texts()).contains("Germinal · Auteur");
        press(find(NativeButton.class).all().stream().filter(slot -> slot.hasClassName("slot")).findFirst().orElseThrow());

        assertThat(getCurrentView()).isInstanceOf(PickupView.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void staffHaveAPatronWaitAndAnswerForThem() {
        CurrentUser agent = drive.agentOf(branch);
        signIn(agent);
        navigate(CounterView.class);
        List<ComboBox> boxes = find(ComboBox.class).all();
        boxes.getFirst().setValue(patrons.find("Diallo", 0, 1).getFirst());
        boxes.getLast().setValue(search.search("Germinal", SearchFilters.NONE, 0, 1).titles().getFirst());

        button("Inscrire en file d’attente").click();

        assertThat(drive.by(agent, () -> waiting.list.of(awa.id()))).extracting(WaitDetails::position).containsExactly(1);
        assertThat(texts()).contains("Au premier rang");
        waiting.comesBack(copy);
        navigate(CounterView.class);
        ((ComboBox<Patrons.Row>) find(ComboBox.class).all().getFirst()).setValue(patrons.find("Diallo", 0, 1).getFirst());
        press(find(NativeButton.class).all().stream().filter(slot -> slot.hasClassName("slot")).findFirst().orElseThrow());
        assertThat(drive.by(agent, () -> waiting.list.of(awa.id()))).isEmpty();
        assertThat(texts()).contains("Réservé pour Awa Diallo");
    }

    private Basket basket(UUID... titles) {
        Basket basket = baskets.getObject();
        List.of(titles).forEach(basket::add);
        basket.choose(branch);
        return basket;
    }

    private static void signIn(CurrentUser user) {
        Screens.signIn(user);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private static void press(NativeButton button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private void confirm() {
        ConfirmDialog dialog = find(ConfirmDialog.class).all().getFirst();
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        dialog.close();
        roundTrip();
    }

    private List<String> texts() {
        roundTrip();
        return texts(getCurrentView().getElement()).filter(text -> !text.isBlank()).toList();
    }

    private static Stream<String> texts(Element of) {
        if (of.isTextNode()) {
            return Stream.of(of.getText());
        }
        return of.isVisible() ? of.getChildren().flatMap(WaitScreensTest::texts) : Stream.empty();
    }
}

package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.support.Consistency;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers to an offer that come twice, too late, or to a slot that has just gone; and what stands there afterwards. */
@PasserelleTest
class WaitAnswersTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    ReservationBook book;
    @Autowired
    PickupSlots slotTable;

    private UUID branch;
    private UUID title;
    private Patron awa;
    private WaitId wait;

    @BeforeEach
    void aCopyIsOffered() {
        branch = drive.branch("PORT");
        title = drive.title(branch, "Germinal", 1);
        UUID copy = waiting.lend(title, branch);
        awa = drive.patron("Awa", "Diallo");
        wait = waiting.ask(awa, title, branch);
        waiting.comesBack(copy);
        signIn(drive.as(awa));
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void aDoubleClickMakesOneReservation() {
        open();
        NativeButton slot = slots().getFirst();

        press(slot);
        press(slot);

        assertThat(book.mine()).hasSize(1);
    }

    @Test
    void whatWasAcceptedInAnotherWindowLeadsToItsReservation() {
        open();
        NativeButton slot = slots().getFirst();
        ReservationId made = waiting.accept(awa, wait, SLOT).value().id();

        press(slot);

        assertThat(book.mine()).hasSize(1);
        assertThat(texts()).contains("Réservé").noneMatch(text -> text.startsWith("Cette attente est terminée"));
        assertThat(links("Voir la réservation")).extracting(RouterLink::getHref)
                .containsExactly("pickup/" + drive.token(made));
    }

    @Test
    void anAnswerThatComesTooLateIsToldAndTheTitleCanBeAskedForAgain() {
        open();
        NativeButton slot = slots().getFirst();
        clock.advance(Duration.ofHours(73));
        engine.runDueJobs();

        press(slot);

        assertThat(book.mine()).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("Cette attente est terminée"));
        assertThat(slots()).isEmpty();
        assertThat(links("Voir le titre, et le demander de nouveau")).extracting(RouterLink::getHref)
                .containsExactly("title/" + title);
    }

    @Test
    void aSlotThatHasJustGoneIsToldAndTheNearestFreeOnesAreThere() {
        open();
        NativeButton slot = slots().getFirst();
        fillTheFirstSlot();

        press(slot);

        assertThat(book.mine()).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("La dernière place de ce créneau vient d’être prise"));
        assertThat(slots()).hasSize(3);
        press(slots().getFirst());
        assertThat(book.mine()).hasSize(1);
    }

    @Test
    void theReservationsOwnPageShowsWhatElseIsWaitedForThereAndWhen() {
        UUID away = drive.title(branch, "Nana", 1);
        waiting.lend(away, branch, Instant.parse("2026-12-09T10:00:00Z"));
        waiting.ask(awa, away, branch);
        UUID elsewhere = drive.branch("GARE");
        UUID other = drive.title(elsewhere, "Pot-Bouille", 1);
        waiting.lend(other, elsewhere);
        waiting.ask(awa, other, elsewhere);
        ReservationId made = waiting.accept(awa, wait, SLOT).value().id();

        navigate(MyReservationsView.class, made.value().toString());

        assertThat(texts()).contains("Nana · Auteur", "Au premier rang",
                "Un exemplaire est attendu pour vous mercredi 9 décembre.").doesNotContain("Pot-Bouille · Auteur");
    }

    @Test
    void aDocumentThatWasNotFoundShowsWhenAnotherIsExpected() {
        CurrentUser agent = drive.agentOf(branch);
        UUID nana = drive.title(branch, "Nana", 2);
        waiting.lend(nana, branch, Instant.parse("2026-12-09T10:00:00Z"));
        ReservationId made = drive.reserve(awa, branch, SLOT, nana, drive.title(branch, "Au Bonheur des dames", 1));
        UUID copy = drive.see(agent, made).lines().stream().filter(each -> each.titleText().equals("Nana")).findFirst()
                .orElseThrow().copy();
        drive.by(agent, () -> drive.pickingDesk.notFound(made, copy)).value();

        navigate(MyReservationsView.class, made.value().toString());

        assertThat(texts()).contains("Un autre exemplaire est attendu mercredi 9 décembre.");
    }

    @Test
    void onlyStaffAreLedFromATitleToTheStoryOfEachCopy() {
        String barcode = drive.jdbc.sql("select barcode from app.copy where title = ?").param(title).query(String.class)
                .single();
        navigate(TitleView.class, title.toString());
        assertThat(links(barcode)).isEmpty();

        signIn(drive.agentOf(branch));
        navigate(TitleView.class, title.toString());
        assertThat(links(barcode)).extracting(RouterLink::getHref).containsExactly("copy/" + barcode);
    }

    private void open() {
        UI.getCurrent().navigate("waiting/" + waiting.tokenOf(wait));
    }

    private void fillTheFirstSlot() {
        Instant first = slotTable.nearestFree(branch, clock.instant(), 1, SlotAudience.PATRON).getFirst().startsAt();
        for (int n = 0; ; n++) {
            if (!drive.tryToReserve(drive.patron("P" + n, "Test"), branch, first, drive.title(branch, "L" + n, 1)).isDone()) {
                return;
            }
        }
    }

    private List<NativeButton> slots() {
        return all(NativeButton.class).filter(slot -> slot.hasClassName("slot") && slot.isEnabled()).toList();
    }

    private List<RouterLink> links(String text) {
        return all(RouterLink.class).filter(link -> text.equals(link.getText())).toList();
    }

    private static void press(NativeButton button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }
}

package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.ui.SlotChoice;
import org.passerelle.support.Engine;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** A patron follows a reservation on a page that stays open. */
@PasserelleTest
class PickupPageTest extends SpringBrowserlessTest {

    @Autowired
    Drive drive;
    @Autowired
    AppClock clock;
    @Autowired
    EachMinute minute;
    @Autowired
    Engine engine;

    private CurrentUser patron;
    private ReservationId id;
    private UUID branch;

    @BeforeEach
    void aReservation() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        branch = drive.branch("PORT");
        Patron awa = drive.patron("Awa", "Diallo");
        id = drive.reserve(awa, branch, SLOT, drive.title(branch, "Germinal", 1));
        patron = drive.as(awa);
        Screens.signIn(patron);
    }

    @Test
    void theButtonToSayOneIsThereComesWithoutReloading() {
        clock.setTo(drive.see(patron, id).arrivalFrom().minusSeconds(1));
        open();
        assertThat(buttons("Je suis arrivé")).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        minute.tick();

        await().pollInSameThread().until(() -> !buttons("Je suis arrivé").isEmpty());
        buttons("Je suis arrivé").getFirst().click();
        assertThat(drive.see(patron, id).appointment()).isEqualTo(AppointmentState.ARRIVED);
        assertThat(buttons("Je suis arrivé")).isEmpty();
    }

    @Test
    void whoLooksAtOtherSlotsCanKeepTheirs() {
        open();
        buttons("Changer de créneau").getFirst().click();
        assertThat(slots()).isNotEmpty();

        buttons("Garder mon créneau").getFirst().click();

        assertThat(slots()).isEmpty();
        assertThat(drive.see(patron, id).slotStartsAt()).isEqualTo(SLOT);
    }

    @Test
    void aSlotThatWasChangedIsSaidInWords() {
        open();
        buttons("Changer de créneau").getFirst().click();

        NativeButton other = slots().stream()
                .filter(slot -> "false".equals(slot.getElement().getAttribute("aria-pressed"))).findFirst().orElseThrow();
        ComponentUtil.fireEvent(other, new ClickEvent<>(other));

        assertThat(find(Note.class).all()).anyMatch(told -> told.getElement().getText().startsWith("C’est noté"));
        assertThat(drive.see(patron, id).slotStartsAt()).isNotEqualTo(SLOT);
    }

    @Test
    void whoseBagIsReadyIsOfferedTheNearestSlotsWithoutTimeToPrepare() {
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 1, 0, 30, 30, 72));
        CurrentUser agent = drive.agentOf(branch);
        drive.pick(agent, id);
        drive.bag(agent, id);
        open();
        buttons("Changer de créneau").getFirst().click();
        NativeButton gone = slots().getFirst();
        drive.reserve(drive.patron("Ali", "Diallo"), branch, FreshState.START.plus(Duration.ofMinutes(30)),
                drive.title(branch, "Nana", 1));
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 1, 48 * 60, 30, 30, 72));

        // At once: the page would otherwise hear by itself that the slot is gone.
        ComponentUtil.fireEvent(gone, new ClickEvent<>(gone));

        SlotChoice nearest = find(SlotChoice.class).all().getFirst();
        assertThat(nearest.isVisible()).isTrue();
        assertThat(find(H3.class, nearest).all()).extracting(H3::getText).containsExactly("mardi 24 novembre");
        assertThat(find(NativeButton.class, nearest).all()).hasSize(3);
    }

    @Test
    void whoIsLateIsNoLongerExpectedAtTheSlotThatIsOver() {
        open();
        assertThat(page()).contains("Rendez-vous mercredi");

        clock.setTo(drive.see(patron, id).slotEndsAt());
        minute.tick();

        await().pollInSameThread().until(() -> page().contains("Votre créneau est passé"));
        assertThat(page()).doesNotContain("Rendez-vous mercredi").contains("Vos documents ne sont pas encore prêts");
    }

    @Test
    void whoCallsTheBranchFindsItsNumberAndWhoHasTakenDocumentsHomeTheDayToBringThemBack() {
        drive.jdbc.sql("update app.branch set phone = '01 02 03 04 05' where id = ?").param(branch).update();
        open();
        assertThat(find(Anchor.class).all())
                .anyMatch(link -> "tel:0102030405".equals(link.getHref()) && "01 02 03 04 05".equals(link.getText()));
        CurrentUser agent = drive.agentOf(branch);
        drive.pick(agent, id);
        drive.bag(agent, id);
        drive.handOverAll(agent, id).value();

        open();

        assertThat(page()).contains("À rendre au plus tard le mardi 15 décembre", "01 02 03 04 05");
        navigate("my", MyReservationsView.class);
        assertThat(rows()).singleElement().asString().contains("À rendre au plus tard le mardi 15 décembre");
    }

    @Test
    void whoMissedTheSlotFindsOthersOnTheOpenPageAndNoneOnceTheyAreThere() {
        CurrentUser agent = drive.agentOf(drive.see(patron, id).branch().id());
        drive.pick(agent, id);
        drive.bag(agent, id);
        open();
        assertThat(slots()).isEmpty();

        clock.setTo(drive.see(patron, id).slotEndsAt().plus(Duration.ofMinutes(31)));
        engine.runDueJobs();

        await().pollInSameThread().until(() -> !buttons("Je suis arrivé").isEmpty()
                && !slots().isEmpty());
        buttons("Je suis arrivé").getFirst().click();
        assertThat(drive.see(patron, id).appointment()).isEqualTo(AppointmentState.ARRIVED);
        assertThat(slots()).isEmpty();
    }

    @Test
    void thePageTellsWhereToParkAndHowToRing() {
        drive.jdbc.sql("update app.branch set address = '3 rue Noire', practical_note_fr = 'Sonnez au portail' where id = ?")
                .param(branch).update();

        open();

        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).contains("3 rue Noire", "Sonnez au portail");
    }

    @Test
    void theListOfReservationsFollowsWhatHappensToThem() {
        navigate("my", MyReservationsView.class);
        assertThat(rows()).singleElement().matches(row -> row.contains("En préparation"), "being prepared");
        CurrentUser agent = drive.agentOf(branch);
        drive.pick(agent, id);
        drive.bag(agent, id);
        await().pollInSameThread().until(() -> rows().getFirst().contains("Prêt"));

        drive.by(agent, () -> drive.newReservations.reserve(new ReserveCommand(patron.patron(), branch, Drive.LATER_SLOT,
                List.of(drive.title(branch, "Nana", 1)), Channel.PHONE))).value();
        await().pollInSameThread().until(() -> rows().size() == 2);
    }

    private String page() {
        // A look for any component lets in what waits for the window; a round trip alone does not.
        find(Button.class).all();
        roundTrip();
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<String> rows() {
        roundTrip();
        return find(ListItem.class).all().stream().map(row -> row.getElement().getTextRecursively())
                .filter(row -> row.contains("code ")).toList();
    }

    private void open() {
        navigate("my/" + id.value(), MyReservationsView.class);
    }

    private List<Button> buttons(String text) {
        roundTrip();
        return find(Button.class).all().stream().filter(button -> text.equals(button.getText())).toList();
    }

    /** What can be pressed among the slots, not in the frame. */
    private List<NativeButton> slots() {
        return find(SlotChoice.class).all().stream().flatMap(choice -> find(NativeButton.class, choice).all().stream()).toList();
    }
}

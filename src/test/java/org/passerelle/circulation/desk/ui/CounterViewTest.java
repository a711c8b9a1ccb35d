package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.ui.DriveScreens;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.support.FreshState;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** A reservation made by staff for a patron who calls, writes or stands at the desk. */
class CounterViewTest extends DriveScreens {

    @Autowired
    PatronRepository patrons;

    @Test
    void aReservationByTelephoneIsMadeFromCardBarcodeAndSlot() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId other = drive.reserve(drive.patron("Ali", "Diallo"), branch, SLOT, drive.title(branch, "Nana", 1));
        navigate(CounterView.class);
        List<ComboBox> boxes = all(ComboBox.class).toList();

        button("Réserver").click();
        assertThat(boxes.getFirst().isInvalid()).isTrue();
        type(boxes.getFirst(), patron.cardNumber());
        type(boxes.getLast(), drive.see(agent, other).lines().getFirst().barcode());
        assertThat(texts()).contains("aucun ici");
        type(boxes.getLast(), "germinal");
        assertThat(texts()).contains("1 disponible ici");
        freeSlot().click();
        button("Réserver").click();
        assertThat(boxes.getLast().getErrorMessage()).contains("Nana");
        all(Button.class).filter(remove -> "×".equals(remove.getText())).findFirst().orElseThrow().click();
        button("Réserver").click();

        assertThat(texts()).contains("Réservé pour Jeanne Ferrand");
        assertThat(title).isNotNull();
        assertThat(button("Nouvelle réservation").isEnabled()).isTrue();
    }

    @Test
    void titlesThatWereDictatedAreNotLostWithoutAQuestion() {
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(all(ComboBox.class).toList().getLast(), "germinal");

        UI.getCurrent().navigate("inbox");

        assertThat(all(ConfirmDialog.class)).singleElement()
                .satisfies(asked -> assertThat(asked.getElement().getProperty("header")).startsWith("Quitter sans"));
        assertThat(texts()).contains("1 disponible ici");
        confirm();
        assertThat(all(CounterView.class)).isEmpty();
    }

    @Test
    void whoIsRefusedAFullSlotAtTheCounterSeesTheNearestFreeOnes() {
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 1, 48 * 60, 30, 30, 72));
        drive.title(branch, "Germinal", 1);
        Patron other = drive.patron("Ali", "Diallo");
        UUID nana = drive.title(branch, "Nana", 1);
        navigate(CounterView.class);
        List<ComboBox> boxes = all(ComboBox.class).toList();
        type(boxes.getFirst(), patron.cardNumber());
        type(boxes.getLast(), "germinal");
        freeSlot().click();
        drive.newReservations.reserve(new ReserveCommand(other.id(), branch, FreshState.START, List.of(nana), Channel.PHONE)).value();

        button("Réserver").click();

        assertThat(texts()).contains("Les créneaux libres les plus proches")
                .anyMatch(text -> text.startsWith("La dernière place de ce créneau"));
        List<Button> nearest = chips().filter(chip -> chip.getText().startsWith("mar. 24 nov.,")).toList();
        assertThat(nearest).extracting(chip -> Screens.withOrdinarySpaces(chip.getText())).containsExactly(
                "mar. 24 nov., 9 h 30 · 1 place", "mar. 24 nov., 10 h · 1 place", "mar. 24 nov., 10 h 30 · 1 place");
        nearest.getFirst().click();
        assertThat(texts()).doesNotContain("Les créneaux libres les plus proches");
        button("Réserver").click();
        assertThat(texts()).contains("Réservé pour Jeanne Ferrand");
    }

    @Test
    void aBranchThatIsClosedForFiveWeeksIsBookedBeyondThem() {
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 1, 0, 60, 30, 72));
        BranchFixture.closed(drive.jdbc, branch, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 28));
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(patron(), patron.cardNumber());
        type(titles(), "germinal");

        assertThat(chips().map(chip -> Screens.withOrdinarySpaces(chip.getText()))).startsWith("mar. 29 déc.")
                .contains("Voir 12 jours de plus");
        button("Voir 12 jours de plus").click();
        assertThat(chips().map(Button::getText)).doesNotContain("Voir 12 jours de plus");
        freeSlot().click();
        button("Réserver").click();

        assertThat(made()).singleElement().extracting(made -> made.slotStartsAt().toString())
                .isEqualTo("2027-01-12T08:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"PHONE", "LETTER", "DESK"})
    void theWayInWhichThePatronAskedIsOnRecord(Channel way) {
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(patron(), patron.cardNumber());
        ways().setValue(way);
        type(titles(), "germinal");
        freeSlot().click();
        button("Réserver").click();

        assertThat(made()).singleElement().extracting(ReservationDetails::channel).isEqualTo(way);
    }

    @Test
    void aNameIsEnoughWhereItCanMeanOnePatronOnly() {
        drive.patron("Ali", "Ferrand");
        navigate(CounterView.class);

        type(patron(), "zzz");
        assertThat(patron().isInvalid()).isTrue();
        assertThat(patron().getErrorMessage()).isEqualTo(patron().getTranslation("staff.counter.patron.none"));
        type(patron(), "ferrand");
        assertThat(patron().isInvalid()).isTrue();
        assertThat(patron().getErrorMessage()).isEqualTo(patron().getTranslation("staff.counter.patron.several"));
        assertThat(patron().getValue()).isNull();

        type(patron(), "jeanne");

        assertThat(patron().isInvalid()).isFalse();
        assertThat(patron().getValue()).isNotNull();
        assertThat(patron().getItemLabelGenerator().apply(patron().getValue())).endsWith(patron.cardNumber());
    }

    @Test
    void whatTheBranchHasOfATitleIsKeptTrue() {
        UUID title = drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(titles(), "germinal");
        assertThat(texts()).contains("1 disponible ici");

        ReservationId taken = drive.reserve(drive.patron("Ali", "Diallo"), branch, SLOT, title);
        awaitText("aucun ici"::equals);

        drive.by(agent, () -> reservations.cancel(taken)).value();
        awaitText("1 disponible ici"::equals);
    }

    // Words of this test

    @Test
    void whatIsGivenOnPaperIsInThePatronsLanguage() {
        patron.reachBy("jeanne@example.org", null, false, Locale.ENGLISH);
        patrons.save(patron);
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(patron(), patron.cardNumber());
        type(titles(), "germinal");
        freeSlot().click();
        button("Réserver").click();

        assertThat(texts()).contains("Reserved for Jeanne Ferrand").anyMatch(text -> text.startsWith("Tuesday"));
        assertThat(button("Nouvelle réservation").isEnabled()).isTrue();
    }

    private List<ReservationDetails> made() {
        return drive.by(drive.as(patron), () -> drive.book.mine());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> patron() {
        return all(ComboBox.class).toList().getFirst();
    }

    private ComboBox<?> titles() {
        return all(ComboBox.class).toList().getLast();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Channel> ways() {
        return all(RadioButtonGroup.class).findFirst().orElseThrow();
    }

    private Button freeSlot() {
        return chips().filter(chip -> chip.getText().contains("place")).findFirst().orElseThrow();
    }

    private Stream<Button> chips() {
        return all(Button.class).filter(chip -> chip.hasClassName("chip"));
    }

    /** What is typed and sent by Enter without a choice from the list. */
    private static void type(ComboBox<?> box, String typed) {
        ComponentUtil.fireEvent(box,
                new ComboBoxBase.CustomValueSetEvent<>(box, false, typed));
    }
}

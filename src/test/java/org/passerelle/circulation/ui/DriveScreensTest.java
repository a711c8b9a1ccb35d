package org.passerelle.circulation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.Drive.LATER_SLOT;
import static org.passerelle.circulation.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.LineState;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.circulation.process.DrivePickupProcess;
import org.passerelle.circulation.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.service.Reservations;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.support.Engine;
import org.passerelle.support.FormEcho;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The drive's screens as staff use them, without a browser. */
@PasserelleTest
class DriveScreensTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Reservations reservations;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    UUID branch;
    Patron patron;
    CurrentUser agent;

    @BeforeEach
    void anAgentAtADesk() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
        signIn(agent);
    }

    // The day

    @Test
    void arrivingMovesTheCardAndShowsWhatToDoNext() {
        ReservationId id = ready(reserve("Germinal"));
        clock.setTo(SLOT);
        openDay();

        button("Arrivé").click();

        assertThat(button("Remettre le sac").isEnabled()).isTrue();
        assertThat(texts()).anyMatch(text -> text.contains("Jeanne Ferrand est au drive"));
        assertThat(drive.see(agent, id).arrivedAt()).isEqualTo(SLOT);
    }

    @Test
    void aPartOfTheBagCanBeHandedOver() {
        ReservationId id = ready(reserve("Germinal", "Nana"));
        clock.setTo(SLOT);
        reservations.arrived(id);
        openDay();
        button("Remettre le sac").click();

        CheckboxGroup<?> documents = all(CheckboxGroup.class).findFirst().orElseThrow();
        assertThat(documents.getSelectedItems()).hasSize(2);
        documents.deselectAll();
        lastButton("Remettre le sac").click();
        assertThat(documents.isInvalid()).isTrue();
        selectFirst(documents);
        lastButton("Remettre le sac").click();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(texts()).contains("partiel · 1 à ranger");
    }

    @Test
    void staffOfAnotherBranchSeeTheDayWithoutItsButtons() {
        reserve("Germinal");
        clock.setTo(SLOT);
        signIn(drive.agentOf(drive.branch("GARE")));

        openDay();

        assertThat(texts()).contains("Jeanne Ferrand").anyMatch(text -> text.startsWith("Vous ne travaillez pas"));
        assertThat(buttons("Arrivé")).isEmpty();
    }

    @Test
    void anAppointmentIsFoundByNameOrCode() {
        ReservationId id = reserve("Germinal");
        patron = drive.patron("Ali", "Diallo");
        reserve("Nana");
        openDay();

        scan("diâllo");
        assertThat(texts()).contains("Ali Diallo").doesNotContain("Jeanne Ferrand");
        scan(drive.see(agent, id).code().replace("-", "").toLowerCase(Locale.ROOT));
        assertThat(texts()).contains("Jeanne Ferrand").doesNotContain("Ali Diallo");
        scan("personne");
        assertThat(texts()).anyMatch(text -> text.contains("Rien ce jour"));
    }

    @Test
    void whatWasFoundOnAnotherDayIsKeptTrueToo() {
        ReservationId id = ready(drive.reserve(patron, branch, LATER_SLOT, drive.title(branch, "Germinal", 1)));
        drive.reserve(patron, branch, LATER_SLOT.plus(Duration.ofMinutes(30)), drive.title(branch, "Nana", 1));
        clock.setTo(LATER_SLOT);
        openDay();
        scan("ferrand");
        assertThat(buttons("Arrivé")).hasSize(2);

        button("Arrivé").click();

        assertThat(buttons("Arrivé")).hasSize(1);
        button("Remettre le sac").click();
        lastButton("Remettre le sac").click();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        assertThat(buttons("Remettre le sac")).isEmpty();
        assertThat(texts()).filteredOn("Jeanne Ferrand"::equals).hasSize(2);

        button("Tout montrer").click();
        assertThat(texts()).doesNotContain("Jeanne Ferrand");
    }

    // Forms of tasks

    @Test
    void thePickerScansAndAWrongCodeLosesNothing() {
        ReservationId id = reserve("Germinal", "Nana");
        FormEcho told = form(id, Tasks.PICK_DOCUMENTS, true);
        String barcode = drive.see(agent, id).lines().getFirst().barcode();

        scan("nowhere");
        assertThat(texts()).contains("Ce code-barres est inconnu.");
        scan(barcode);
        assertThat(drive.see(agent, id).lines()).extracting(line -> line.state())
                .containsExactlyInAnyOrder(LineState.PICKED, LineState.HELD);
        button("Tout est prêt").click();
        assertThat(told.doneKey()).isNull();
        scan(drive.see(agent, id).lines().getLast().barcode());
        button("Tout est prêt").click();

        assertThat(told.doneKey()).isEqualTo("staff.pick.done");
        assertThat(drive.task(id, Tasks.PREPARE_BAG)).isNotNull();
    }

    @Test
    void documentsArePickedAndPutBackInTheOrderOfTheirShelves() {
        List<String> walk = List.of("843.914 HUG", "843.92 ABE", "bd 2", "BD 10", "Éa 3", "R ZOL");
        ReservationId id = drive.reserve(patron, branch, SLOT, walk.reversed().stream()
                .map(mark -> drive.titleAt(branch, "Titre " + mark, mark)).toArray(UUID[]::new));

        form(id, Tasks.PICK_DOCUMENTS, true);
        assertThat(texts()).filteredOn(walk::contains).containsExactlyElementsOf(walk);

        ready(id);
        reservations.cancel(id);
        UI.getCurrent().removeAll();
        form(id, Tasks.PUT_BACK, true);
        assertThat(texts()).filteredOn(walk::contains).containsExactlyElementsOf(walk);
    }

    @Test
    void aScanMayCarryWhatTheScannerAddsToIt() {
        ReservationId id = reserve("Germinal");
        form(id, Tasks.PICK_DOCUMENTS, true);

        scan("\u001d" + drive.see(agent, id).lines().getFirst().barcode() + "\t\r\n");

        assertThat(drive.see(agent, id).lines()).extracting(line -> line.state()).containsExactly(LineState.PICKED);
    }

    @Test
    void whatNoBarcodeCanHoldIsRefusedInWords() {
        form(reserve("Germinal"), Tasks.PICK_DOCUMENTS, true);

        scan("97\u00008" + "<b>9</b>".repeat(1_250));

        assertThat(texts()).contains("Ce code-barres est inconnu.");
    }

    @Test
    void aHugeSearchOfTheDayIsAnsweredInAFewWords() {
        openDay();

        scan("😀".repeat(5_000));

        assertThat(texts()).anyMatch(text -> text.startsWith("Rien ce jour")).allMatch(text -> text.length() < 300);
    }

    @Test
    void whatCannotBePrintedStandsInNoPlaceOfABag() {
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        FormEcho told = form(id, Tasks.PREPARE_BAG, true);

        all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst().orElseThrow()
                .setValue("étagère\u0000\tB2\u202e");
        button("Sac prêt").click();

        assertThat(told.doneKey()).isEqualTo("staff.bag.done");
        assertThat(drive.see(agent, id).bagPlace()).isEqualTo("étagère B2");
    }

    @Test
    void aDamagedCopyNeedsANoteAndIsReplacedByAnother() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2));
        String damaged = drive.see(agent, id).lines().getFirst().barcode();
        form(id, Tasks.PICK_DOCUMENTS, true);
        button("Abîmé…").click();

        button("Retirer de la circulation").click();
        TextArea note = all(TextArea.class).findFirst().orElseThrow();
        assertThat(note.isInvalid()).isTrue();
        note.setValue("Couverture\u0000 déchirée");
        button("Retirer de la circulation").click();

        assertThat(drive.placeOf(damaged)).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        String other = drive.see(agent, id).lines().getFirst().barcode();
        assertThat(other).isNotEqualTo(damaged);
        assertThat(texts()).anyMatch(text -> text.contains("un autre exemplaire est proposé") && text.contains(other));
        UI.getCurrent().navigate("copy/" + damaged);
        assertThat(texts()).contains("Couverture déchirée");
    }

    @Test
    void nothingFoundAsksBeforeItEndsTheCase() {
        ReservationId id = reserve("Germinal");
        FormEcho told = form(id, Tasks.PICK_DOCUMENTS, true);
        button("Introuvable…").click();
        confirm();

        button("Tout est prêt").click();
        assertThat(told.doneKey()).isNull();
        confirm();

        assertThat(told.doneKey()).isEqualTo("staff.pick.nothing.done");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NOTHING_FOUND);
    }

    @Test
    void theBagNeedsAPlaceAndTheSecondPersonIsTold() {
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        FormEcho told = form(id, Tasks.PREPARE_BAG, true);

        button("Sac prêt").click();
        TextField place = all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst()
                .orElseThrow();
        assertThat(place.isInvalid()).isTrue();
        drive.bag(agent, id);
        place.setValue("étagère B2");
        button("Sac prêt").click();

        assertThat(told.refused().reason().name()).isEqualTo("ALREADY_DONE");
        assertThat(place.getValue()).isEqualTo("étagère B2");
    }

    @Test
    void whatIsPutBackIsScannedUntilNothingIsLeft() {
        ReservationId id = ready(reserve("Germinal", "Nana"));
        reservations.cancel(id);
        FormEcho told = form(id, Tasks.PUT_BACK, true);

        scan(drive.see(agent, id).lines().getFirst().barcode());
        assertThat(texts()).anyMatch(text -> text.contains("encore 1"));
        scan(drive.see(agent, id).lines().getLast().barcode());

        assertThat(told.doneKey()).isEqualTo("staff.putBack.done");
    }

    @Test
    void whoMayNotActReadsTheFormOnly() {
        ReservationId id = reserve("Germinal");

        form(id, Tasks.PICK_DOCUMENTS, false);

        assertThat(button("Tout est prêt").isEnabled()).isFalse();
        assertThat(buttons("Introuvable…")).isEmpty();
        assertThat(all(ScanField.class)).isEmpty();
    }

    // The case

    @Test
    void oneCaseIsShownWhole() {
        ReservationId id = reserve("Germinal");

        CaseGestures.openCase(id);

        assertThat(texts()).contains("Germinal · Auteur", "à prendre")
                .anyMatch(text -> text.startsWith("Réservation faite"));
        button("Annuler la réservation").click();
        confirm();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.CANCELLED);
        assertThat(texts()).anyMatch(text -> text.startsWith("annulé"));
    }

    @Test
    void theCaseFollowsWhatOthersDo() {
        ReservationId id = reserve("Germinal");
        CaseGestures.openCase(id);
        assertThat(buttons("Annuler la réservation")).hasSize(1);

        drive.by(drive.as(patron), () -> reservations.cancel(id)).value();

        awaitText(text -> text.startsWith("annulé"));
        assertThat(buttons("Annuler la réservation")).isEmpty();
    }

    // Words of this test

    private ReservationId reserve(String... titles) {
        return drive.reserve(patron, branch, SLOT,
                Stream.of(titles).map(title -> drive.title(branch, title, 1)).toArray(UUID[]::new));
    }

    private ReservationId ready(ReservationId id) {
        drive.pick(agent, id);
        drive.bag(agent, id);
        engine.runDueJobs();
        return id;
    }

    private void openDay() {
        UI.getCurrent().navigate("drive/" + branch + "/" + LocalDate.of(2026, 11, 25));
    }

    private FormEcho form(ReservationId id, String taskKey, boolean mayAct) {
        return form(DrivePickupProcess.caseOf(id), taskKey, mayAct);
    }

    private static <T> void selectFirst(CheckboxGroup<T> group) {
        group.select(group.getListDataView().getItem(0));
    }
}

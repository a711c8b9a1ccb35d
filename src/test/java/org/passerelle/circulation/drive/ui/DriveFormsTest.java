package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.support.FormEcho;

/** The forms of the drive’s tasks as staff fill them, without a browser. */
class DriveFormsTest extends DriveScreens {

    @Test
    void aTaskInTheInboxLeadsToThePageOfItsReservation() {
        ReservationId id = reserve("Germinal");

        openTask(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS);

        assertThat(all(RouterLink.class).filter(link -> "Voir la réservation".equals(link.getText())))
                .singleElement().extracting(RouterLink::getHref).isEqualTo("reservation/" + id.value());
    }

    @Test
    void thePickerScansAndAWrongCodeLosesNothing() {
        ReservationId id = reserve("Germinal", "Nana");
        FormEcho told = form(id, Tasks.PICK_DOCUMENTS, true);
        String barcode = drive.see(agent, id).lines().getFirst().barcode();

        scan("nowhere");
        assertThat(texts()).contains("Ce code-barres est inconnu\u00a0: «\u00a0nowhere\u00a0».");
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

        assertThat(texts()).anyMatch(text -> text.startsWith("Ce code-barres est inconnu")).allMatch(text -> text.length() < 300);
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

        button("Mettre hors circulation").click();
        TextArea note = all(TextArea.class).findFirst().orElseThrow();
        assertThat(note.isInvalid()).isTrue();
        note.setValue("Couverture\u0000 déchirée");
        button("Mettre hors circulation").click();

        assertThat(drive.placeOf(damaged)).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        String other = drive.see(agent, id).lines().getFirst().barcode();
        assertThat(other).isNotEqualTo(damaged);
        assertThat(texts()).anyMatch(text -> text.contains("un autre exemplaire est proposé") && text.contains(other));
        UI.getCurrent().navigate("copy/" + damaged);
        assertThat(texts()).contains("Couverture déchirée");
    }

    @Test
    void whatIsSaidOfACopyIsNotSaidOfTheOneThatReplacedItMeanwhile() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2));
        Line seen = drive.see(agent, id).lines().getFirst();
        FormEcho told = form(id, Tasks.PICK_DOCUMENTS, true);
        button("Introuvable…").click();
        drive.by(drive.agentOf(branch), () -> drive.pickingDesk.notFound(id, seen.copy())).value();

        confirm();

        assertThat(drive.placeOf(drive.see(agent, id).lines().getFirst().barcode())).isEqualTo(PlaceKind.HELD);
        assertThat(told.refused()).isNotNull();
    }

    @Test
    void whatWasTypedAboutACopyDoesNotStandAtTheOneThatReplacedIt() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2));
        Line seen = drive.see(agent, id).lines().getFirst();
        openTask(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS);
        button("Abîmé…").click();
        note().setValue("Dos arraché");
        button("Revenir").click();
        drive.by(drive.agentOf(branch), () -> drive.pickingDesk.notFound(id, seen.copy())).value();
        openDay();

        openTask(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS);
        button("Abîmé…").click();

        assertThat(note().getValue()).isEmpty();
    }

    @Test
    void aNoteThatIsTooLongIsToldAtItsFieldAndStaysThere() {
        ReservationId id = reserve("Germinal");
        Line line = drive.see(agent, id).lines().getFirst();
        String long501 = "x".repeat(501);
        form(id, Tasks.PICK_DOCUMENTS, true);
        button("Abîmé…").click();
        TextArea note = all(TextArea.class).findFirst().orElseThrow();

        note.setValue(long501);
        button("Mettre hors circulation").click();

        assertThat(note.isInvalid()).isTrue();
        assertThat(note.getErrorMessage()).contains("500");
        assertThat(note.getValue()).isEqualTo(long501);
        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.HELD);
        assertThat(drive.pickingDesk.damaged(id, line.copy(), long501).refusal()).isEqualTo(CirculationRefusal.TEXT_TOO_LONG);
        note.setValue("x".repeat(500));
        button("Mettre hors circulation").click();
        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
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
    void aPlaceThatIsTooLongIsToldAtItsFieldAndStaysThere() {
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        FormEcho told = form(id, Tasks.PREPARE_BAG, true);
        TextField place = all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst()
                .orElseThrow();

        place.setValue("x".repeat(41));
        button("Sac prêt").click();

        assertThat(place.isInvalid()).isTrue();
        assertThat(place.getErrorMessage()).contains("40");
        assertThat(place.getValue()).hasSize(41);
        assertThat(told.doneKey()).isNull();
        assertThat(drive.pickingDesk.bagPrepared(drive.task(id, Tasks.PREPARE_BAG), id, "x".repeat(41)).refusal())
                .isEqualTo(CirculationRefusal.TEXT_TOO_LONG);
        place.setValue("x".repeat(40));
        button("Sac prêt").click();
        assertThat(drive.see(agent, id).bagPlace()).hasSize(40);
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
    void whatIsTypedAboutADamagedCopyCountsThoughThePatronCancelsMeanwhile() {
        ReservationId id = reserve("Germinal");
        String barcode = drive.see(agent, id).lines().getFirst().barcode();
        form(id, Tasks.PICK_DOCUMENTS, true);
        button("Abîmé…").click();
        note().setValue("Dos arraché");
        drive.by(drive.as(patron), () -> reservations.cancel(id)).value();

        button("Mettre hors circulation").click();

        assertThat(texts()).anyMatch(text -> text.contains("est hors circulation, avec votre note")
                && text.endsWith("la réservation a pris fin entre-temps."));
        assertThat(drive.placeOf(barcode)).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
    }

    @Test
    void whatIsTypedAboutADamagedCopyStaysWhereItCannotBeRecorded() {
        ReservationId id = reserve("Germinal");
        form(id, Tasks.PICK_DOCUMENTS, true);
        button("Abîmé…").click();
        note().setValue("Dos arraché");
        drive.pick(agent, id);

        button("Mettre hors circulation").click();

        assertThat(note().getValue()).isEqualTo("Dos arraché");
        assertThat(note().isInvalid()).isTrue();
    }

    private TextArea note() {
        return all(TextArea.class).filter(field -> "Ce qui est abîmé".equals(field.getLabel())).findFirst().orElseThrow();
    }

    @Test
    void whatIsSeenToBeDamagedWhileTheBagIsMadeIsSaidThere() {
        ReservationId id = reserve("Germinal", "Nana");
        drive.pick(agent, id);
        FormEcho told = form(id, Tasks.PREPARE_BAG, true);

        button("Abîmé…").click();
        note().setValue("Dos arraché");
        button("Mettre hors circulation").click();

        assertThat(texts()).anyMatch(text -> text.contains("le sac se fait sans lui"))
                .anyMatch(text -> text.startsWith("1 prêt sera préparé"));
        assertThat(buttons("Abîmé…")).hasSize(1);
        bagPlace().setValue("étagère B2");
        button("Sac prêt").click();
        assertThat(told.doneKey()).isEqualTo("staff.bag.done");
    }

    @Test
    void whatIsToBePutBackMayBeMissingOrDamaged() {
        ReservationId id = ready(reserve("Germinal", "Nana"));
        reservations.cancel(id);
        FormEcho told = form(id, Tasks.PUT_BACK, true);
        List<Line> lines = drive.see(agent, id).lines();

        buttons("Introuvable…").getFirst().click();
        confirm();
        button("Abîmé…").click();
        note().setValue("Mouillé");
        button("Mettre hors circulation").click();

        assertThat(told.doneKey()).isEqualTo("staff.putBack.damaged");
        assertThat(lines).extracting(line -> drive.placeOf(line.barcode()))
                .containsExactlyInAnyOrder(PlaceKind.MISSING, PlaceKind.OUT_OF_CIRCULATION);
    }

    @Test
    void whereTheBagWillStandIsNotLostByALookElsewhere() {
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        openTask(DrivePickupProcess.caseOf(id), Tasks.PREPARE_BAG);
        bagPlace().setValue("étagère B2");
        openDay();

        openTask(DrivePickupProcess.caseOf(id), Tasks.PREPARE_BAG);

        assertThat(bagPlace().getValue()).isEqualTo("étagère B2");
    }

    private TextField bagPlace() {
        return all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst()
                .orElseThrow();
    }

    @Test
    void whatThePatronLeavesStaysUntickedAfterALookElsewhere() {
        ReservationId id = ready(reserve("Germinal", "Nana"));
        reservations.arrived(id).value();
        openTask(DrivePickupProcess.caseOf(id), Tasks.HAND_OVER);
        Line left = drive.see(agent, id).lines().getFirst();
        all(CheckboxGroup.class).forEach(group -> group.deselect(left));
        openDay();

        openTask(DrivePickupProcess.caseOf(id), Tasks.HAND_OVER);
        button("Remettre le sac").click();

        assertThat(drive.see(agent, id).lines()).extracting(Line::state)
                .containsExactlyInAnyOrder(LineState.TO_PUT_BACK, LineState.COLLECTED);
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

    private FormEcho form(ReservationId id, String taskKey, boolean mayAct) {
        return form(DrivePickupProcess.caseOf(id), taskKey, mayAct);
    }
}

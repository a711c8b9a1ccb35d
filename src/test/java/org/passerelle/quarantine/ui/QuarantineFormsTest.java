package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.support.FormEcho;

/** The forms of a crate’s tasks as staff fill them, without a browser. */
class QuarantineFormsTest extends QuarantineScreens {

    @Test
    void aTaskInTheInboxLeadsToThePageOfItsCrate() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        release(crate);

        openTask(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.TREAT);

        assertThat(all(RouterLink.class).filter(link -> "Voir la caisse".equals(link.getText())))
                .singleElement().extracting(RouterLink::getHref).isEqualTo("crate/" + crate.value());
    }

    @Test
    void aTreatmentIsRefusedWhereTheTableDoesNotAllowIt() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        release(crate);
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.TREAT, true);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Method> method = all(RadioButtonGroup.class).findFirst().orElseThrow();
        TextField product = all(TextField.class).filter(field -> "Produit".equals(field.getLabel())).findFirst()
                .orElseThrow();
        IntegerField minutes = all(IntegerField.class).findFirst().orElseThrow();

        button("Documents désinfectés").click();
        assertThat(method.isInvalid()).isTrue();
        method.setValue(Method.VIRUCIDE);
        button("Documents désinfectés").click();
        assertThat(product.isInvalid()).isTrue();
        product.setValue("Sanivir");
        minutes.setValue(1);
        button("Documents désinfectés").click();
        assertThat(minutes.isInvalid()).isTrue();
        assertThat(product.getValue()).isEqualTo("Sanivir");
        minutes.setValue(10);
        button("Documents désinfectés").click();

        assertThat(told.doneKey()).isEqualTo("quarantine.treat.told");
        assertThat(room.see(agent, crate).treatments()).singleElement()
                .satisfies(done -> assertThat(done.minutes()).isEqualTo(10));
    }

    @Test
    void aTreatmentAndAnInspectionAreTakenBackInTheInbox() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        release(crate);
        openTask(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.TREAT);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Method> method = all(RadioButtonGroup.class).findFirst().orElseThrow();
        method.setValue(Method.VIRUCIDE);
        all(TextField.class).filter(field -> "Produit".equals(field.getLabel())).findFirst().orElseThrow().setValue("Sanivir");
        button("Documents désinfectés").click();

        button("Pas désinfectés finalement").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("C’est annulé"));
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.TREATMENT);
        room.by(agent, () -> room.crateDesk.treated(room.task(crate, QuarantineProcess.Tasks.TREAT), crate, Method.VIRUCIDE, "Sanivir",
                20)).value();
        openTask(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT);
        button("Contrôle terminé").click();

        button("Pas terminé finalement").click();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(button("Contrôle terminé").isEnabled()).isTrue();
    }

    @Test
    void whatIsNotFitNeedsANoteAndTheRestIsPutAwayByScanning() {
        CrateId crate = readyToInspect(3);
        FormEcho told = inspection(crate);
        judgeNotFit("À réparer", "Dos cassé");
        assertThat(texts()).anyMatch(text -> text.startsWith("2 en bon état, 1 à réparer"));
        button("Contrôle terminé").click();
        assertThat(told.doneKey()).isEqualTo("quarantine.inspect.told");

        UI.getCurrent().removeAll();
        FormEcho last = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.PUT_AWAY, true);
        List<String> barcodes = room.see(agent, crate).documents().stream().map(row -> row.barcode())
                .filter(barcode -> room.placeOf(barcode) == PlaceKind.TO_SHELF).toList();
        scan("nowhere");
        scan(room.book(branch, "Autre"));
        assertThat(texts()).anyMatch(text -> text.contains("n’est pas de cette caisse"));
        scan(barcodes.get(0));
        assertThat(texts()).contains("en rayon", "à ranger");
        scan(barcodes.get(1));

        assertThat(last.doneKey()).isEqualTo("quarantine.putAway.last");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void whatIsTakenOutOfTheCollectionNeedsANoteAndCanBeThoughtOver() {
        CrateId crate = readyToInspect(2);
        FormEcho told = inspection(crate);
        judgeNotFit("Éliminer", HOSTILE);
        assertThat(texts()).contains("éliminé").anyMatch(text -> text.startsWith("1 en bon état, 0 à réparer, 1 à éliminer"));

        button("Finalement en bon état").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("2 en bon état, 0 à réparer, 0 à éliminer"));
        button("Éliminer").click();
        all(TextArea.class).findFirst().orElseThrow().setValue(HOSTILE);
        lastButton("Éliminer").click();
        button("Contrôle terminé").click();

        assertThat(told.doneKey()).isEqualTo("quarantine.inspect.told");
        String withdrawn = room.see(agent, crate).documents().getFirst().barcode();
        assertThat(room.placeOf(withdrawn)).isEqualTo(PlaceKind.WITHDRAWN);
        UI.getCurrent().removeAll();
        navigate("copy/" + withdrawn, CopyView.class);
        assertThat(texts()).contains("éliminé", HOSTILE).anyMatch(text -> text.endsWith(" · " + HOSTILE));
    }

    @Test
    void whatWasFoundAndWhySurvivesALookElsewhere() {
        CrateId crate = readyToInspect(3);
        inspection(crate);
        judgeNotFit("À réparer", "Dos cassé");
        button("Introuvable").click();
        UI.getCurrent().removeAll();

        FormEcho told = inspection(crate);
        assertThat(texts()).contains("à réparer", "introuvable").anyMatch(text -> text.endsWith(" · Dos cassé"))
                .contains("1 en bon état, 1 à réparer, 0 à éliminer, 1 introuvable.");
        button("Contrôle terminé").click();

        assertThat(told.doneKey()).isEqualTo("quarantine.inspect.told");
        assertThat(room.see(agent, crate).documents()).extracting(row -> room.placeOf(row.barcode()))
                .containsExactlyInAnyOrder(PlaceKind.REPAIR, PlaceKind.MISSING, PlaceKind.TO_SHELF);
    }

    @Test
    void whatIsNotFoundWhenPuttingAwayIsMarkedMissing() {
        CrateId crate = readyToInspect(1);
        room.inspect(agent, crate, Map.of()).value();
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.PUT_AWAY, true);

        button("Introuvable…").click();
        confirm();

        assertThat(told.doneKey()).isEqualTo("quarantine.putAway.missing");
    }

    @Test
    void aMethodThatTheTableAllowsNoMoreIsNotOffered() {
        room.publish(room.manager(), "virucide", "false", Reach.NEW_ONLY);
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        release(crate);
        form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.TREAT, true);
        assertThat(all(RadioButtonGroup.class).findFirst().orElseThrow().getListDataView().getItems().toList())
                .isEqualTo(List.of(Method.DRY_WIPE, Method.DAMP_WIPE));
    }

    @Test
    void allIsPutAwayAtOnceAfterAQuestion() {
        CrateId crate = readyToInspect(2);
        room.inspect(agent, crate, Map.of()).value();
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.PUT_AWAY, true);

        button("Tout est rangé").click();
        assertThat(told.doneKey()).isNull();
        confirm();

        assertThat(told.doneKey()).isEqualTo("quarantine.putAway.told");
    }

    @Test
    void whoMayNotActReadsTheFormsOnly() {
        CrateId crate = readyToInspect(1);

        form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, false);

        assertThat(texts()).contains("Livre 0");
        assertThat(button("Contrôle terminé").isEnabled()).isFalse();
        assertThat(buttons("À réparer")).isEmpty();
    }

    private CrateId readyToInspect(int books) {
        CrateId crate = room.sealedCrate(agent, branch, books);
        quarantineOver();
        return crate;
    }

    private FormEcho inspection(CrateId crate) {
        return form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, true);
    }

    /** Refused until a note says why. */
    private void judgeNotFit(String verdict, String why) {
        button(verdict).click();
        lastButton(verdict).click();
        TextArea note = all(TextArea.class).findFirst().orElseThrow();
        assertThat(note.isInvalid()).isTrue();
        note.setValue(why);
        lastButton(verdict).click();
    }
}

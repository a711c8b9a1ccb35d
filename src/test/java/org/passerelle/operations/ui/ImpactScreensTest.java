package org.passerelle.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Method;
import org.springframework.beans.factory.annotation.Autowired;

/** What a manager reads of a changed rule's consequences, chooses there and publishes. */
class ImpactScreensTest extends PolicyScreens {

    /** CDs and DVDs that are not stacked, in an ordinary situation. */
    private static final int CASE_ROW = 3;
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    Waiting waiting;
    @Autowired
    Drive drive;

    @Test
    void theMethodsThatAreTickedAreThoseThatTheNextCrateAllows() {
        CrateId before = discs();
        open();
        Checkbox virucide = box("Virucide EN 14476", CASE_ROW);
        Checkbox treatment = box("Désinfection demandée", CASE_ROW);
        assertThat(virucide.getValue()).isTrue();
        virucide.setValue(false);
        treatment.setValue(false);
        assertThat(texts()).contains("actuellement oui");
        button("Voir les conséquences").click();
        assertThat(texts()).contains("1 caisse fermée garde sa règle et sa sortie.");
        reach().setValue(Reach.ALL_RUNNING);
        assertThat(texts()).contains("Aucune caisse fermée ne sortirait plus tôt, aucune plus tard.");
        reach().setValue(Reach.NEW_ONLY);
        because("Les boîtiers collent");
        button("Publier").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("La version 2 est publiée"));
        assertThat(room.see(agent, discs()).crate().rule()).satisfies(rule -> {
            assertThat(rule.methods()).containsExactly(Method.DRY_WIPE, Method.DAMP_WIPE);
            assertThat(rule.treatment()).isFalse();
        });
        assertThat(room.see(agent, before).crate().rule().methods()).contains(Method.VIRUCIDE);
    }

    private CrateId discs() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        return crate;
    }

    private Checkbox box(String column, int row) {
        return all(Checkbox.class).filter(box -> column.equals(box.getAriaLabel().orElse(""))).toList().get(row);
    }

    @Test
    void theImpactNamesWhoWaitsAndHostileNamesStayText() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        waiting.ask(drive.patron(HOSTILE, "Ferrand"), room.see(agent, crate).documents().getFirst().title(), branch);
        open();
        hours(0).setValue("240");
        button("Voir les conséquences").click();
        assertThat(all(Grid.class)).hasSize(1);
        reach().setValue(Reach.ALL_RUNNING);

        assertThat(find(H3.class).all()).extracting(H3::getText).contains("1 document attendu viendrait un autre jour");
        Grid<?> people = all(Grid.class).skip(1).findFirst().orElseThrow();
        assertThat(people.getListDataView().getItemCount()).isOne();
        assertThat(people.getListDataView().getItem(0).toString()).contains(HOSTILE);
    }

    @Test
    void whatIsChosenMovesAndTheRestStays() {
        CrateId one = room.sealedCrate(agent, branch, 1);
        CrateId other = room.sealedCrate(agent, branch, 1);
        Instant before = room.releaseOf(other);
        open();
        hours(0).setValue("240");
        button("Voir les conséquences").click();
        reach().setValue(Reach.CHOSEN);
        changes().asMultiSelect().setValue(Set.of());
        because("Consigne");
        button("Publier").click();
        assertThat(texts()).contains("Choisissez au moins un cas dans la liste ci-dessus.");

        changes().asMultiSelect().setValue(Set.of(change(one)));
        button("Publier").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("La version 2 est publiée. 1 cas en cours"));
        assertThat(room.releaseOf(one)).isEqualTo(before.plus(Duration.ofHours(168)));
        assertThat(room.releaseOf(other)).isEqualTo(before);
    }

    @Test
    void anotherReachAndAnotherSelectionTellOtherFiguresAndLeaveWhatIsTyped() {
        CrateId one = room.sealedCrate(agent, branch, 1);
        room.sealedCrate(agent, branch, 1);
        waiting.ask(drive.patron("Jeanne", "Ferrand"), room.see(agent, one).documents().getFirst().title(), branch);
        open();
        hours(0).setValue("240");
        button("Voir les conséquences").click();
        assertThat(reach().getValue()).isEqualTo(Reach.NEW_ONLY);
        assertThat(figures()).containsExactly("2 caisses fermées gardent leur règle et leur sortie.");
        assertThat(texts()).anyMatch(text -> text.startsWith("Rien de ceci ne bouge avec ce choix"));
        assertThat(changes().getListDataView().getItemCount()).isEqualTo(2);
        assertThat(changes().getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
        because("Consigne");

        reach().setValue(Reach.ALL_RUNNING);
        assertThat(figures()).containsExactly("Aucune caisse fermée ne sortirait plus tôt, 2 plus tard.",
                "Parmi les documents attendus, aucun ne viendrait avant le jour prévu, 1 après.");

        reach().setValue(Reach.CHOSEN);
        assertThat(changes().getSelectedItems()).hasSize(2);
        changes().deselect(change(one));
        assertThat(figures()).containsExactly("Aucune caisse fermée ne sortirait plus tôt, 1 plus tard.",
                "1 caisse fermée garde sa règle et sa sortie.");

        reach().setValue(Reach.NEW_ONLY);
        reach().setValue(Reach.CHOSEN);
        assertThat(changes().getSelectedItems()).hasSize(1).doesNotContain(change(one));
        assertThat(all(TextArea.class).findFirst().orElseThrow().getValue()).isEqualTo("Consigne");
        button("Publier").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("La version 2 est publiée. 1 cas en cours"));
    }

    @Test
    void aRowOfDaysThatOverflowTheRoomIsToldByItsEnds() {
        room.jdbc.sql("update app.quarantine_settings set capacity = 1").update();
        room.sealedCrate(agent, branch, 1);
        room.sealedCrate(agent, branch, 1);
        open();
        hours(0).setValue("24");
        button("Voir les conséquences").click();
        assertThat(figures().getLast()).contains("pendant 4 jours (mar. 24 nov. – ven. 27 nov.)");
        reach().setValue(Reach.ALL_RUNNING);
        assertThat(figures().getLast()).contains("pendant 2 jours (mar. 24 nov., mer. 25 nov.)");
    }

    @Test
    void whoIsOvertakenByAnotherManagerIsToldAndKeepsTheDraft() {
        open();
        hours(0).setValue("240");
        button("Voir les conséquences").click();
        publishElsewhere("24");
        button("Publier").click();
        assertThat(all(TextArea.class).findFirst().orElseThrow().getErrorMessage()).isEqualTo("Dites pourquoi.");
        because("Consigne");
        button("Publier").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("Une autre version a été publiée"));
        assertThat(hours(0).getValue()).isEqualTo("240");
    }

    /** What is read out when it changes. */
    private List<String> figures() {
        return all(UnorderedList.class).filter(list -> list.getParent().orElseThrow().getElement().getAttribute("role") != null)
                .findFirst().orElseThrow().getChildren().map(line -> line.getElement().getText()).toList();
    }

    private Change change(CrateId crate) {
        return changes().getListDataView().getItems().filter(change -> change.id().equals(crate.value())).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Reach> reach() {
        return all(RadioButtonGroup.class).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<Change> changes() {
        return all(Grid.class).filter(grid -> grid.getColumns().size() == 4).findFirst().orElseThrow();
    }
}

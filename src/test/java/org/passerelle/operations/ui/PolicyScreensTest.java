package org.passerelle.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.Waiting;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.process.PolicyShape.Row;
import org.passerelle.platform.process.PolicyTable.Change;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules as a manager reads and changes them, without a browser. */
@PasserelleTest
class PolicyScreensTest extends ScreenTest {

    private static final String TABLE = "quarantine-policy";
    /** CDs and DVDs that are not stacked, in an ordinary situation. */
    private static final int CASE_ROW = 3;
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    Policies policies;
    @Autowired
    QuarantineRoom room;
    @Autowired
    Waiting waiting;
    @Autowired
    Drive drive;
    @Autowired
    AppClock clock;

    private UUID branch;
    private CurrentUser agent;

    @BeforeEach
    void aManagerAtTheRules() {
        branch = room.branch("PORT");
        agent = room.agentOf(branch);
        signIn(room.manager());
    }

    @Test
    void agentsDoNotComeIn() {
        signIn(agent);
        UI.getCurrent().navigate("policies/" + TABLE);
        assertThat(getCurrentView()).isNotInstanceOf(PolicyView.class);
    }

    @Test
    void aWrongNumberIsToldAtItsCellAndNothingTypedIsLost() {
        open();
        for (String odd : List.of("-1", "2161", "999999999", "", "trois", "1e3", "${x}")) {
            hours(0).setValue(odd);
            assertThat(hours(0).isInvalid()).as(odd).isTrue();
            assertThat(hours(0).getErrorMessage()).as(odd).matches("de 0 à 2.160|nombre entier");
            assertThat(hours(0).getValue()).isEqualTo(odd);
            assertThat(hours(1).isInvalid()).isFalse();
        }
        button("Voir les conséquences").click();
        assertThat(buttons("Publier")).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("La table a des défauts"));

        hours(0).setValue("96");
        assertThat(hours(0).isInvalid()).isFalse();
        assertThat(texts()).contains("actuellement 72");
    }

    @Test
    void aDraftIsNotLostWithoutAQuestion() {
        UI.getCurrent().navigate("policies/pickup-limits");
        open();
        assertThat(all(ConfirmDialog.class)).isEmpty();
        hours(0).setValue("240");

        UI.getCurrent().navigate("policies/pickup-limits");

        assertThat(all(ConfirmDialog.class).findFirst().orElseThrow().isOpened()).isTrue();
        assertThat(hours(0).getValue()).isEqualTo("240");
        confirm();
        assertThat(all(TextField.class).map(TextField::getValue)).doesNotContain("240");
    }

    @Test
    void aRowThatAnotherHasTooAndACaseWithoutARowAreTold() {
        open();
        button("+").click();
        assertThat(all(Select.class).filter(Select::isInvalid)).hasSize(2 * 3);
        assertThat(texts()).anyMatch(text -> text.startsWith("Plusieurs lignes répondent") && text.contains("lignes 1, 2"));

        button("×").click();
        assertThat(all(Select.class).filter(Select::isInvalid)).isEmpty();
        button("×").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("Aucune ligne ne répond") && text.contains("Livres et BD"));

        button("Revenir à la version actuelle").click();
        assertThat(texts()).noneMatch(text -> text.startsWith("Aucune ligne"));
    }

    @Test
    void aTreatmentThatNothingAllowsIsToldAtItsBox() {
        open();
        Checkbox treatment = all(Checkbox.class).findFirst().orElseThrow();
        treatment.setValue(true);
        all(Checkbox.class).skip(1).findFirst().orElseThrow().setValue(false);
        assertThat(treatment.isInvalid()).isTrue();
        assertThat(treatment.getErrorMessage()).isEqualTo("rien n’est autorisé");
    }

    @Test
    void aTableWithoutARowIsToldCaseByCaseAndCannotBePublished() {
        open();
        buttons("×").forEach(Button::click);
        assertThat(texts()).anyMatch(text -> text.startsWith("La table a 24 défauts"))
                .contains("Aucune ligne ne répond\u00a0: Livres et BD, Empilés non, ordinaire.", "et 12 autres.");

        button("Voir les conséquences").click();
        assertThat(buttons("Publier")).isEmpty();
    }

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
        assertThat(texts()).anyMatch(text -> text.startsWith("Aucune caisse ne sortirait plus tôt, aucune plus tard"));
        all(TextArea.class).findFirst().orElseThrow().setValue("Les boîtiers collent");
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

        assertThat(find(H3.class).all()).extracting(H3::getText).contains("1 personne aurait son document un autre jour");
        Grid<?> people = all(Grid.class).findFirst().orElseThrow();
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
        all(TextArea.class).findFirst().orElseThrow().setValue("Consigne");
        button("Publier").click();
        assertThat(texts()).contains("Choisissez au moins un cas dans la liste ci-dessus.");

        changes().asMultiSelect().setValue(Set.of(changes().getListDataView().getItems()
                .filter(change -> change.id().equals(one.value())).findFirst().orElseThrow()));
        button("Publier").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("La version 2 est publiée. 1 cas en cours"));
        assertThat(room.releaseOf(one)).isEqualTo(before.plus(Duration.ofHours(168)));
        assertThat(room.releaseOf(other)).isEqualTo(before);
    }

    @Test
    void whoIsOvertakenByAnotherManagerIsToldAndKeepsTheDraft() {
        open();
        hours(0).setValue("240");
        button("Voir les conséquences").click();
        publishElsewhere("24");
        button("Publier").click();
        assertThat(all(TextArea.class).findFirst().orElseThrow().getErrorMessage()).isEqualTo("Dites pourquoi.");
        all(TextArea.class).findFirst().orElseThrow().setValue("Consigne");
        button("Publier").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("Quelqu’un vient de publier une autre version"));
        assertThat(hours(0).getValue()).isEqualTo("240");
    }

    @Test
    void anEarlierVersionIsComparedAndPutBack() {
        publishElsewhere("24");
        open();
        assertThat(hours(0).getValue()).isEqualTo("24");
        button("Comparer").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("La version 1 répond autrement à 1 cas"))
                .contains("Livres et BD, Empilés non, ordinaire", "Quarantaine, en heures\u00a0: 72",
                        "Quarantaine, en heures\u00a0: 24");
        button("Comparer").click();
        assertThat(texts()).noneMatch(text -> text.startsWith("La version 1 répond autrement"));

        button("Reprendre").click();
        assertThat(hours(0).getValue()).isEqualTo("72");
        assertThat(texts()).contains("actuellement 24");
        button("Voir les conséquences").click();
        all(TextArea.class).findFirst().orElseThrow().setValue("Consigne levée");
        button("Publier").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("La version 3 est publiée"))
                .anyMatch(text -> text.contains("Consigne levée"));
    }

    @Test
    void aVersionOfAnotherYearTellsTheYear() {
        publishElsewhere("24");
        open();
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov.,") && text.contains("Consigne"));

        clock.advance(Duration.ofDays(60));
        UI.getCurrent().navigate("policies");
        open();
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov. 2026,") && text.contains("Consigne"));
    }

    private void open() {
        UI.getCurrent().navigate("policies/" + TABLE);
        roundTrip();
    }

    private void publishElsewhere(String hours) {
        CurrentUser colleague = room.manager();
        List<Row> rows = new ArrayList<>(room.by(colleague, () -> policies.open(TABLE)).orElseThrow().rows());
        List<String> then = new ArrayList<>(rows.getFirst().then());
        then.set(0, hours);
        rows.set(0, new Row(rows.getFirst().when(), then, rows.getFirst().note()));
        room.by(colleague, () -> policies.publish(TABLE, policies.open(TABLE).orElseThrow().version(), rows, "Consigne",
                Reach.NEW_ONLY, Set.of())).value();
    }

    /** The hours of that row. */
    private TextField hours(int row) {
        return all(TextField.class).filter(field -> "Quarantaine, en heures".equals(field.getAriaLabel().orElse("")))
                .toList().get(row);
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

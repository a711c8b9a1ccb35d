package org.passerelle.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules as a manager reads and changes them, without a browser. */
class PolicyScreensTest extends PolicyScreens {

    private static final String NOT_HERE = "Rien sur une personne ni sur sa santé";

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
    void whoWritesBesideATableOfPrivateCasesIsToldWhatDoesNotBelongThere() {
        UI.getCurrent().navigate("policies/return-measures");
        assertThat(texts()).anyMatch(text -> text.startsWith(NOT_HERE));
        button("Voir les conséquences").click();
        assertThat(all(TextArea.class).map(TextArea::getHelperText)).singleElement().asString().contains(NOT_HERE);

        open();
        button("Voir les conséquences").click();
        assertThat(texts()).noneMatch(text -> text.startsWith(NOT_HERE));
        assertThat(all(TextArea.class).map(TextArea::getHelperText)).singleElement().asString().doesNotContain(NOT_HERE);
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
        because("Consigne levée");
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
}

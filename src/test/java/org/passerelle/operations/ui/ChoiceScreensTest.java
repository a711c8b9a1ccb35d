package org.passerelle.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.support.measures.SampleMeasures;

/** Choices and sets of choices, as a manager makes them in a table. */
class ChoiceScreensTest extends PolicyScreens {

    @AfterEach
    void nothingIsRunning() {
        SampleMeasures.RUNNING.clear();
    }

    @Test
    void aChoiceIsMadeFromAListAndASetByTickingAndWhatDecidesNowStandsBeside() {
        openMeasures();
        who().setValue("DOCTOR");
        roundTrip();
        measures().setValue(Set.of("TELEWORK", "OTHER_POST"));
        roundTrip();

        assertThat(measures().getItemLabelGenerator().apply("TELEWORK")).isEqualTo("télétravail");
        assertThat(texts()).contains("actuellement le référent", "actuellement plus de pauses + télétravail");
    }

    @Test
    void whatWouldBeDecidedForEachRunningCaseIsToldInWords() {
        SampleMeasures.RUNNING.put(UUID.randomUUID(), "REFERENT");
        openMeasures();
        who().setValue("DOCTOR");
        roundTrip();
        button("Voir les conséquences").click();

        Grid<Change> changes = grid();
        assertThat(test(changes).getCellText(0, 2)).isEqualTo("le référent");
        assertThat(test(changes).getCellText(0, 3)).isEqualTo("le médecin");
        assertThat(texts()).contains("Ce qui est en cours, et ce qui a été décidé");
    }

    @Test
    void aNewRowBeginsWithTheFirstChoiceAndNothingTicked() {
        openMeasures();
        button("Ajouter une ligne").click();

        assertThat(whos()).last().returns("REFERENT", Select::getValue);
        assertThat(all(CheckboxGroup.class).toList()).last().satisfies(group -> assertThat((Set<?>) group.getValue()).isEmpty());
    }

    private void openMeasures() {
        UI.getCurrent().navigate("policies/" + SampleMeasures.SHAPE.key());
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private List<Select<String>> whos() {
        return all(Select.class).map(select -> (Select<String>) select)
                .filter(select -> "Avec qui".equals(select.getAriaLabel().orElse(""))).toList();
    }

    private Select<String> who() {
        return whos().getFirst();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<String> measures() {
        return all(CheckboxGroup.class).map(group -> (CheckboxGroup<String>) group)
                .filter(group -> "Mesures".equals(group.getAriaLabel().orElse(""))).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<Change> grid() {
        return (Grid<Change>) all(Grid.class).findFirst().orElseThrow();
    }
}

package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.springframework.beans.factory.annotation.Autowired;

/** A card that is blocked after its reservation is seen by whoever picks, bags and hands over. */
class BlockedCardTest extends DriveScreens {

    private static final String SENTENCE = "La carte de Jeanne Ferrand est bloquée.";

    @Autowired
    Patrons patrons;

    @ParameterizedTest
    @ValueSource(strings = {Tasks.PICK_DOCUMENTS, Tasks.PREPARE_BAG, Tasks.HAND_OVER})
    void isSaidOnTheFormOfEachTask(String task) {
        ReservationId id = reserve("Germinal");
        if (!task.equals(Tasks.PICK_DOCUMENTS)) {
            drive.pick(agent, id);
        }
        if (task.equals(Tasks.HAND_OVER)) {
            drive.bag(agent, id);
            engine.runDueJobs();
            reservations.arrived(id).value();
        }
        block();

        form(DrivePickupProcess.caseOf(id), task, true);

        assertThat(texts()).anyMatch(text -> text.startsWith(SENTENCE));
    }

    @Test
    void isSaidOnTheCaseAndInTheDaysBoardAndAtTheHandover() {
        ReservationId id = ready(reserve("Germinal"));
        reservations.arrived(id).value();
        block();

        UI.getCurrent().navigate("reservation/" + id.value());
        assertThat(texts()).anyMatch(text -> text.startsWith(SENTENCE));
        openDay();
        assertThat(texts()).contains("carte bloquée");
        button("Remettre le sac").click();
        assertThat(texts()).anyMatch(text -> text.startsWith(SENTENCE));
    }

    @Test
    void reachesThePickerWhoHasTheFormOpen() {
        ReservationId id = reserve("Germinal");
        openTask(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS);
        assertThat(texts()).noneMatch(text -> text.startsWith(SENTENCE));

        block();

        awaitText(text -> text.startsWith(SENTENCE));
    }

    private void block() {
        Patrons.Details details = patrons.details(patron.id()).orElseThrow();
        PatronForm form = details.form();
        patrons.change(patron.id(), details.version(), new PatronForm(form.cardNumber(), form.firstName(),
                form.lastName(), form.category(), form.email(), form.phone(), form.prefersPhone(), form.locale(), true)).value();
    }
}

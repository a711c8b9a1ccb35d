package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.UndoBar;

/** What can be taken back right after it was done, and the page of a reservation. */
class UndoBarTest extends DriveScreens {

    @Test
    void anArrivalIsTakenBackByItsName() {
        ReservationId id = ready(reserve("Germinal"));
        clock.setTo(SLOT);
        openDay();
        button("Arrivé").click();

        assertThat(texts()).contains("encore 10\u00a0s");
        button("Annuler l’arrivée").click();

        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);
        assertThat(all(UndoBar.class)).isEmpty();
        assertThat(texts()).anyMatch(text -> text.contains("finalement pas là"));
    }

    @Test
    void aBagThatIsNotReadyAfterAllIsOpenAgainInTheInbox() {
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        openTask(DrivePickupProcess.caseOf(id), Tasks.PREPARE_BAG);
        all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst().orElseThrow()
                .setValue("C2");
        button("Sac prêt").click();
        assertThat(all(UndoBar.class)).hasSize(1);

        button("Pas prêt finalement").click();

        assertThat(texts()).contains("C’est annulé : la tâche est de nouveau à faire.");
        assertThat(button("Sac prêt").isEnabled()).isTrue();
        assertThat(all(UndoBar.class)).isEmpty();
    }

    @Test
    void aHandoverIsTakenBackAtTheDriveAndInTheInbox() {
        ReservationId id = ready(reserve("Germinal"));
        clock.setTo(SLOT);
        reservations.arrived(id);
        openDay();
        button("Remettre le sac").click();
        lastButton("Remettre le sac").click();
        assertThat(texts()).anyMatch(text -> text.endsWith("1 document remis sur 1."));

        button("Pas remis finalement").click();

        assertThat(drive.see(agent, id).outcome()).isNull();
        assertThat(texts()).anyMatch(text -> text.endsWith("noté, le sac n’a pas été remis."));
        openTask(DrivePickupProcess.caseOf(id), Tasks.HAND_OVER);
        button("Remettre le sac").click();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);

        button("Pas remis finalement").click();

        assertThat(drive.see(agent, id).outcome()).isNull();
        assertThat(button("Remettre le sac").isEnabled()).isTrue();
    }

    @Test
    void eachGestureOffersToTakeBackItselfAlone() {
        ReservationId id = reserve("Germinal", "Nana");
        form(id);
        Line first = drive.see(agent, id).lines().getFirst();
        Line last = drive.see(agent, id).lines().getLast();
        scan(first.barcode());
        scan(last.barcode());

        assertThat(all(UndoBar.class)).hasSize(1);
        button("Pas trouvé finalement").click();

        assertThat(drive.see(agent, id).lines()).filteredOn(line -> line.state() == LineState.HELD).extracting(Line::id)
                .containsExactly(last.id());
        assertThat(texts()).anyMatch(text -> text.contains("de nouveau à chercher"));
    }

    @Test
    void theLastDocumentPutBackByMistakeIsOpenAgainInTheInbox() {
        ReservationId id = ready(reserve("Germinal"));
        reservations.cancel(id).value();
        openTask(DrivePickupProcess.caseOf(id), Tasks.PUT_BACK);
        scan(drive.see(agent, id).lines().getFirst().barcode());
        assertThat(drive.tasks(id)).isEmpty();

        button("Pas en rayon finalement").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("C’est annulé"));
        assertThat(drive.see(agent, id).lines()).extracting(Line::state).containsExactly(LineState.TO_PUT_BACK);
        assertThat(all(UndoBar.class)).isEmpty();
    }

    @Test
    void thePageOfAReservationTellsWhereItStandsAndLeadsToWhatIsToBeDone() {
        ReservationId id = ready(reserve("Germinal"));
        clock.setTo(SLOT);
        reservations.arrived(id);
        UI.getCurrent().navigate("reservation/" + id.value());

        assertThat(all(CaseSteps.class)).hasSize(1);
        assertThat(texts()).anyMatch(text -> text.startsWith("Jeanne Ferrand attend dehors depuis 14\u00a0h"))
                .contains("Remise", "en cours", "Personne pour l’instant");
        assertThat(all(RouterLink.class).filter(link -> "Remettre le sac".equals(link.getText()))).singleElement()
                .extracting(RouterLink::getHref).isEqualTo("inbox/" + drive.task(id, Tasks.HAND_OVER).value());
        assertThat(all(NativeDetails.class)).singleElement().extracting(NativeDetails::getSummaryText)
                .isEqualTo("1 message, envoi en cours");
    }

    private void form(ReservationId id) {
        openTask(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS);
    }
}

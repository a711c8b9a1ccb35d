package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;
import static org.passerelle.circulation.reservations.process.DrivePickupProcess.caseOf;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.Statements;

/** The drive, from the click to each of its end events. */
class DrivePickupProcessTest extends DriveTests {

    @Test
    void documentsThatArePickedBaggedAndHandedOverAreCollected() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.by(drive.as(patron), () -> drive.reservations.arrived(id)).value();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.ARRIVED);

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.ON_LOAN);
        assertThat(drive.loanStates()).containsExactly("RUNNING", "RUNNING");
        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-ready");
    }

    @Test
    void aPatronWhoComesBeforeTheBagIsReadyIsServedAsSoonAsItIs() {
        ReservationId id = reserveTwo();
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.BAG_NOT_READY);
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();

        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.task(id, Tasks.HAND_OVER)).isNotNull();
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void whoPrefersTheTelephoneIsCalledForTheNewestNewsAlone() {
        patron = drive.patronByPhone("Jeanne", "Ferrand");
        ReservationId id = reserveTwo();
        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        engine.runDueJobs();

        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
        assertThat(drive.templatesStill(id, "OVERTAKEN")).containsExactly("drive-reserved", "drive-slot-changed");
    }

    @Test
    void nobodyIsCalledAboutWhatIsCollected() {
        patron = drive.patronByPhone("Jeanne", "Ferrand");
        ReservationId id = twoInABag();
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-ready");

        drive.handOverAll(agent, id).value();

        assertThat(drive.templatesStill(id, "TO_CALL")).isEmpty();
    }

    @Test
    void whatThePatronDoesNotTakeGoesBackToItsShelf() {
        ReservationId id = twoInABag();
        UUID taken = drive.see(agent, id).lines().getFirst().id();

        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(taken))).value();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.places()).containsEntry(PlaceKind.ON_LOAN, 1L).containsEntry(PlaceKind.SHELF, 1L);
        assertThat(drive.loanStates()).containsExactlyInAnyOrder("RUNNING", "VOIDED");
    }

    @Test
    void withNothingFoundThePatronIsToldAndThePlaceIsFree() {
        ReservationId id = reserveTwo();
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);
        drive.see(agent, id).lines().forEach(line ->
                assertThat(drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value()).isEmpty());

        drive.by(agent, () -> drive.pickingDesk.pickingDone(drive.task(id, Tasks.PICK_DOCUMENTS), id)).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_nothingFound");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NOTHING_FOUND);
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-nothing-found");
        assertThat(calendarMethod(id, "drive-nothing-found")).isEqualTo("CANCEL");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.MISSING);
    }

    @Test
    void cancellingBeforeAnythingIsPickedEndsTheCaseAtOnce() {
        ReservationId id = reserveTwo();

        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_cancelled");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.templatesWritten(id)).contains("drive-cancelled");
    }

    @Test
    void cancellingAfterBaggingSendsTheDocumentsBackThroughATask() {
        ReservationId id = twoInABag();

        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(drive.loanStates()).containsOnly("VOIDED");
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_cancelled");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.see(agent, id).documents()).isEqualTo(DocumentsState.NONE);
    }

    @Test
    void aCodeIsFoundHoweverItIsTyped() {
        ReservationId id = reserveTwo();
        String typed = " " + drive.see(agent, id).code().replace("-", "").toLowerCase(Locale.ROOT);

        assertThat(drive.by(agent, () -> drive.book.byCode(typed))).contains(drive.see(agent, id));
    }

    @Test
    void aPatronsReservationsTakeAFixedNumberOfStatements() {
        drive.reserve(patron, branch, SLOT, drive.title(branch, "Nana", 1));
        int one = statementsOfMine();
        drive.reserve(patron, branch, LATER_SLOT, drive.title(branch, "Pot-Bouille", 1));

        assertThat(statementsOfMine()).isEqualTo(one).isLessThanOrEqualTo(5);
    }

    private int statementsOfMine() {
        return Statements.during(() -> drive.by(drive.as(patron), () -> drive.book.mine())).size();
    }

    @Test
    void theSecondOfTwoAgentsIsToldAndNothingIsDoneTwice() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        var task = drive.task(id, Tasks.PREPARE_BAG);
        drive.bag(agent, id);

        assertThat(drive.by(drive.agentOf(branch), () -> drive.pickingDesk.bagPrepared(task, id, "B3")).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(drive.see(agent, id).bagPlace()).isEqualTo("étagère B2");
        assertThat(drive.loanStates()).hasSize(2);
        drive.handOverAll(agent, id).value();
        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }
}

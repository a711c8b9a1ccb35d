package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.patrons.service.PatronFiles;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.steps.CaseProcesses;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Which gestures at the drive can be taken back, until when, and what a case says of itself meanwhile. */
class TakenBackTest extends DriveTests {

    @Autowired
    CaseStandings standings;
    @Autowired
    CaseProcesses processes;
    @Autowired
    PatronFiles files;

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void aDocumentThatWasNotFoundAfterAllIsPromisedAgain() {
        ReservationId id = reserveTwo();
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(agent, () -> drive.pickingDesk.picked(id, line.barcode())).value();

        drive.by(agent, () -> drive.pickingDesk.notPicked(id, line.id())).value();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.HELD);
        assertThat(drive.see(agent, id).lines()).extracting(Line::state).containsOnly(LineState.HELD);
        assertThat(drive.by(agent, () -> drive.pickingDesk.notPicked(id, line.id())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void oncePickingIsDoneOrForOthersNothingIsTakenBack() {
        ReservationId id = reserveTwo();
        UUID line = drive.see(agent, id).lines().getFirst().id();
        drive.pick(agent, id);

        assertThat(drive.by(agent, () -> drive.pickingDesk.notPicked(id, line)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThatThrownBy(() -> drive.by(drive.agentOf(drive.branch("GARE")), () -> drive.pickingDesk.notPicked(id, line)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aListThatWasNotDoneAfterAllIsOpenAgain() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        assertThat(drive.by(drive.agentOf(branch), () -> drive.pickingDesk.pickingNotDone(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        TaskRef again = drive.by(agent, () -> drive.pickingDesk.pickingNotDone(id)).value();

        assertThat(again).isEqualTo(drive.task(id, Tasks.PICK_DOCUMENTS));
        assertThat(told(id)).startsWith("expectedToPick");
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(agent, () -> drive.pickingDesk.notPicked(id, line.id())).value();
        assertThat(drive.by(agent, () -> drive.pickingDesk.pickingNotDone(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        drive.by(agent, () -> drive.pickingDesk.picked(id, line.barcode())).value();
        drive.by(agent, () -> drive.pickingDesk.pickingDone(again, id)).value();
        drive.bag(agent, id);
        drive.handOverAll(agent, id).value();
        assertThat(told(id)).startsWith("COLLECTED");
    }

    @Test
    void whatIsNotOnItsShelfAfterAllIsToBePutBackAgainTheLastByWhoScannedItAndForAMoment() {
        ReservationId id = twoInABag();
        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        List<String> barcodes = drive.see(agent, id).lines().stream().map(Line::barcode).toList();
        drive.by(agent, () -> drive.putBackDesk.putBack(id, barcodes.getFirst())).value();

        drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcodes.getFirst())).value();

        assertThat(drive.placeOf(barcodes.getFirst())).isEqualTo(PlaceKind.TO_SHELF);
        barcodes.forEach(barcode -> drive.by(agent, () -> drive.putBackDesk.putBack(id, barcode)).value());
        assertThat(drive.tasks(id)).isEmpty();
        assertThat(drive.by(drive.agentOf(branch), () -> drive.putBackDesk.notPutBack(id, barcodes.getLast())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        clock.advance(Duration.ofSeconds(8));

        TaskRef again = drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcodes.getLast())).value();

        assertThat(again).isEqualTo(drive.task(id, Tasks.PUT_BACK));
        assertThat(told(id)).containsExactly("CANCELLED", "DONE", "DONE", "DONE", "SKIPPED", "STOPPED", "CURRENT");
        assertThat(drive.see(agent, id).lines()).extracting(Line::state).containsExactlyInAnyOrder(LineState.PUT_BACK,
                LineState.TO_PUT_BACK);
        drive.by(agent, () -> drive.putBackDesk.putBack(id, barcodes.getLast())).value();
        assertThat(told(id)).containsExactly("CANCELLED", "DONE", "DONE", "DONE", "SKIPPED", "STOPPED", "DONE");
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcodes.getLast())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void whoCameAfterAllToABagThatWasPutBackByMistakeIsServedFromIt() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        timePasses(Duration.ofDays(10));
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(drive.task(id, Tasks.HAND_OVER_LATE)).isNotNull();
        List<String> barcodes = drive.see(agent, id).lines().stream().map(Line::barcode).toList();
        barcodes.forEach(barcode -> drive.by(agent, () -> drive.putBackDesk.putBack(id, barcode)).value());

        barcodes.forEach(barcode -> drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcode)).value());

        assertThat(drive.task(id, Tasks.HAND_OVER_LATE)).isNotNull();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.ARRIVED);
        drive.handOverAll(agent, id).value();
        assertThat(told(id)).startsWith("COLLECTED");
    }

    @Test
    void whatWasLeftOfABagIsToBePutBackAgain() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        List<Line> lines = drive.see(agent, id).lines();
        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(lines.getFirst().id()))).value();
        String left = lines.getLast().barcode();
        drive.by(agent, () -> drive.putBackDesk.putBack(id, left)).value();
        clock.advance(Duration.ofSeconds(8));

        drive.by(agent, () -> drive.putBackDesk.notPutBack(id, left)).value();

        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(told(id)).last().isEqualTo("CURRENT");
        drive.by(agent, () -> drive.putBackDesk.putBack(id, left)).value();
    }

    @Test
    void whatWasSomebodysWhoIsErasedStaysOnItsShelf() {
        ReservationId id = twoInABag();
        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        List<String> barcodes = drive.see(agent, id).lines().stream().map(Line::barcode).toList();
        barcodes.forEach(barcode -> drive.by(agent, () -> drive.putBackDesk.putBack(id, barcode)).value());
        drive.by(agent, () -> files.erase(patron.id())).value();

        assertThat(drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcodes.getLast())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void aCopyThatSomebodyHasReservedMeanwhileStaysTheirs() {
        UUID title = drive.title(branch, "Nana", 1);
        ReservationId id = drive.reserve(patron, branch, SLOT, title, drive.title(branch, "Germinal", 1));
        drive.pick(agent, id);
        drive.bag(agent, id);
        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        String barcode = drive.see(agent, id).lines().stream().filter(line -> line.title().equals(title)).findFirst().orElseThrow()
                .barcode();
        drive.by(agent, () -> drive.putBackDesk.putBack(id, barcode)).value();
        drive.reserve(drive.patron("Samuel", "Adjei"), branch, SLOT, title);

        assertThat(drive.by(agent, () -> drive.putBackDesk.notPutBack(id, barcode)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void aBagThatIsNotReadyAfterAllIsPreparedAgainAndNobodyIsTold() {
        ReservationId id = twoInABag();
        assertThat(drive.templatesStill(id, "LEAVING")).containsExactly("drive-ready");

        TaskRef again = drive.by(agent, () -> drive.pickingDesk.notBagged(id)).value();

        assertThat(again).isEqualTo(drive.task(id, Tasks.PREPARE_BAG));
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.PICKED);
        assertThat(drive.loanStates()).isEmpty();
        assertThat(drive.templatesStill(id, "LEAVING")).isEmpty();
        assertThat(told(id)).containsExactly("expectedToBag", "DONE", "CURRENT", "DONE", "TO_COME", "TO_COME");
        assertThat(drive.by(agent, () -> drive.pickingDesk.notBagged(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        drive.bag(agent, id);
        assertThat(drive.templatesStill(id, "LEAVING")).containsExactly("drive-ready");
        drive.handOverAll(agent, id).value();
        assertThat(told(id)).containsExactly("COLLECTED", "DONE", "DONE", "DONE", "DONE", "DONE");
    }

    @Test
    void whoIsHereWaitsForTheBagThatIsNotReadyAfterAll() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.bag(agent, id);
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNotNull();

        drive.by(agent, () -> drive.pickingDesk.notBagged(id)).value();

        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(told(id)).startsWith("here");
        drive.bag(agent, id);
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNotNull();
    }

    @Test
    void aBagThatWasNotHandedOverAfterAllWaitsForWhoIsHere() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.handOverAll(agent, id).value();
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();

        TaskRef again = drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();

        assertThat(again).isEqualTo(drive.task(id, Tasks.HAND_OVER));
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.BAGGED);
        assertThat(drive.loanStates()).containsOnly("PREPARED");
        assertThat(told(id)).containsExactly("hereReady", "DONE", "DONE", "DONE", "DONE", "CURRENT");
        assertThat(drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        assertThat(told(id)).startsWith("expectedReady");
        theAppointmentIsMissed();
        assertThat(told(id)).startsWith("missedReady");
    }

    @Test
    void whatWasLeftOfABagIsInItAgain() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        List<Line> bag = drive.see(agent, id).lines();
        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(bag.getFirst().id()))).value();
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.ON_LOAN, PlaceKind.TO_SHELF);

        drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.BAGGED);
        assertThat(drive.tasks(id)).extracting(UserTask::taskKey).containsExactly(Tasks.HAND_OVER);
        drive.handOverAll(agent, id).value();
        assertThat(drive.loanStates()).containsOnly("RUNNING");
    }

    @Test
    void aHandoverIsTakenBackByWhoeverMadeItAndUntilADocumentHasMovedOn() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        List<Line> bag = drive.see(agent, id).lines();
        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(bag.getFirst().id()))).value();

        assertThat(drive.by(drive.agentOf(branch), () -> drive.driveDesk.notHandedOver(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThatThrownBy(() -> drive.by(drive.agentOf(drive.branch("GARE")), () -> drive.driveDesk.notHandedOver(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> drive.pickingDesk.notBagged(id)))
                .isInstanceOf(AccessDeniedException.class);
        drive.by(agent, () -> drive.putBackDesk.putBack(id, bag.getLast().barcode())).value();
        assertThat(drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void aBagIsTakenBackByWhoeverMadeIt() {
        ReservationId id = twoInABag();

        assertThat(drive.by(drive.agentOf(branch), () -> drive.pickingDesk.notBagged(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        clock.advance(Duration.ofMinutes(11));
        assertThat(drive.by(agent, () -> drive.pickingDesk.notBagged(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void whoWasToBeCalledIsCalledAfterAll() {
        patron = drive.patronByPhone("Huguette", "Marchal");
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.handOverAll(agent, id).value();
        assertThat(drive.templatesStill(id, "TO_CALL")).isEmpty();

        drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();

        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-ready");
    }

    @Test
    void whatTheCaseHasBeenThroughIsStillDrawn() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.handOverAll(agent, id).value();
        drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();

        CaseProcesses.Page page = drive.by(agent, () -> processes.find(DrivePickupProcess.caseOf(id))).orElseThrow();

        assertThat(page.diagram().active()).contains(Tasks.HAND_OVER);
        assertThat(page.diagram().passed()).contains(Tasks.PICK_DOCUMENTS, Tasks.PREPARE_BAG);
        assertThat(page.before()).extracting(CaseProcesses.Passed::messageKey)
                .contains("process.drive-pickup." + Tasks.PICK_DOCUMENTS);
    }

    @Test
    void aHandoverOfAWhileAgoIsAReturn() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.handOverAll(agent, id).value();
        clock.advance(Duration.ofMinutes(11));

        assertThat(drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void thePlaceOfWhoCameEarlyIsTheirsAgainUnlessSomebodyHasIt() {
        ReservationId early = twoInABag();
        drive.handOverAll(agent, early).value();
        assertThat(drive.taken(branch, SLOT)).isZero();
        drive.by(agent, () -> drive.driveDesk.notHandedOver(early)).value();
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);

        drive.handOverAll(agent, early).value();
        int places = drive.jdbc.sql("select places from app.pickup_slot where branch = ?").param(branch)
                .query(Integer.class).single();
        for (int i = 0; i < places; i++) {
            drive.reserve(drive.patron("Samuel", "Adjei"), branch, SLOT, drive.title(branch, "Nana " + i, 1));
        }
        assertThat(drive.by(agent, () -> drive.driveDesk.notHandedOver(early)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(drive.loanStates()).contains("RUNNING");
    }

    @Test
    void whoCameAfterAllAndWasNotThereHasMissedTheAppointmentAgain() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        timePasses(Duration.ofDays(10));
        drive.handOverAll(agent, id).value();

        drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        timePasses(Duration.ofMinutes(1));

        assertThat(told(id)).startsWith("NO_SHOW");
        assertThat(drive.templatesWritten(id)).containsOnlyOnce("drive-missed");
    }

    @Test
    void theStepsAndTheSentenceFollowTheCaseAndWhatIsTakenBack() {
        ReservationId id = reserveTwo();
        assertThat(told(id)).containsExactly("expectedToPick", "DONE", "CURRENT", "TO_COME", "TO_COME", "TO_COME");
        drive.pick(agent, id);
        drive.bag(agent, id);
        assertThat(told(id)).containsExactly("expectedReady", "DONE", "DONE", "DONE", "CURRENT", "TO_COME");
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(told(id)).containsExactly("hereReady", "DONE", "DONE", "DONE", "DONE", "CURRENT");

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(told(id)).containsExactly("expectedReady", "DONE", "DONE", "DONE", "CURRENT", "TO_COME");
        drive.handOverAll(agent, id).value();
        assertThat(told(id)).containsExactly("COLLECTED", "DONE", "DONE", "DONE", "DONE", "DONE");
    }

    @Test
    void whoComesBeforeTheBagIsReadyHasArrivedAndWaits() {
        ReservationId id = reserveTwo();
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        assertThat(told(id)).containsExactly("here", "DONE", "CURRENT", "TO_COME", "DONE", "TO_COME");
    }

    @Test
    void whatIsCancelledOrMissedStopsShortAndGoesBackToTheShelves() {
        ReservationId cancelled = twoInABag();
        drive.by(agent, () -> drive.reservations.cancel(cancelled)).value();
        assertThat(told(cancelled)).containsExactly("CANCELLED", "DONE", "DONE", "DONE", "SKIPPED", "STOPPED", "CURRENT");
        drive.putBackAll(agent, cancelled);
        assertThat(told(cancelled)).containsExactly("CANCELLED", "DONE", "DONE", "DONE", "SKIPPED", "STOPPED", "DONE");

        ReservationId missed = drive.reserve(patron, branch, SLOT, drive.title(branch, "Nana", 1));
        theAppointmentIsMissed();
        assertThat(told(missed)).containsExactly("missed", "DONE", "CURRENT", "TO_COME", "TO_COME", "TO_COME");
    }

    @Test
    void whoNeverCameHasMissedTheAppointment() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        assertThat(told(id)).containsExactly("missedReady", "DONE", "DONE", "DONE", "CURRENT", "TO_COME");

        timePasses(Duration.ofDays(10));

        assertThat(told(id)).containsExactly("NO_SHOW", "DONE", "DONE", "DONE", "STOPPED", "STOPPED", "CURRENT");
    }

    private List<String> told(ReservationId id) {
        CaseStanding standing = drive.by(agent, () -> standings.of(DrivePickupProcess.caseOf(id)));
        List<String> told = new ArrayList<>(List.of(standing.sentence().orElseThrow().messageKey()
                .replace("said.drive-pickup.", "")));
        standing.steps().forEach(step -> told.add(step.state().name()));
        return told;
    }
}

package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.Drive.LATER_SLOT;
import static org.passerelle.circulation.Drive.SLOT;
import static org.passerelle.circulation.process.DrivePickupProcess.caseOf;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.domain.AppointmentState;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.circulation.process.DrivePickupProcess.Tasks;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.Consistency;

/** Whoever does not come, comes late, or was taken for somebody else. */
class MissedAppointmentTest extends DriveTests {

    @Test
    void whoDoesNotComeIsOfferedOneNewSlotAndThenTheDocumentsGoBack() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofMinutes(59)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        clock.setTo(SLOT.plus(Duration.ofMinutes(60)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(72)));

        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.loanStates()).containsOnly("VOIDED");
        assertThat(drive.templatesWritten(id)).contains("drive-missed", "drive-no-show");
    }

    @Test
    void aMissedPatronBooksAnewAndIsNotOfferedASecondSlot() {
        ReservationId id = reserveTwo();
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        clock.setTo(LATER_SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void aLatePatronIsServedWhileANewSlotIsOffered() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(2)));
        engine.runDueJobs();

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void aLatePatronIsServedUntilTheDocumentsArePutBack() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        String scannedBack = drive.see(agent, id).lines().getFirst().barcode();
        drive.by(agent, () -> drive.pickingDesk.putBack(id, scannedBack)).value();

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(drive.places()).containsEntry(PlaceKind.ON_LOAN, 1L).containsEntry(PlaceKind.SHELF, 1L);
    }

    private ReservationId missedForGood(boolean bagged) {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        if (bagged) {
            drive.bag(agent, id);
        }
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        return id;
    }

    @Test
    void whoCameAfterAllAndLeftAgainWithoutTheBagKeepsNoTaskOpen() {
        ReservationId id = missedForGood(true);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.HAND_OVER_LATE);

        drive.putBackAll(agent, id);

        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void whatWasPickedButNeverBaggedIsNotHandedOverAfterAMissedAppointment() {
        ReservationId id = missedForGood(false);

        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
        assertThat(drive.by(agent, () -> drive.reservations.arrived(id)).refusal())
                .isEqualTo(CirculationRefusal.RESERVATION_OVER);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
    }

    @Test
    void whoWasTakenForThePatronIsNotThereAndTheAppointmentIsMissedInItsTime() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);
        assertThat(drive.see(agent, id).arrivedAt()).isNull();
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(drive.by(agent, () -> drive.reservations.notThere(id)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        clock.setTo(SLOT.plus(Duration.ofMinutes(60)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void whoIsNotThereAfterAMissedAppointmentHasUntilTheSameDeadline() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        Instant deadline = drive.see(agent, id).answerUntil();
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(deadline);
        clock.setTo(deadline.minusSeconds(1));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).isOpen()).isTrue();
        clock.setTo(deadline);
        engine.runDueJobs();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);

        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
    }
}

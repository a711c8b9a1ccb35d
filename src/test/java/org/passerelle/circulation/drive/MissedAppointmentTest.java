package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;
import static org.passerelle.circulation.reservations.process.DrivePickupProcess.caseOf;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.Consistency;

/** Whoever does not come, comes late, or was taken for somebody else. */
class MissedAppointmentTest extends DriveTests {

    @Test
    void aNewSlotThatWasOfferedIsOfferedNoSecondTimeWhenAHandoverIsTakenBack() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        clock.setTo(LATER_SLOT);
        drive.handOverAll(agent, id).value();

        drive.by(agent, () -> drive.driveDesk.notHandedOver(id)).value();
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        timePassesUntil(LATER_SLOT.plus(Duration.ofHours(1)));

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(drive.templatesWritten(id)).containsOnlyOnce("drive-missed");
    }

    @Test
    void whoDoesNotComeIsOfferedOneNewSlotAndThenTheDocumentsGoBack() {
        ReservationId id = twoInABag();
        timePassesUntil(SLOT.plus(Duration.ofMinutes(59)));
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        timePassesUntil(SLOT.plus(Duration.ofMinutes(60)));
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(72)));

        timePasses(Duration.ofHours(72));
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
        theAppointmentIsMissed();
        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        timePassesUntil(LATER_SLOT.plus(Duration.ofHours(1)));

        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void aLatePatronIsServedWhileANewSlotIsOffered() {
        ReservationId id = twoInABag();
        timePassesUntil(SLOT.plus(Duration.ofHours(2)));

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void aLatePatronIsServedUntilTheDocumentsArePutBack() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        timePasses(Duration.ofHours(72));
        String scannedBack = drive.see(agent, id).lines().getFirst().barcode();
        drive.by(agent, () -> drive.putBackDesk.putBack(id, scannedBack)).value();

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
        theAppointmentIsMissed();
        timePasses(Duration.ofHours(72));
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
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);
        assertThat(drive.see(agent, id).arrivedAt()).isNull();
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(drive.by(agent, () -> drive.reservations.notThere(id)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        timePassesUntil(SLOT.plus(Duration.ofMinutes(60)));
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void whoIsNotThereAfterAMissedAppointmentHasUntilTheSameDeadline() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        Instant deadline = drive.see(agent, id).answerUntil();
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(deadline);
        timePassesUntil(deadline.minusSeconds(1));
        assertThat(drive.see(agent, id).isOpen()).isTrue();
        timePassesUntil(deadline);
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);

        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
    }
}

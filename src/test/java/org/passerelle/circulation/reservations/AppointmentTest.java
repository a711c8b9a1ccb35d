package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;
import static org.passerelle.circulation.reservations.process.DrivePickupProcess.caseOf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.DriveTests;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.support.Consistency;

/** The slot of a reservation: chosen, changed, reminded of, given back. */
class AppointmentTest extends DriveTests {

    @Test
    void whoCollectsBeforeTheSlotBeginsLeavesItsPlaceToOthers() {
        ReservationId id = twoInABag();

        drive.handOverAll(agent, id).value();

        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void whoseBagIsReadyNeedsNoTimeForItToBePrepared() {
        ReservationId id = reserveTwo();
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 4, 120, 30, 30, 72));
        clock.setTo(SLOT.minus(Duration.ofMinutes(10)));
        assertThat(drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, SLOT.plus(Duration.ofMinutes(30))))
                .refusal()).isEqualTo(SlotRefusal.SLOT_TOO_SOON);
        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, SLOT.plus(Duration.ofMinutes(30))))
                .isDone()).isTrue();
    }

    @Test
    void aBagThatIsReadyTooLateIsNotExpectedOnADayThatIsPast() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        theAppointmentIsMissed();

        drive.bag(agent, id);

        assertThat(body(id, "drive-ready")).contains("choisissez un nouveau créneau avant").doesNotContain("Nous vous attendons");
    }

    @Test
    void whoMissesDocumentsThatWereNeverPickedIsNotToldThatTheyWait() {
        ReservationId id = reserveTwo();
        theAppointmentIsMissed();
        assertThat(body(id, "drive-missed")).contains("ne sont pas encore prêts").doesNotContain("attendent");

        timePasses(Duration.ofHours(72));
        assertThat(body(id, "drive-no-show")).doesNotContain("en rayon");
    }

    @Test
    void whoMissesABagThatStandsReadyIsToldThatItWaits() {
        ReservationId id = twoInABag();

        theAppointmentIsMissed();

        assertThat(body(id, "drive-missed")).contains("Vos documents vous attendent.");
    }

    @Test
    void aCancellationTakesTheAppointmentOutOfThePatronsCalendar() {
        ReservationId id = reserveTwo();

        drive.by(agent, () -> drive.reservations.cancel(id)).value();

        assertThat(calendarMethod(id, "drive-cancelled")).isEqualTo("CANCEL");
    }

    @Test
    void theSlotCanBeChangedUntilTheHandoverEvenAfterArrival() {
        ReservationId id = twoInABag();
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();

        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.taken(branch, LATER_SLOT)).isEqualTo(1);
        timePassesUntil(LATER_SLOT);
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void thePatronIsRemindedADayBeforeUnlessTheSlotWasBookedLaterThanThat() {
        ReservationId soon = reserveTwo();
        Patron other = drive.patron("Ali", "Diallo");
        ReservationId later = drive.reserve(other, branch, LATER_SLOT, drive.title(branch, "Nana", 1));

        timePassesUntil(LATER_SLOT.minus(Duration.ofDays(1)));

        assertThat(drive.templatesWritten(later)).contains("drive-reminder");
        // Booked at 9 h for 14 h the next day: a reminder at 14 h, five hours later, is still one.
        assertThat(drive.templatesWritten(soon)).containsOnlyOnce("drive-reminder");
        Patron third = drive.patron("Eva", "Silva");
        ReservationId tomorrow = drive.reserve(third, branch, LATER_SLOT, drive.title(branch, "Pot-Bouille", 1));
        engine.runDueJobs();
        assertThat(drive.templatesWritten(tomorrow)).doesNotContain("drive-reminder");
    }
}

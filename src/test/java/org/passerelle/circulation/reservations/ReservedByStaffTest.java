package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.DriveTests;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal.Channel;

/** Staff reserve, change and cancel for a patron, who is told of it once. */
class ReservedByStaffTest extends DriveTests {

    @Test
    void staffReserveByTelephoneAndTheChannelIsOnRecord() {
        ReservationId id = reservedByStaff(patron, Channel.PHONE);

        assertThat(drive.see(agent, id).channel()).isEqualTo(Channel.PHONE);
        assertThat(drive.task(id, Tasks.PICK_DOCUMENTS)).isNotNull();
    }

    @Test
    void whoPrefersACallIsNotCalledToBeToldWhatTheyHaveJustBeenTold() {
        Patron caller = drive.patronByPhone("Marcel", "Petit");

        assertThat(drive.templatesWritten(reservedByStaff(caller, Channel.PHONE))).isEmpty();
        assertThat(drive.templatesWritten(reservedByStaff(caller, Channel.LETTER))).containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(reservedByStaff(patron, Channel.PHONE))).containsExactly("drive-reserved");
    }

    @Test
    void norCalledBackAboutWhatStaffChangedForThemWhileTheySpoke() {
        ReservationId id = reservedByStaff(drive.patronByPhone("Marcel", "Petit"), Channel.LETTER);
        ReservationId written = reservedByStaff(patron, Channel.PHONE);

        drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT, true)).value();
        drive.by(agent, () -> drive.reservations.changeSlot(written, LATER_SLOT, true)).value();
        engine.runDueJobs();

        assertThat(drive.templatesWritten(id)).containsExactly("drive-reserved");
        assertThat(drive.templatesStill(id, "OVERTAKEN")).as("it told the slot of before").containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(written)).contains("drive-slot-changed");

        drive.by(agent, () -> drive.reservations.cancel(id, true)).value();
        drive.by(agent, () -> drive.reservations.cancel(written, true)).value();
        engine.runDueJobs();
        assertThat(drive.templatesWritten(id)).containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(written)).contains("drive-cancelled");
    }

    @Test
    void whoWasNotSpokenToIsCalledAboutWhatStaffChanged() {
        ReservationId id = reservedByStaff(drive.patronByPhone("Marcel", "Petit"), Channel.PHONE);

        drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        assertThat(drive.templatesWritten(id)).containsExactly("drive-slot-changed");
        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
    }

    @Test
    void aPatronWhoChangesOrCancelsOnLineIsStillToldWhateverIsSaid() {
        Patron caller = drive.patronByPhone("Marcel", "Petit");
        ReservationId id = drive.reserve(caller, branch, SLOT, drive.title(branch, "Germinal", 1));

        drive.by(drive.as(caller), () -> drive.reservations.changeSlot(id, LATER_SLOT, true)).value();
        assertThat(drive.templatesWritten(id)).contains("drive-slot-changed");
        drive.by(drive.as(caller), () -> drive.reservations.cancel(id, true)).value();
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
    }

    private ReservationId reservedByStaff(Patron whom, Channel channel) {
        UUID title = drive.title(branch, "Germinal", 1);
        return drive.by(agent, () -> drive.newReservations.reserve(
                new ReserveCommand(whom.id(), branch, SLOT, List.of(title), channel))).value().id();
    }
}

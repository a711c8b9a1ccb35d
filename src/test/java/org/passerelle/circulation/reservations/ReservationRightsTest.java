package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.DriveTests;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may see and change a reservation, and who may not. */
class ReservationRightsTest extends DriveTests {

    @Autowired
    PickupLinks links;

    Patron stranger;

    @BeforeEach
    void anotherPatron() {
        stranger = drive.patron("Ali", "Diallo");
    }

    @Test
    void aPatronCannotReserveForAnother() {
        UUID title = drive.title(branch, "Germinal", 1);

        assertThatThrownBy(() -> drive.by(drive.as(stranger), () -> drive.newReservations.reserve(
                new ReserveCommand(patron.id(), branch, SLOT, List.of(title), Channel.ONLINE))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPatronNeverSeesOrChangesAnothersReservation() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        CurrentUser other = drive.as(stranger);

        assertDenied(other, () -> drive.book.details(id));
        assertDenied(other, () -> drive.reservations.cancel(id));
        assertDenied(other, () -> drive.reservations.changeSlot(id, LATER_SLOT));
        assertDenied(other, () -> drive.reservations.arrived(id));
        assertThat(drive.by(other, () -> drive.book.mine())).isEmpty();
        assertDenied(other, () -> drive.book.byCode(drive.see(agent, id).code()));
    }

    @Test
    void aPatronCannotDoWhatStaffDo() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        var line = drive.see(agent, id).lines().getFirst();

        assertEachIsDenied(drive.as(patron), id, line);
    }

    @Test
    void anAgentOfAnotherBranchSeesButCannotActUntilGivenThatBranchToo() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        UUID elsewhere = drive.branch("GARE");
        CurrentUser guest = drive.agentOf(elsewhere);
        var line = drive.see(guest, id).lines().getFirst();

        assertEachIsDenied(guest, id, line);
        assertDenied(guest, () -> drive.reservations.cancel(id));
        assertDenied(guest, () -> drive.reservations.arrived(id));
        assertDenied(guest, () -> drive.reservations.changeSlot(id, LATER_SLOT));
        drive.pick(drive.agentOf(elsewhere, branch), id);
    }

    private void assertEachIsDenied(CurrentUser user, ReservationId id, Line line) {
        TaskRef task = drive.task(id, Tasks.PICK_DOCUMENTS);
        assertDenied(user, () -> drive.pickingDesk.picked(id, line.barcode()));
        assertDenied(user, () -> drive.pickingDesk.notFound(id, line.copy()));
        assertDenied(user, () -> drive.pickingDesk.damaged(id, line.copy(), "taché"));
        assertDenied(user, () -> drive.pickingDesk.pickingDone(task, id));
        assertDenied(user, () -> drive.pickingDesk.bagPrepared(task, id, "B2"));
        assertDenied(user, () -> drive.putBackDesk.putBack(id, line.barcode()));
        assertDenied(user, () -> drive.driveDesk.handOver(id, Set.of(line.id())));
        assertDenied(user, () -> drive.reservations.notThere(id));
    }

    private void assertDenied(CurrentUser user, Supplier<?> gesture) {
        assertThatThrownBy(() -> drive.by(user, gesture)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoHoldsTheLinkMayDoForThatReservationWhatItsPatronMay() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        String token = drive.token(id);

        assertThat(links.open(token)).isPresent();
        assertThat(links.open(drive.see(agent, id).code())).isEmpty();
        assertThat(links.open(token.substring(1))).isEmpty();
        assertThat(links.arrived(token).refusal()).isEqualTo(CirculationRefusal.TOO_EARLY_TO_ARRIVE);
        assertThat(links.changeSlot(token, LATER_SLOT).isDone()).isTrue();
        clock.setTo(LATER_SLOT);
        assertThat(links.arrived(token).isDone()).isTrue();
        assertThat(links.changeSlot(token, LATER_SLOT).isDone()).isTrue();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.ARRIVED);
        assertThat(links.cancel(token).isDone()).isTrue();
        assertThat(links.cancel(token).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }
}

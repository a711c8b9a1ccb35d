package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationFiles;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** However a reservation ends, its story says so: what, by whom, and when. */
@PasserelleTest
class OutcomesOnRecordTest {

    @Autowired
    Drive drive;
    @Autowired
    ReservationFiles files;
    @Autowired
    AccountRepository accounts;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    CurrentUser camille;
    CurrentUser jeanne;
    ReservationId id;

    @BeforeEach
    void aReservation() {
        UUID branch = drive.branch("PORT");
        Patron patron = drive.patron("Jeanne", "Ferrand");
        camille = account("camille", "Camille R.", Role.AGENT, null, Set.of(branch));
        jeanne = account("jeanne", "Jeanne Ferrand", Role.PATRON, patron.id(), Set.of());
        id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1), drive.title(branch, "Nana", 1));
    }

    @Test
    void collected() {
        ready();
        clock.setTo(SLOT);
        drive.handOverAll(camille, id).value();

        onRecord("journal.drive-pickup.collected", "Camille R.");
    }

    @Test
    void partlyCollected() {
        ready();
        clock.setTo(SLOT);
        UUID one = drive.see(camille, id).lines().getFirst().id();
        drive.by(camille, () -> drive.driveDesk.handOver(id, Set.of(one))).value();

        onRecord("journal.drive-pickup.partlyCollected", "Camille R.");
    }

    @Test
    void cancelledByThePatron() {
        clock.advance(Duration.ofMinutes(7));
        drive.by(jeanne, () -> drive.reservations.cancel(id)).value();

        onRecord("journal.drive-pickup.cancelled", "Jeanne Ferrand");
    }

    @Test
    void cancelledByStaff() {
        clock.advance(Duration.ofMinutes(7));
        drive.by(camille, () -> drive.reservations.cancel(id)).value();

        onRecord("journal.drive-pickup.cancelled", "Camille R.");
    }

    @Test
    void nobodyCame() {
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();

        onRecord("journal.drive-pickup.noShow", null);
    }

    @Test
    void nothingFound() {
        drive.see(camille, id).lines().stream().map(ReservationDetails.Line::copy)
                .forEach(copy -> drive.by(camille, () -> drive.pickingDesk.notFound(id, copy)).value());
        clock.advance(Duration.ofMinutes(7));
        drive.by(camille, () -> drive.pickingDesk.pickingDone(drive.task(id, Tasks.PICK_DOCUMENTS), id)).value();

        onRecord("journal.drive-pickup.nothingFound", "Camille R.");
    }

    /** @param by null for the system */
    private void onRecord(String what, String by) {
        assertThat(drive.by(camille, () -> files.file(id)).orElseThrow().story())
                .filteredOn(entry -> entry.messageKey().equals(what)).singleElement().satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(by);
                    assertThat(entry.at()).isEqualTo(clock.instant());
                });
        assertThat(drive.see(camille, id).endedAt()).isEqualTo(clock.instant());
    }

    private void ready() {
        drive.pick(camille, id);
        drive.bag(camille, id);
    }

    private CurrentUser account(String username, String name, Role role, UUID patron, Set<UUID> branches) {
        return accounts.save(new Account(username, "x", name, role, patron, branches)).asCurrentUser();
    }
}

package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.slots.service.SlotSettings;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.support.Consistency;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each gesture of the drive is done whole, or nothing of it stays. */
class FailurePointsTest extends DriveTests {

    @Autowired
    SlotSettings settings;
    @Autowired
    JdbcClient jdbc;

    UUID first;
    UUID second;

    @BeforeEach
    void aLibrary() {
        first = drive.title(branch, "Germinal", 1);
        second = drive.title(branch, "Les Misérables", 2);
    }

    @Test
    void reserving() {
        FailurePoints.allOrNothingAtEachStatement(jdbc, () -> drive.tryToReserve(patron, branch, SLOT, first, second));
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);
    }

    @Test
    void finishingToPick() {
        ReservationId id = picked();
        TaskRef task = drive.task(id, Tasks.PICK_DOCUMENTS);
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.pickingDone(task, id)));
    }

    @Test
    void findingNothing() {
        ReservationId id = drive.reserve(patron, branch, SLOT, first);
        UUID copy = drive.see(agent, id).lines().getFirst().copy();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.notFound(id, copy)));
        TaskRef task = drive.task(id, Tasks.PICK_DOCUMENTS);
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.pickingDone(task, id)));
        assertThat(drive.taken(branch, SLOT)).isZero();
    }

    @Test
    void preparingTheBag() {
        ReservationId id = drive.reserve(patron, branch, SLOT, first, second);
        drive.pick(agent, id);
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.pickingNotDone(id)));
        TaskRef picking = drive.task(id, Tasks.PICK_DOCUMENTS);
        drive.by(agent, () -> drive.pickingDesk.pickingDone(picking, id)).value();
        TaskRef task = drive.task(id, Tasks.PREPARE_BAG);
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.bagPrepared(task, id, "étagère B2")));
    }

    @Test
    void arrivingAndHandingOverAPart() {
        ReservationId id = ready();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.reservations.arrived(id)));
        Set<UUID> one = Set.of(drive.see(agent, id).lines().getFirst().id());
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.driveDesk.handOver(id, one)));
        List<ReservationDetails.Line> lines = drive.see(agent, id).lines();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.putBackDesk.putBack(id, lines.getLast().barcode())));
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.putBackDesk.notPutBack(id, lines.getLast().barcode())));
    }

    @Test
    void takingBackThatSomebodyIsThere() {
        ReservationId id = ready();
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.reservations.notThere(id)));
    }

    @Test
    void takingBackThatABagIsReadyOrHandedOver() {
        ReservationId id = ready();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.notBagged(id)));
        drive.bag(agent, id);
        drive.handOverAll(agent, id).value();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.driveDesk.notHandedOver(id)));
    }

    @Test
    void arrivingAndHandingOverAfterTheAppointmentIsMissedForGood() {
        ReservationId id = ready();
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.reservations.arrived(id)));
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.reservations.notThere(id)));
        FailurePoints.allOrNothing(jdbc, () -> drive.handOverAll(agent, id));
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
    }

    @Test
    void settingUpTheSlots() {
        CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null);
        SlotSettingsForm now = drive.by(manager, () -> settings.form(branch));
        SlotSettingsForm other = new SlotSettingsForm(now.version(), 60, 2, 60, 20, 15, 48, now.windows(),
                List.of(LocalDate.of(2026, 12, 25)));
        FailurePoints.allOrNothing(jdbc, () -> drive.by(manager, () -> settings.save(branch, other)));
    }

    @Test
    void changingTheSlot() {
        ReservationId id = ready();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)));
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.taken(branch, LATER_SLOT)).isEqualTo(1);
    }

    @Test
    void pickingAnotherCopyThanThePromisedOne() {
        ReservationId id = drive.reserve(patron, branch, SLOT, second);
        String promised = drive.see(agent, id).lines().getFirst().barcode();
        String other = jdbc.sql("select barcode from app.copy where title = ? and barcode <> ?")
                .params(second, promised).query(String.class).single();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.picked(id, other)));
        UUID copy = drive.see(agent, id).lines().getFirst().copy();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(agent, () -> drive.pickingDesk.damaged(id, copy, "taché")));
    }

    @Test
    void cancelling() {
        ReservationId id = ready();
        FailurePoints.allOrNothing(jdbc, () -> drive.by(drive.as(patron), () -> drive.reservations.cancel(id)));
    }

    @Test
    void aConnectionLostRightAfterTheCommitLeavesTheWholeGesture() {
        assertThatThrownBy(() -> Statements.watchedBy(new Statements.Watcher() {
            @Override
            public void before(String sql) {
                // Only what comes after the commit goes wrong.
            }

            @Override
            public void after(String sql) throws SQLException {
                if (sql.equals(COMMIT)) {
                    throw new SQLException("planted after the commit");
                }
            }
        }, () -> drive.reserve(patron, branch, SLOT, first, second))).hasRootCauseMessage("planted after the commit");

        assertThat(jdbc.sql("select count(*) from app.reservation").query(Integer.class).single()).isEqualTo(1);
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    private ReservationId picked() {
        ReservationId id = drive.reserve(patron, branch, SLOT, first, second);
        drive.see(agent, id).lines().forEach(line ->
                drive.by(agent, () -> drive.pickingDesk.picked(id, line.barcode())).value());
        return id;
    }

    private ReservationId ready() {
        ReservationId id = drive.reserve(patron, branch, SLOT, first, second);
        drive.pick(agent, id);
        drive.bag(agent, id);
        return id;
    }
}

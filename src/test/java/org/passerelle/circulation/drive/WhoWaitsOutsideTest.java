package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;

/** The tasks of a reservation whose patron is at the drive say since when somebody waits for them. */
class WhoWaitsOutsideTest extends DriveTests {

    private static final Instant CAME = SLOT.plusSeconds(60);

    @Test
    void whatIsOpenWhenThePatronArrivesAndWhatFollowsIsWaitedFor() {
        ReservationId id = reserveTwo();
        assertThat(waited(id)).containsExactly(Tasks.PICK_DOCUMENTS + " null");

        arrive(id);
        assertThat(waited(id)).containsExactly(Tasks.PICK_DOCUMENTS + " " + CAME);
        timePasses(Duration.ofMinutes(3));
        drive.pick(agent, id);
        assertThat(waited(id)).containsExactly(Tasks.PREPARE_BAG + " " + CAME);
        drive.bag(agent, id);
        engine.runDueJobs();
        assertThat(waited(id)).containsExactly(Tasks.HAND_OVER + " " + CAME);
    }

    @Test
    void whoIsNotThereAfterAllIsWaitedForNoMore() {
        ReservationId id = reserveTwo();
        arrive(id);

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(waited(id)).containsExactly(Tasks.PICK_DOCUMENTS + " null");
    }

    @Test
    void nobodyWaitsForWhatGoesBackOnceTheRestIsHandedOver() {
        ReservationId id = twoInABag();
        arrive(id);
        engine.runDueJobs();

        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(drive.see(agent, id).lines().getFirst().id()))).value();

        assertThat(waited(id)).containsExactly(Tasks.PUT_BACK + " null");
    }

    @Test
    void whoComesAfterAllIsWaitedForAsLongAsTheBagStands() {
        ReservationId id = twoInABag();
        theAppointmentIsMissed();
        timePasses(Duration.ofHours(72));
        assertThat(waited(id)).containsExactly(Tasks.PUT_BACK + " null");

        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        assertThat(waited(id)).containsExactly(Tasks.HAND_OVER_LATE + " " + clock.instant());
    }

    private void arrive(ReservationId id) {
        timePassesUntil(CAME);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
    }

    private List<String> waited(ReservationId id) {
        return drive.jdbc.sql("select task_key, waiting from app.inbox_task where case_id = ? order by task_key").param(id.value())
                .query((row, i) -> {
                    Timestamp since = row.getTimestamp("waiting");
                    return row.getString("task_key") + " " + (since == null ? null : since.toInstant());
                }).list();
    }
}

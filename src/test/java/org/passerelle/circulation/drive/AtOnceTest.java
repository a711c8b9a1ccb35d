package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;

/** Two people, or a person and a timer, at the same reservation: one has read and not yet written when the other begins. */
class AtOnceTest extends DriveTests {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CurrentUser colleague;
    private ReservationId id;
    private List<ReservationDetails.Line> lines;

    @BeforeEach
    void twoDocumentsAreReserved() {
        colleague = drive.agentOf(branch);
        id = reserveTwo();
        lines = drive.see(agent, id).lines();
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        threads.shutdownNow();
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void cancellingWhileADocumentIsPicked() {
        Outcome<?> second = begunMeanwhile(() -> drive.by(drive.as(patron), () -> drive.reservations.cancel(id)),
                () -> drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())));

        assertThat(second.refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }

    @Test
    void cancellingWhileADocumentIsNotFoundOrDamaged() {
        Outcome<?> second = begunMeanwhile(() -> drive.by(drive.as(patron), () -> drive.reservations.cancel(id)),
                () -> drive.by(agent, () -> drive.pickingDesk.damaged(id, lines.getFirst().copy(), "taché")));

        assertThat(second.isDone()).isTrue();
        assertThat(drive.placeOf(lines.getFirst().barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
    }

    @Test
    void pickingADocumentWhileThePatronCancels() {
        Outcome<?> second = begunMeanwhile(
                () -> drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())),
                () -> drive.by(drive.as(patron), () -> drive.reservations.cancel(id)));

        assertThat(second.isDone()).isTrue();
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
    }

    @Test
    void pickingADocumentWhileTheMissedAppointmentIsClosed() {
        theAppointmentIsMissed();
        clock.advance(Duration.ofHours(72));

        Outcome<?> second = begunMeanwhile(
                () -> drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())), () -> {
                    engine.runDueJobs();
                    return Outcome.done();
                });

        assertThat(second.isDone()).isTrue();
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
    }

    @Test
    void theMissedAppointmentIsClosedWhileADocumentIsPicked() {
        theAppointmentIsMissed();
        clock.advance(Duration.ofHours(72));

        Outcome<?> second = begunMeanwhile(sql -> sql.startsWith("delete from app.inbox_task"), () -> {
            engine.runDueJobs();
            return Outcome.done();
        }, () -> drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())));

        assertThat(second.refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }

    @Test
    void twoAgentsScanTheLastTwoDocumentsBack() {
        drive.pick(agent, id);
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        Outcome<?> second = begunMeanwhile(
                () -> drive.by(agent, () -> drive.putBackDesk.putBack(id, lines.getFirst().barcode())),
                () -> drive.by(colleague, () -> drive.putBackDesk.putBack(id, lines.getLast().barcode())));

        assertThat(second.isDone()).isTrue();
        assertThat(drive.tasks(id)).isEmpty();
        assertThat(engine.endOf(DrivePickupProcess.caseOf(id))).contains("end_cancelled");
    }

    @Test
    void aDocumentTurnsOutDamagedWhileAColleagueSaysThatPickingIsDone() {
        lines.forEach(line -> drive.by(agent, () -> drive.pickingDesk.picked(id, line.barcode())).value());
        TaskRef task = drive.task(id, Tasks.PICK_DOCUMENTS);

        Outcome<?> second = begunMeanwhile(
                () -> drive.by(agent, () -> drive.pickingDesk.damaged(id, lines.getFirst().copy(), "taché")),
                () -> drive.by(colleague, () -> drive.pickingDesk.pickingDone(task, id)));

        assertThat(second.isDone()).isTrue();
        assertThat(drive.see(agent, id).documents()).isEqualTo(DocumentsState.TO_BAG);
        drive.bag(agent, id);
    }

    @Test
    void twoAgentsScanTheSameCopy() {
        Outcome<?> second = begunMeanwhile(
                () -> drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())),
                () -> drive.by(colleague, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())));

        assertThat(second.refusal()).isEqualTo(CirculationRefusal.ALREADY_PICKED);
    }

    @Test
    void twoPatronsSwapTheirSlots() {
        Patron other = drive.patron("Ali", "Diallo");
        ReservationId others = drive.reserve(other, branch, LATER_SLOT, drive.title(branch, "Nana", 1));

        Outcome<?> second = begunMeanwhile(sql -> sql.contains("taken = taken - 1"),
                () -> drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)),
                () -> drive.by(drive.as(other), () -> drive.reservations.changeSlot(others, SLOT)));

        assertThat(second.isDone()).isTrue();
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);
        assertThat(drive.taken(branch, LATER_SLOT)).isEqualTo(1);
    }

    @Test
    void aPatronMakesTheLastReservationAllowedTwice() {
        drive.reserve(patron, branch, LATER_SLOT, drive.title(branch, "Nana", 1));
        UUID third = drive.title(branch, "Pot-Bouille", 1);
        UUID fourth = drive.title(branch, "La Curée", 1);

        Outcome<?> second = begunMeanwhile(() -> drive.tryToReserve(patron, branch, SLOT, third),
                () -> drive.tryToReserve(patron, branch, LATER_SLOT, fourth));

        assertThat(second.refusal()).isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);
        assertThat(drive.by(drive.as(patron), () -> drive.book.mine())).hasSize(3);
    }

    private Outcome<?> begunMeanwhile(Supplier<Outcome<?>> first, Supplier<Outcome<?>> second) {
        return begunMeanwhile(sql -> sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(insert|update|delete) .*"),
                first, second);
    }

    /**
     * Stops the first before such a statement until the second is done or waits for a lock.
     *
     * @return the outcome of the second; the first must be done
     */
    private Outcome<?> begunMeanwhile(Predicate<String> at, Supplier<Outcome<?>> first, Supplier<Outcome<?>> second) {
        AtomicReference<CompletableFuture<Outcome<?>>> meanwhile = new AtomicReference<>();
        AtomicReference<Outcome<?>> ofFirst = new AtomicReference<>();
        Statements.watchedBy(sql -> {
            if (meanwhile.get() == null && at.test(sql)) {
                meanwhile.set(CompletableFuture.supplyAsync(second, threads));
                waitUntilDoneOrBlocked(meanwhile.get());
            }
        }, () -> ofFirst.set(first.get()));
        assertThat(ofFirst.get().isDone()).isTrue();
        return Patience.within(meanwhile.get());
    }

    private void waitUntilDoneOrBlocked(CompletableFuture<Outcome<?>> second) {
        while (!Patience.within(threads.submit(this::somebodyWaits))) {
            try {
                second.get(20, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                // Then it may wait for a lock by now.
            } catch (InterruptedException | ExecutionException e) {
                return;
            }
        }
    }

    private boolean somebodyWaits() {
        return drive.jdbc.sql("select exists (select 1 from pg_locks where not granted)").query(Boolean.class).single();
    }
}

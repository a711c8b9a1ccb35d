package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.jobs.DeferredCommandRunner;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A document scanned as put away by mistake. */
class NotPutAwayTest extends CrateTests {

    @Autowired
    DeferredCommandRunner deferred;

    @Test
    void itIsToBePutAwayAgainWhileTheCrateGoesOn() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        room.inspect(agent, crate, Map.of()).value();
        List<String> barcodes = room.see(agent, crate).documents().stream().map(ReturnedCopy::barcode).toList();
        assertThat(room.see(agent, crate).toDo()).extracting(OpenTask::messageKey).containsExactly("process.quarantine.user_putAway");
        room.by(agent, () -> room.putAwayDesk.putAway(crate, barcodes.getFirst())).value();

        room.by(agent, () -> room.putAwayDesk.notPutAway(crate, barcodes.getFirst())).value();

        assertThat(room.placeOf(barcodes.getFirst())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
        assertThat(room.by(agent, () -> room.putAwayDesk.notPutAway(crate, barcodes.getFirst())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.PUT_AWAY);
    }

    @Test
    void theLastOpensItsCrateAgainForWhoScannedItAndForAMoment() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        room.inspect(agent, crate, Map.of()).value();
        List<String> barcodes = room.see(agent, crate).documents().stream().map(ReturnedCopy::barcode).toList();
        barcodes.forEach(barcode -> room.by(agent, () -> room.putAwayDesk.putAway(crate, barcode)).value());
        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");
        String last = barcodes.getLast();
        assertThat(room.by(room.agentOf(branch), () -> room.putAwayDesk.notPutAway(crate, last)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThatThrownBy(() -> room.by(room.agentOf(room.branch("GARE")), () -> room.putAwayDesk.notPutAway(crate, last)))
                .isInstanceOf(AccessDeniedException.class);

        TaskRef again = room.by(agent, () -> room.putAwayDesk.notPutAway(crate, last)).value();

        assertThat(again).isEqualTo(room.task(crate, QuarantineProcess.Tasks.PUT_AWAY));
        assertThat(room.placeOf(last)).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.PUT_AWAY);
        assertThat(room.see(agent, crate).toDo()).extracting(OpenTask::messageKey).containsExactly("process.quarantine.user_putAway");
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
        room.by(agent, () -> room.putAwayDesk.putAway(crate, last)).value();
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(room.by(agent, () -> room.putAwayDesk.notPutAway(crate, last)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).toDo()).isEmpty();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatAReservationHasTakenFromItsShelfSinceStaysTheirs() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        quarantineOver();
        room.inspect(agent, crate, Map.of()).value();
        ReturnedCopy only = room.see(agent, crate).documents().getFirst();
        room.by(agent, () -> room.putAwayDesk.putAway(crate, only.barcode())).value();
        drive.reserve(drive.patron("Samuel", "Adjei"), branch, Drive.SLOT.plus(Duration.ofDays(7)), only.title());

        assertThat(room.by(agent, () -> room.putAwayDesk.notPutAway(crate, only.barcode())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void scannedAtTheReturnsDeskItIsTakenBackBeforeAndAfterTheEngineHasHeard() {
        for (boolean heard : List.of(false, true)) {
            CrateId crate = room.sealedCrate(agent, branch, 1);
            quarantineOver();
            room.inspect(agent, crate, Map.of()).value();
            String barcode = room.see(agent, crate).documents().getFirst().barcode();
            CopyInfo shelved = room.scan(agent, branch, barcode).copy();
            if (heard) {
                deferred.carryOut();
            }

            room.by(agent, () -> room.undoneScans.notShelved(shelved)).value();
            deferred.carryOut();

            assertThat(room.see(agent, crate).toDo()).hasSize(1);
            assertThat(Consistency.faults(room.jdbc)).isEmpty();
            room.by(agent, () -> room.putAwayDesk.putAway(crate, barcode)).value();
            assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");
        }
    }

    @Test
    void scannedAtTheReturnsDeskACopyThatStoodApartDoesSoAgain() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        UUID title = drive.title(branch, "Nana", 1);
        UUID copy = waiting.lend(title, branch);
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        waiting.giveUp(jeanne, wait).value();
        CopyInfo shelved = room.scan(agent, branch, copies.copies(List.of(copy)).getFirst().barcode()).copy();

        room.by(agent, () -> room.undoneScans.notShelved(shelved)).value();
        deferred.carryOut();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(room.jdbc.sql("select count(*) from app.inbox_task where case_id = ?").param(copy).query(Integer.class).single())
                .isOne();
    }

    @Test
    void whoCameAfterAllIsServedFromABagThatWasScannedBackByMistake() {
        ReservationId bag = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, Drive.SLOT, drive.title(branch, "Nana", 1));
        drive.pick(agent, bag);
        drive.bag(agent, bag);
        clock.setTo(Drive.SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        drive.by(agent, () -> drive.reservations.arrived(bag)).value();
        CopyInfo shelved = room.scan(agent, branch, drive.see(agent, bag).lines().getFirst().barcode()).copy();

        room.by(agent, () -> room.undoneScans.notShelved(shelved)).value();
        deferred.carryOut();

        assertThat(drive.see(agent, bag).appointment()).isEqualTo(AppointmentState.ARRIVED);
        drive.handOverAll(agent, bag).value();
        assertThat(drive.tasks(bag)).isEmpty();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatHasStoodOnItsShelfForAWhileStays() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        room.inspect(agent, crate, Map.of()).value();
        CopyInfo shelved = room.scan(agent, branch, room.see(agent, crate).documents().getFirst().barcode()).copy();
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));

        assertThat(room.by(agent, () -> room.undoneScans.notShelved(shelved)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.placeOf(shelved.barcode())).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void scannedAtTheReturnsDeskAnUncollectedDocumentIsToBePutBackAgain() {
        ReservationId bag = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, Drive.SLOT, drive.title(branch, "Nana", 1));
        drive.pick(agent, bag);
        drive.bag(agent, bag);
        drive.by(agent, () -> drive.reservations.cancel(bag)).value();
        CopyInfo shelved = room.scan(agent, branch, drive.see(agent, bag).lines().getFirst().barcode()).copy();
        assertThatThrownBy(() -> room.by(room.agentOf(room.branch("GARE")), () -> room.undoneScans.notShelved(shelved)))
                .isInstanceOf(AccessDeniedException.class);

        room.by(agent, () -> room.undoneScans.notShelved(shelved)).value();
        deferred.carryOut();

        assertThat(drive.tasks(bag)).hasSize(1);
        assertThat(room.placeOf(shelved.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }
}

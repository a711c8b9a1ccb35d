package org.passerelle.quarantine;

import static org.passerelle.support.FailurePoints.allOrNothing;
import static org.passerelle.support.FailurePoints.allOrNothingAtEachStatement;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.springframework.beans.factory.annotation.Autowired;

/** Each gesture about returned documents is done whole, or nothing of it stays. */
class QuarantineFailurePointsTest extends CrateTests {

    @Autowired
    Policies policies;

    @Test
    void scanningAndUndoing() {
        String book = room.lentBook(branch, "Nana", LocalDate.parse("2026-12-01"));
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.returnsDesk.scan(
                new ReturnScan(branch, book, false, null, ReturnSource.DESK))));
        UUID scan = room.jdbc.sql("select id from app.returned_copy").query(UUID.class).single();
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.undoneScans.undo(scan)));
    }

    @Test
    void sealing() {
        CrateId crate = room.scan(agent, branch, room.lentBook(branch, "Nana", LocalDate.parse("2026-12-01"))).crate();
        allOrNothingAtEachStatement(room.jdbc, () -> room.by(agent, () -> room.crateDesk.seal(crate)));
    }

    @Test
    void inspectingAndPuttingAway() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.crateDesk.inspected(
                room.task(crate, QuarantineProcess.Tasks.INSPECT), crate)));
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.crateDesk.notInspected(crate)));
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.crateDesk.inspected(
                room.task(crate, QuarantineProcess.Tasks.INSPECT), crate)));
        String first = room.see(agent, crate).documents().getFirst().barcode();
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.putAwayDesk.putAway(crate, first)));
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.putAwayDesk.allPutAway(crate)));
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.putAwayDesk.notPutAway(crate, first)));
    }

    @Test
    void releasingEarly() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        allOrNothing(room.jdbc, () -> room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")));
        UUID request = room.jdbc.sql("select id from app.release_request").query(UUID.class).single();
        allOrNothing(room.jdbc, () -> room.by(room.manager(), () -> room.releaseDesk.approve(room.task(
                EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE), request)));
    }

    @Test
    void publishingForWhatIsRunning() {
        room.sealedCrate(agent, branch, 1);
        CurrentUser manager = room.manager();
        Policy now = room.by(manager, () -> policies.open("quarantine-policy")).orElseThrow();
        allOrNothing(room.jdbc, () -> room.by(manager, () -> policies.publish("quarantine-policy", now.version(),
                QuarantineRoom.hours(now, "240"), "Consigne", Reach.ALL_RUNNING, Set.of())));
    }
}

package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.operations.service.Policies;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.process.jobs.DeferredCommandRunner;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** What one scan costs at its dearest: the first under a new rule, and the last of a crate or of a bag. */
@PasserelleTest
class ScanCostTest {

    private static final int MOST = 12;

    @Autowired
    QuarantineRoom room;
    @Autowired
    Policies policies;
    @Autowired
    CopyPlaces copies;
    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    Engine engine;
    @Autowired
    DeferredCommandRunner deferred;

    private UUID branch;
    private CurrentUser agent;
    private Patron jeanne;

    @BeforeEach
    void people() {
        branch = room.branch("MED");
        agent = room.agentOf(branch);
        jeanne = drive.patron("Jeanne", "Ferrand");
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void theFirstScanUnderANewRuleCostsNoMoreThoughItOpensACrate() {
        String book = lentBook();
        publishHours("240");

        List<String> sent = Statements.during(
                () -> assertThat(room.scan(agent, branch, book).to()).isEqualTo(Destination.CRATE));

        assertThat(sent).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void aPutAwayScanCostsNoMoreAndTheLastOfItsCrateNeitherHoweverManyItHeld() {
        for (int size : List.of(2, 20)) {
            List<String> books = Stream.generate(this::lentBook).limit(size).toList();
            CrateId crate = inspectedCrate(books);

            books.forEach(book -> assertThat(statements(book)).hasSizeLessThanOrEqualTo(MOST));

            assertThat(books).extracting(room::placeOf).containsOnly(PlaceKind.SHELF);
            deferred.carryOut();
            assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");
        }
    }

    @Test
    void aScanFromABagThatWasCancelledCostsNoMoreAndTheLastOfItNeither() {
        ReservationId bag = bag();
        drive.by(drive.as(jeanne), () -> drive.reservations.cancel(bag)).value();

        scansOf(bag).forEach(book -> assertThat(statements(book)).hasSizeLessThanOrEqualTo(MOST));

        deferred.carryOut();
        assertThat(engine.endOf(DrivePickupProcess.caseOf(bag))).contains("end_cancelled");
    }

    @Test
    void aScanFromABagThatNobodyCameForCostsNoMoreAndTheLastOfItNeither() {
        ReservationId bag = bag();
        room.clock.setTo(Drive.SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        room.clock.advance(Duration.ofHours(72));
        engine.runDueJobs();

        scansOf(bag).forEach(book -> assertThat(statements(book)).hasSizeLessThanOrEqualTo(MOST));

        deferred.carryOut();
        assertThat(engine.endOf(DrivePickupProcess.caseOf(bag))).contains("end_noShow");
    }

    @Test
    void aScanOfWhatWasSetAsideForNobodyCostsNoMore() {
        UUID title = drive.title(branch, "Germinal", 1);
        UUID copy = waiting.lend(title, branch);
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        waiting.giveUp(jeanne, wait).value();

        assertThat(statements(copies.copies(List.of(copy)).getFirst().barcode())).hasSizeLessThanOrEqualTo(MOST);

        deferred.carryOut();
        assertThat(engine.endOf(ShelfReturnProcess.caseOf(copy))).contains("end_scannedBack");
    }

    @Test
    void aPutAwayScanOfWhatSomebodyWaitsForCostsNoMore() {
        List<String> books = List.of(lentBook(), lentBook());
        inspectedCrate(books);
        UUID title = copies.byBarcode(books.getFirst()).orElseThrow().title();
        waiting.ask(jeanne, title, branch);

        assertThat(statements(books.getFirst())).hasSizeLessThanOrEqualTo(MOST);

        assertThat(room.placeOf(books.getFirst())).isEqualTo(PlaceKind.HELD);
    }

    @Test
    void aScanOfWhatComesFromItsRepairOrOffTheRoadCostsNoMore() {
        for (PlaceKind from : List.of(PlaceKind.REPAIR, PlaceKind.IN_TRANSIT)) {
            String book = room.book(branch, "Germinal");
            room.jdbc.sql("update app.copy_place set kind = ? where copy = (select id from app.copy where barcode = ?)")
                    .params(from.name(), book).update();

            assertThat(statements(book)).hasSizeLessThanOrEqualTo(MOST);

            assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
        }
    }

    private ReservationId bag() {
        ReservationId bag = drive.reserve(jeanne, branch, Drive.SLOT, drive.title(branch, "Nana", 1),
                drive.title(branch, "Germinal", 1), drive.title(branch, "Pot-Bouille", 1));
        drive.pick(agent, bag);
        drive.bag(agent, bag);
        return bag;
    }

    private List<String> scansOf(ReservationId bag) {
        return drive.see(agent, bag).lines().stream().map(ReservationDetails.Line::barcode).toList();
    }

    private CrateId inspectedCrate(List<String> books) {
        CrateId crate = books.stream().map(book -> room.scan(agent, branch, book).crate()).toList().getFirst();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        room.clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        return crate;
    }

    private List<String> statements(String book) {
        return Statements.during(() -> room.scan(agent, branch, book));
    }

    private String lentBook() {
        return room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-01"));
    }

    private void publishHours(String hours) {
        CurrentUser manager = room.manager();
        Policy now = room.by(manager, () -> policies.open("quarantine-policy")).orElseThrow();
        room.by(manager, () -> policies.publish("quarantine-policy", now.version(), QuarantineRoom.hours(now, hours),
                "Consigne", Reach.NEW_ONLY, Set.of())).value();
    }
}

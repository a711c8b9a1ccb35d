package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.Waiting;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.ReturnsDesk.Destination;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** What one scan costs at its dearest: the first under a new rule, and the last of a crate. */
@PasserelleTest
class ScanCostTest {

    private static final int MOST = 12;
    /** The engine ends the crate's case, and keeps its history. */
    private static final int MOST_WITH_ITS_CASE = 58;

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

    private UUID branch;
    private CurrentUser agent;

    @BeforeEach
    void people() {
        branch = room.branch("MED");
        agent = room.agentOf(branch);
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
    void aPutAwayScanCostsNoMoreAndTheOneThatFinishesItsCrateTheSameHoweverManyItHeld() {
        List<Integer> last = new ArrayList<>();
        for (int size : List.of(2, 20)) {
            List<String> books = Stream.generate(this::lentBook).limit(size).toList();
            CrateId crate = inspectedCrate(books);

            books.subList(0, size - 1).forEach(book -> assertThat(statements(book)).hasSizeLessThanOrEqualTo(MOST));
            last.add(statements(books.getLast()).size());

            assertThat(books).extracting(room::placeOf).containsOnly(PlaceKind.SHELF);
            assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).isPresent();
        }
        assertThat(last.getFirst()).isEqualTo(last.getLast()).isLessThanOrEqualTo(MOST_WITH_ITS_CASE);
    }

    @Test
    void aPutAwayScanOfWhatSomebodyWaitsForCostsNoMore() {
        List<String> books = List.of(lentBook(), lentBook());
        inspectedCrate(books);
        UUID title = copies.byBarcode(books.getFirst()).orElseThrow().title();
        waiting.ask(drive.patron("Jeanne", "Ferrand"), title, branch);

        assertThat(statements(books.getFirst())).hasSizeLessThanOrEqualTo(MOST);

        assertThat(room.placeOf(books.getFirst())).isEqualTo(PlaceKind.HELD);
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

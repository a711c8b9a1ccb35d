package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.domain.RoomForecast.Day;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.room.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.room.service.CratesDue;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What stands in a room, counted by the database. */
class CrateRoomTest extends CrateTests {

    @Autowired
    CratesDue due;

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Test
    void theForecastCountsOpenSealedAndReleasedCrates() {
        room.sealedCrate(agent, branch, 1);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        room.sealedCrate(agent, branch, 1);
        room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD));

        // Today: one to inspect. The day after tomorrow plus one: the sealed one, and both that are sealed tonight.
        assertThat(room.by(agent, () -> room.room.room(branch)).forecast()).extracting(Day::standing)
                .startsWith(4, 3, 3, 3, 0);
    }

    @Test
    void openCratesStandInTheOrderOfTheirExpectedReleaseAndThenOfTheirNumbers() {
        room.jdbc.sql("select setval('app.crate_number', 9997)").query(Long.class).single();
        Scanned stacked = room.scanStacked(agent, branch, room.lentBook(branch, "Nana", DUE));
        Scanned book = room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        Scanned disc = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD));

        assertThat(List.of(stacked.crateCode(), book.crateCode(), disc.crateCode()))
                .containsExactly("Q9998", "Q9999", "Q10000");
        assertThat(open(50)).containsExactly("Q9999", "Q10000", "Q9998");
        assertThat(open(2)).containsExactly("Q9999", "Q10000");
    }

    private List<String> open(int most) {
        return room.by(agent, () -> room.room.crates(branch, Part.OPEN, most)).stream().map(CrateInRoom::code).toList();
    }

    @Test
    void aCrateIsDueOnTheDayOnWhichItsQuarantineEndsAsItsBranchCountsDays() {
        room.sealedCrate(agent, branch, 1);
        assertThat(figuresAt("2026-11-26T22:59:59Z").due()).isZero();
        assertThat(figuresAt("2026-11-26T23:00:00Z").due()).isOne();
        assertThat(figuresAt("2026-11-27T08:00:00Z").due()).isOne();

        engine.runDueJobs();

        assertThat(figuresAt("2026-11-27T08:00:00Z")).satisfies(now -> {
            assertThat(now.due()).isZero();
            assertThat(now.ready()).isOne();
        });
    }

    @Test
    void aCrateThatIsReadyForMoreThanADayIsLateUntilItIsPutAway() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        clock.setTo(Instant.parse("2026-11-27T08:00:00Z"));
        engine.runDueJobs();

        assertThat(figuresAt("2026-11-28T08:00:00Z").late()).isZero();
        assertThat(ready()).singleElement().satisfies(standing -> assertThat(standing.late()).isFalse());
        assertThat(figuresAt("2026-11-28T08:00:01Z").late()).isOne();
        assertThat(ready()).singleElement().satisfies(standing -> assertThat(standing.late()).isTrue());
        room.inspect(agent, crate, Map.of()).value();
        assertThat(figuresAt("2026-11-28T09:00:00Z").late()).isOne();
        room.by(agent, () -> room.putAwayDesk.allPutAway(crate)).value();
        assertThat(figuresAt("2026-11-28T09:00:00Z").late()).isZero();
        assertThat(ready()).isEmpty();
    }

    @Test
    void thePageOfACrateShowsWhereItsCaseStands() {
        CrateId crate = room.openCrate(agent, branch, 1);
        assertThat(room.see(agent, crate).standing().steps()).isEmpty();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        assertThat(steps(crate)).containsExactly("sealing DONE", "quarantine CURRENT", "treatment TO_COME", "inspection TO_COME",
                "shelves TO_COME");

        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();

        assertThat(steps(crate)).containsExactly("sealing DONE", "quarantine DONE", "treatment SKIPPED", "inspection CURRENT",
                "shelves TO_COME");
        assertThat(room.see(agent, crate).standing().sentence().orElseThrow().messageKey()).isEqualTo("said.quarantine.INSPECTION");
    }

    private List<String> steps(CrateId crate) {
        return room.see(agent, crate).standing().steps().stream()
                .map(step -> step.messageKey().replace("process.quarantine.step.", "") + " " + step.state()).toList();
    }

    private CrateRoom.Figures figuresAt(String instant) {
        clock.setTo(Instant.parse(instant));
        return room.by(agent, () -> room.room.room(branch)).figures();
    }

    private List<CrateInRoom> ready() {
        return room.by(agent, () -> room.room.crates(branch, Part.READY, 50));
    }

    @Test
    void aCrateThatIsReleasedEarlyLeavesTodayAndNotOnItsDate() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        room.releaseEarly(agent, crate, null);
        engine.runDueJobs();
        assertThat(room.by(agent, () -> room.room.room(branch)).forecast()).extracting(Day::standing).startsWith(1, 0);
        assertThat(ready()).singleElement().extracting(CrateInRoom::releaseAt).isEqualTo(clock.instant());
    }

    @Test
    void aCratesDocumentsStandInTheOrderOfTheirShelves() {
        List<String> walk = List.of("bd 2", "BD 10", "Éa 3", "R ZOL");
        List<CrateId> crates = walk.reversed().stream().map(mark -> {
            String barcode = room.lentBook(branch, "Titre " + mark, DUE);
            room.jdbc.sql("update app.copy set shelf_mark = ? where barcode = ?").params(mark, barcode).update();
            return room.scan(agent, branch, barcode).crate();
        }).toList();

        assertThat(room.see(agent, crates.getFirst()).documents()).extracting(ReturnedCopy::shelfMark).containsExactlyElementsOf(walk);
    }

    @Test
    void theRoomCostsAsManyStatementsWhateverStandsInIt() {
        fill(2);
        int few = statements();
        fill(25);
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(10);
        assertThat(Statements.during(() -> room.by(agent, () -> room.room.crates(branch, Part.CLOSED, 51))))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aCratesPageCostsAsManyStatementsForManyDocumentsAsForOne() {
        CrateId one = room.sealedCrate(agent, branch, 1);
        CrateId many = room.sealedCrate(agent, branch, 30);
        assertThat(Statements.during(() -> room.see(agent, many)))
                .hasSameSizeAs(Statements.during(() -> room.see(agent, one)));
    }

    @Test
    void thePageOfACrateTellsWhoseEarlyReleaseWaitsForADecision() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        ReturnedCopy wanted = room.see(agent, crate).documents().getFirst();
        room.by(agent, () -> room.releaseDesk.ask(crate, wanted.id(), "Club de lecture")).value();

        assertThat(room.see(agent, crate).asked()).singleElement().satisfies(asked -> {
            assertThat(asked.document()).isEqualTo(wanted.titleText());
            assertThat(asked.reason()).isEqualTo("Club de lecture");
            assertThat(asked.mine()).isTrue();
        });
        CurrentUser other = room.agentOf(branch);
        assertThat(room.see(other, crate).asked().getFirst().mine()).isFalse();
        assertThat(room.see(agent, crate).isAsked(wanted.id())).isTrue();
        assertThat(room.see(agent, crate).isAsked(room.see(agent, crate).documents().getLast().id())).isFalse();
        assertThat(room.see(agent, crate).isAskedWhole()).isFalse();
    }

    @Test
    void patronsSeeNoRoom() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        CurrentUser patron = new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(), UUID.randomUUID());
        assertThatThrownBy(() -> room.by(patron, () -> room.room.room(branch))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(patron, () -> room.room.crates(branch, Part.OPEN, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(patron, () -> room.pages.find(crate))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(patron, () -> room.room.places())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(patron, () -> due.toDealWith())).isInstanceOf(AccessDeniedException.class);
    }

    private void fill(int crates) {
        for (int n = 0; n < crates; n++) {
            room.sealedCrate(agent, branch, 1);
        }
        room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD));
        assertThat(room.by(agent, () -> room.room.crates(branch, Part.OPEN, 50))).extracting(CrateInRoom::documents)
                .isNotEmpty();
    }

    private int statements() {
        return Statements.during(() -> room.by(agent, () -> room.room.room(branch))).size();
    }
}

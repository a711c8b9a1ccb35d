package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Scans of what somebody waits for, where it may be lent again at once. */
class SetAsideAtTheDeskTest extends CrateTests {

    private static final int LINE = 30;

    @Autowired
    Policies policies;

    private String book;
    private final List<Patron> patrons = new ArrayList<>();
    private final List<WaitId> line = new ArrayList<>();

    @BeforeEach
    void aBookForWhichManyWait() {
        book = room.lentBook(branch, "Nana", LocalDate.parse("2026-12-01"));
        UUID title = copies.byBarcode(book).orElseThrow().title();
        for (int n = 0; n < LINE; n++) {
            Patron patron = drive.patron("P" + n, "Test");
            patrons.add(patron);
            line.add(waiting.ask(patron, title, branch));
        }
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aReturnThatNeedsNoQuarantineIsSetAsideWithinTwelveStatementsAndOfferedAfterThat() {
        publishNoHours();

        scanWithinTwelve();

        assertThat(waiting.see(patrons.getFirst(), line.getFirst()).isOffered()).isFalse();
        waiting.makeOffers();
        assertThat(waiting.see(patrons.getFirst(), line.getFirst()).isOffered()).isTrue();
        assertThat(waiting.see(patrons.get(1), line.get(1)).position()).isEqualTo(1);
    }

    @Test
    void whatComesFromAnotherBranchOrFromARepairIsSetAsideTooAndWhatWasMissing() {
        publishNoHours();
        for (PlaceKind from : List.of(PlaceKind.IN_TRANSIT, PlaceKind.REPAIR, PlaceKind.MISSING)) {
            UUID copy = copies.byBarcode(book).orElseThrow().id();
            room.jdbc.sql("update app.loan set state = 'RETURNED', returned_at = started_at where copy = ?").param(copy)
                    .update();
            room.jdbc.sql("update app.copy_place set kind = ?, case_id = null where copy = ?").params(from.name(), copy)
                    .update();
            room.jdbc.sql("update app.title_wait set state = 'WAITING', copy = null where state = 'CHOSEN'").update();

            scanWithinTwelve();
        }
    }

    private void scanWithinTwelve() {
        List<String> sent = Statements.during(() -> {
            Scanned scanned = room.scan(agent, branch, book);
            assertThat(scanned.isSetAside()).isTrue();
            assertThat(scanned.waiting()).isEqualTo(LINE);
        });
        assertThat(sent).hasSizeLessThanOrEqualTo(12);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.HELD);
    }

    @Test
    void whatIsScannedBackFromTheShelvesCartIsSetAsideForWhoHasAskedMeanwhile() {
        String other = room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-01"));
        CrateId crate = room.scan(agent, branch, other).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        room.clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        WaitId late = waiting.ask(patrons.getFirst(), copies.byBarcode(other).orElseThrow().title(), branch);

        assertThat(room.scan(agent, branch, other).isSetAside()).isTrue();
        waiting.makeOffers();

        assertThat(waiting.see(patrons.getFirst(), late).isOffered()).isTrue();
        waiting.giveUp(patrons.getFirst(), late).value();
        assertThat(room.placeOf(other)).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(room.scan(agent, branch, other).isSetAside()).isFalse();
        assertThat(room.placeOf(other)).isEqualTo(PlaceKind.SHELF);
    }

    private void publishNoHours() {
        CurrentUser manager = room.manager();
        Policy now = room.by(manager, () -> policies.open("quarantine-policy")).orElseThrow();
        room.by(manager, () -> policies.publish("quarantine-policy", now.version(), QuarantineRoom.hours(now, "0"), "Fin",
                Reach.NEW_ONLY, Set.of())).value();
    }
}

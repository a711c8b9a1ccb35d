package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.Refusal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.springframework.security.access.AccessDeniedException;

/** Which scan of the returns desk can be undone, by whom, and what stands afterwards. */
class UndoneScansTest extends ReturnTests {

    @Test
    void undoingAScanPutsEverythingBackAsItWas() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        Scanned scanned = room.scan(agent, branch, book);

        room.by(agent, () -> room.undoneScans.undo(scanned.id())).value();

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
        assertThat(stateOfLoan(book)).isEqualTo("RUNNING");
        assertThat(room.see(agent, scanned.crate()).documents()).isEmpty();
        assertThat(room.by(agent, () -> room.undoneScans.undo(scanned.id())).refusal())
                .isEqualTo(QuarantineRefusal.NOTHING_TO_UNDO);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aScanInASealedCrateCannotBeUndone() {
        Scanned scanned = room.scan(agent, branch, room.lentBook(branch, "Nana", NEXT_WEEK));
        room.by(agent, () -> room.crateDesk.seal(scanned.crate())).value();

        assertThat(room.by(agent, () -> room.undoneScans.undo(scanned.id())).refusal())
                .isEqualTo(QuarantineRefusal.NOTHING_TO_UNDO);
    }

    @Test
    void onlyStaffOfTheBranchScanAndUndoThere() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        CurrentUser stranger = room.agentOf(other);

        assertThatThrownBy(() -> room.tryToScan(stranger, branch, book)).isInstanceOf(AccessDeniedException.class);
        Scanned scanned = room.scan(agent, branch, book);
        assertThatThrownBy(() -> room.by(stranger, () -> room.undoneScans.undo(scanned.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aScanThatNeededNoCrateIsUndoneTheSameDayOnly() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        UUID scan = scannedWithoutCrate(book);
        clock.advance(Duration.ofDays(1));
        assertThat(undo(scan)).isEqualTo(QuarantineRefusal.NOTHING_TO_UNDO);

        clock.advance(Duration.ofDays(-1));
        assertThat(undo(scan)).isNull();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
    }

    @Test
    void onlyTheLastReturnOfACopyIsUndone() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        UUID first = scannedWithoutCrate(book);
        clock.advance(Duration.ofMinutes(5));
        room.jdbc.sql("""
                insert into app.returned_copy (id, copy, branch, scanned_at, dropped_off_at, source, late, was_at, fate)
                select gen_random_uuid(), copy, branch, scanned_at + interval '5 minutes', dropped_off_at, source, false,
                       'SHELF', 'SHELVED' from app.returned_copy""").update();

        assertThat(undo(first)).isEqualTo(QuarantineRefusal.NOTHING_TO_UNDO);
    }

    private Refusal undo(UUID scan) {
        Outcome<Void> outcome = room.by(agent, () -> room.undoneScans.undo(scan));
        return outcome.isDone() ? null : outcome.refusal();
    }

    /** As where the rule asks for nothing. */
    private UUID scannedWithoutCrate(String barcode) {
        UUID scan = room.scan(agent, branch, barcode).id();
        room.jdbc.sql("update app.returned_copy set fate = 'SHELVED', crate = null where id = ?").param(scan).update();
        room.jdbc.sql("update app.copy_place set kind = 'SHELF', case_id = null").update();
        return scan;
    }
}

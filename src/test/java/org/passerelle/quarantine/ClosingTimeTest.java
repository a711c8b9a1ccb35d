package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.platform.journal.Journal;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.service.ClosingTime;
import org.passerelle.support.Consistency;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** A branch in Paris closes at 18 h. */
class ClosingTimeTest extends CrateTests {

    private static final Instant CLOSING = Instant.parse("2026-11-24T17:00:00Z");

    @Autowired
    ClosingTime closingTime;

    @Test
    void whatIsStillOpenIsSealedAtClosingTime() {
        CrateId crate = scan().crate();
        clock.setTo(Instant.parse("2026-11-24T16:59:59Z"));
        closingTime.sealWhatIsOpen();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.OPEN);

        clock.setTo(Instant.parse("2026-11-24T17:00:00Z"));
        closingTime.sealWhatIsOpen();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
        assertThat(room.releaseOf(crate)).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
    }

    @Test
    void aCrateOpenedAfterClosingTimeIsSealedTheNextEvening() {
        clock.setTo(Instant.parse("2026-11-24T17:05:00Z"));
        CrateId crate = scan().crate();

        assertThat(stateAt(crate, "2026-11-24T17:06:00Z")).isEqualTo(CrateState.OPEN);
        assertThat(room.by(agent, () -> room.room.crates(branch, Part.OPEN, 50))).singleElement().satisfies(open ->
                assertThat(open.releaseAt()).isEqualTo(Instant.parse("2026-11-28T17:00:00Z")));
        assertThat(stateAt(crate, "2026-11-25T16:59:59Z")).isEqualTo(CrateState.OPEN);
        assertThat(stateAt(crate, "2026-11-25T17:00:00Z")).isEqualTo(CrateState.QUARANTINE);
    }

    @Test
    void anEmptyCrateIsDoneAtClosingTimeAndTakesNoPlaceBefore() {
        Scanned scanned = scan();
        assertThat(room.by(agent, () -> room.room.room(branch)).figures().standing()).isOne();
        room.by(agent, () -> room.undoneScans.undo(scanned.id())).value();

        assertThat(room.by(agent, () -> room.room.room(branch))).satisfies(now -> {
            assertThat(now.figures().standing()).isZero();
            assertThat(now.forecast()).allSatisfy(day -> assertThat(day.standing()).isZero());
        });
        assertThat(stateAt(scanned.crate(), CLOSING.toString())).isEqualTo(CrateState.DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aFailureLeavesTheCrateOpenUntilTheNextMinute() {
        CrateId crate = scan().crate();
        clock.setTo(CLOSING);
        FailurePoints.doneByAndBy(room.jdbc, closingTime::sealWhatIsOpen);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
        assertThat(room.see(agent, crate).story()).extracting(Journal.Entry::messageKey)
                .containsOnlyOnce("journal.quarantine.sealedAtClosing");
    }

    @Test
    void oneCrateThatFailsStopsNoOther() {
        scan();
        room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD));
        clock.setTo(CLOSING);
        AtomicBoolean failed = new AtomicBoolean();
        Statements.watchedBy(sql -> {
            if (sql.startsWith("insert into ACT_RU_EXECUTION") && !failed.getAndSet(true)) {
                throw new SQLException("planted");
            }
        }, closingTime::sealWhatIsOpen);
        assertThat(failed).isTrue();
        assertThat(open()).isOne();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();

        closingTime.sealWhatIsOpen();
        assertThat(open()).isZero();
    }

    private int open() {
        return room.jdbc.sql("select count(*) from app.crate where state = 'OPEN'").query(Integer.class).single();
    }

    private Scanned scan() {
        return room.scan(agent, branch, room.lentBook(branch, "Nana", LocalDate.parse("2026-12-01")));
    }

    private CrateState stateAt(CrateId crate, String instant) {
        clock.setTo(Instant.parse(instant));
        closingTime.sealWhatIsOpen();
        return room.see(agent, crate).crate().state();
    }
}

package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.service.ClosingTime;
import org.passerelle.quarantine.service.CrateRoom.Part;
import org.passerelle.quarantine.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A branch in Paris closes at 18 h. */
@PasserelleTest
class ClosingTimeTest {

    @Autowired
    QuarantineRoom room;
    @Autowired
    ClosingTime closingTime;
    @Autowired
    AppClock clock;

    private UUID branch;
    private CurrentUser agent;

    @BeforeEach
    void aBranch() {
        branch = room.branch("MED");
        agent = room.agentOf(branch);
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
        room.by(agent, () -> room.returnsDesk.undo(scanned.id())).value();

        assertThat(room.by(agent, () -> room.room.room(branch))).satisfies(now -> {
            assertThat(now.figures().standing()).isZero();
            assertThat(now.forecast()).allSatisfy(day -> assertThat(day.standing()).isZero());
        });
        assertThat(stateAt(scanned.crate(), "2026-11-24T17:00:00Z")).isEqualTo(CrateState.DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
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

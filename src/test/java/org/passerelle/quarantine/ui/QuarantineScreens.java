package org.passerelle.quarantine.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent at the screens of a branch where returns stay in quarantine. */
@PasserelleTest
abstract class QuarantineScreens extends ScreenTest {

    static final String HOSTILE = "<img src=x onerror=alert(1)>";
    static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    CopyPlaces copies;

    UUID branch;
    CurrentUser agent;

    @BeforeEach
    void anAgentAtAReturnsDesk() {
        branch = room.branch("PORT");
        agent = room.agentOf(branch);
        signIn(agent);
    }

    String code(CrateId crate) {
        return room.see(agent, crate).crate().code();
    }

    /** The crate is sealed, and its quarantine over. */
    void release(CrateId crate) {
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        quarantineOver();
    }

    /** What was sealed just now may be opened. */
    void quarantineOver() {
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
    }
}

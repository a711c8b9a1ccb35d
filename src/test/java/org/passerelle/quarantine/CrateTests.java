package org.passerelle.quarantine;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A branch with somebody at its returns desk. */
@PasserelleTest
public abstract class CrateTests {

    /** How long the shipped table keeps a crate of a branch in an ordinary situation. */
    protected static final Duration QUARANTINE = Duration.ofHours(72);

    @Autowired
    protected QuarantineRoom room;
    @Autowired
    protected Engine engine;
    @Autowired
    protected AppClock clock;
    @Autowired
    protected Drive drive;
    @Autowired
    protected Waiting waiting;
    @Autowired
    protected CopyPlaces copies;

    protected UUID branch;
    protected CurrentUser agent;

    @BeforeEach
    void aBranch() {
        branch = room.branch("MED");
        agent = room.agentOf(branch);
    }

    /** What was sealed just now may be opened. */
    protected void quarantineOver() {
        clock.advance(QUARANTINE);
        engine.runDueJobs();
    }
}

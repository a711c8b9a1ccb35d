package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A title whose only copy is away, and two people who may want it. */
@PasserelleTest
abstract class WaitingTests {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    UUID branch;
    UUID title;
    UUID copy;
    Patron jeanne;
    Patron ali;

    @BeforeEach
    void aTitleWhoseOnlyCopyIsAway() {
        branch = drive.branch("PORT");
        title = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(title, branch, dueBack());
        jeanne = drive.patron("Jeanne", "Ferrand");
        ali = drive.patron("Ali", "Diallo");
    }

    /** When the copy is due, or null where nobody knows. */
    Instant dueBack() {
        return null;
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }
}

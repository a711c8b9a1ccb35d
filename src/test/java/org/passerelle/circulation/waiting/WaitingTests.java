package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A title whose only copy is away, and two people who may want it. */
@PasserelleTest
public abstract class WaitingTests {

    @Autowired
    protected Drive drive;
    @Autowired
    protected Waiting waiting;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    UserTasks userTasks;
    @Autowired
    protected TransactionTemplate transaction;

    protected UUID branch;
    protected UUID title;
    protected UUID copy;
    protected Patron jeanne;
    protected Patron ali;

    @BeforeEach
    void aTitleWhoseOnlyCopyIsAway() {
        branch = drive.branch("PORT");
        title = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(title, branch, dueBack());
        jeanne = drive.patron("Jeanne", "Ferrand");
        ali = drive.patron("Ali", "Diallo");
    }

    /** What stands set aside is to be put back, as nobody wants it any more. */
    protected List<UserTask> putBackTasks(UUID setAside) {
        return transaction.execute(status -> userTasks.of(ShelfReturnProcess.caseOf(setAside)));
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

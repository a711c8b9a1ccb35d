package org.passerelle.platform.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases whose last task is done in fact, by a scan that does not wait for the engine: {@link DeferredCompletionRunner} moves them on
 * right after. Until then the task is still open, and its gestures answer that the work is done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeferredCompletions {

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AppClock clock;

    DeferredCompletions(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How the cases of one process go on when their work is done. */
    public interface Mover {

        String processKey();

        /** Within a transaction of its own. */
        void moveOn(UUID caseId);
    }

    /** One statement. */
    public void add(CaseRef process) {
        jdbc.sql("insert into app.settled_case (process_key, case_id, due) values (?, ?, ?)")
                .params(process.processKey(), process.id(), Timestamp.from(clock.instant())).update();
    }

    /** @return whether it is the caller who moves that case on; who else wants to waits until the caller has */
    public boolean take(CaseRef process) {
        return jdbc.sql("delete from app.settled_case where process_key = ? and case_id = ?")
                .params(process.processKey(), process.id()).update() > 0;
    }

    /** How many could not be moved on when they were tried last. */
    @Transactional(readOnly = true)
    public int postponed() {
        return jdbc.sql("select count(*) from app.settled_case where due > ?").param(Timestamp.from(clock.instant()))
                .query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    List<CaseRef> due() {
        return jdbc.sql("select process_key, case_id from app.settled_case where due <= ? order by due, case_id")
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> new CaseRef(row.getString(1), row.getObject(2, UUID.class))).list();
    }

    @Transactional
    void postpone(CaseRef process) {
        jdbc.sql("update app.settled_case set due = ? where process_key = ? and case_id = ?")
                .params(Timestamp.from(clock.instant().plus(AFTER_A_FAILURE)), process.processKey(), process.id()).update();
    }
}

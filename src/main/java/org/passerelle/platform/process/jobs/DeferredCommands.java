package org.passerelle.platform.process.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine hears right after, so that a scan does not wait for it: that the last task of a case is done, or that a case
 * begins. A row is written with what has been done, and {@link DeferredCommandRunner} tells the engine. Until then a task that is
 * done is still open, and its gestures answer that it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeferredCommands {

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AppClock clock;

    DeferredCommands(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is told to the cases of one process. */
    public interface Handler {

        String processKey();

        /** Within a transaction of its own. */
        void carryOut(UUID caseId);
    }

    /** One statement. A case that is to be told already is told once. */
    public void add(CaseRef process) {
        jdbc.sql("insert into app.deferred_command (process_key, case_id, due) values (?, ?, ?) on conflict do nothing")
                .params(process.processKey(), process.id(), Timestamp.from(clock.instant())).update();
    }

    /** @return whether it is the caller who tells that case, or sees to it that nobody does; who else wants to waits until the caller has */
    public boolean take(CaseRef process) {
        return jdbc.sql("delete from app.deferred_command where process_key = ? and case_id = ?")
                .params(process.processKey(), process.id()).update() > 0;
    }

    /** How many failed when they were tried last. */
    @Transactional(readOnly = true)
    public int postponed() {
        return jdbc.sql("select count(*) from app.deferred_command where due > ?").param(Timestamp.from(clock.instant()))
                .query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    List<CaseRef> due() {
        return jdbc.sql("select process_key, case_id from app.deferred_command where due <= ? order by due, case_id")
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> new CaseRef(row.getString(1), row.getObject(2, UUID.class))).list();
    }

    @Transactional
    void postpone(CaseRef process) {
        jdbc.sql("update app.deferred_command set due = ? where process_key = ? and case_id = ?")
                .params(Timestamp.from(clock.instant().plus(AFTER_A_FAILURE)), process.processKey(), process.id()).update();
    }
}

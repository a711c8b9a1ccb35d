package org.passerelle.quarantine.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the inbox which crate a task is about; found by its code, and by what lies in it. One statement. */
@Component
class QuarantineTaskDescriber implements TaskDescriber {

    private final JdbcClient jdbc;

    QuarantineTaskDescriber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String processKey() {
        return QuarantineProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, jdbc, """
                        select c.id, c.code, c.branch, c.released_at, count(r.id) as documents,
                               coalesce(string_agg(t.title || ' ' || p.barcode, ' '), '') as words
                        from app.crate c
                        left join app.returned_copy r on r.crate = c.id and r.fate in ('IN_CRATE', 'TO_SHELF')
                        left join app.copy p on p.id = r.copy left join app.title t on t.id = p.title
                        where c.id = any(?) group by c.id""", QuarantineTaskDescriber::facts);
    }

    private static TaskFacts facts(ResultSet row) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new TaskFacts("quarantine.task.subject", List.of(row.getString("code"), row.getString("documents")),
                row.getObject("branch", UUID.class), released == null ? null : released.toInstant().plus(Crate.LATE_AFTER),
                row.getString("code") + " " + row.getString("words"));
    }
}

package org.passerelle.quarantine.service;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the inbox which crate somebody asks to open early. One statement. */
@Component
class ReleaseTaskDescriber implements TaskDescriber {

    /** Who asks has a reason that does not wait; who decides has to be found. */
    private static final Duration DECIDED_WITHIN = Duration.ofHours(2);

    private final JdbcClient jdbc;

    ReleaseTaskDescriber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String processKey() {
        return EmergencyReleaseProcess.KEY;
    }

    /** Who asked does not decide; with the task in their hands nobody else could. */
    @Override
    @Transactional(readOnly = true)
    public Set<UUID> notFor(UserTask task) {
        return Set.copyOf(jdbc.sql("select asked_by from app.release_request where id = ?").param(task.process().id())
                .query(UUID.class).list());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, jdbc, """
                        select q.id, q.asked_at, c.code, c.branch from app.release_request q
                        join app.crate c on c.id = q.crate where q.id = any(?)""", row -> new TaskFacts("quarantine.task.release",
                List.of(row.getString("code")), row.getObject("branch", UUID.class),
                row.getTimestamp("asked_at").toInstant().plus(DECIDED_WITHIN), row.getString("code")));
    }
}

package org.passerelle.team.returns.service.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tasks of occupational health, and reviews of measures, are about. One statement each. */
@Configuration
class PrivateTaskDescribers {

    private static final Duration SUPPORTED_WITHIN = Duration.ofDays(5);
    private static final Duration REVIEWED_WITHIN = Duration.ofDays(7);

    @Bean
    TaskDescriber occupationalHealthTasks(JdbcClient jdbc) {
        return new TaskDescriber() {
            @Override
            public String processKey() {
                return OccupationalHealthProcess.KEY;
            }

            /** Nobody supports themselves. */
            @Override
            public Set<UUID> notFor(UserTask task) {
                return Set.copyOf(jdbc.sql("""
                        select r.agent from app.work_health_support s join app.work_return r on r.id = s.work_return
                        where s.id = ?""").param(task.process().id()).query(UUID.class).list());
            }

            @Override
            public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
                return TaskDescriber.byCase(tasks, jdbc, """
                        select s.id, s.opened_at, a.display_name, g.branch, r.team from app.work_health_support s
                        join app.work_return r on r.id = s.work_return join app.account a on a.id = r.agent
                        left join app.team_agent g on g.account = r.agent where s.id = any(?)""", row -> {
                    Timestamp opened = row.getTimestamp("opened_at");
                    return new TaskFacts("team.task.of", List.of(row.getString("display_name")), site(row),
                            opened.toInstant().plus(SUPPORTED_WITHIN), row.getString("display_name"));
                });
            }
        };
    }

    private static WorkSite site(ResultSet row) throws SQLException {
        return new WorkSite(row.getObject("branch", UUID.class), row.getObject("team", UUID.class));
    }

    @Bean
    TaskDescriber measureReviewTasks(JdbcClient jdbc) {
        return new TaskDescriber() {
            @Override
            public String processKey() {
                return MeasureReviewProcess.KEY;
            }

            /** Nobody decides about themselves. */
            @Override
            public Set<UUID> notFor(UserTask task) {
                return Set.copyOf(jdbc.sql("select agent from app.work_measure where id = ?").param(task.process().id()).query(UUID.class).list());
            }

            @Override
            public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
                Map<TaskRef, TaskFacts> facts = TaskDescriber.byCase(tasks, jdbc, """
                        select m.id, a.display_name, g.branch, g.team from app.work_measure m join app.account a on a.id = m.agent
                        left join app.team_agent g on g.account = m.agent where m.id = any(?)""",
                        row -> new TaskFacts("team.task.of", List.of(row.getString("display_name")),
                                site(row), null, row.getString("display_name")));
                tasks.forEach(task -> facts.computeIfPresent(task.ref(), (ref, known) -> new TaskFacts(known.subjectKey(),
                        known.subjectArgs(), known.site(), task.created().plus(REVIEWED_WITHIN), known.searchWords())));
                return facts;
            }
        };
    }
}

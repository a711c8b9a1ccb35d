package org.passerelle.team.returns.service.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the inbox whose return a task is about, which its person alone sees. One statement. */
@Component
class ReturnTaskDescriber implements TaskDescriber {

    /** What is prepared before the day of return is due so long before it. */
    private static final Duration BEFORE_RETURN = Duration.ofDays(2);
    private static final Duration SOON = Duration.ofDays(2);

    private final JdbcClient jdbc;

    ReturnTaskDescriber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String processKey() {
        return ReturnToWorkProcess.KEY;
    }

    /** What is the manager's of a return is not the agent's, whatever duty they hold. */
    @Override
    @Transactional(readOnly = true)
    public Set<UUID> notFor(UserTask task) {
        return Tasks.OF_THE_AGENT.contains(task.taskKey()) ? Set.of() : Set.copyOf(jdbc.sql("select agent from app.work_return where id = ?")
                .param(task.process().id()).query(UUID.class).list());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, cases -> {
            Map<UUID, About> known = new HashMap<>();
            jdbc.sql("""
                    select r.id, a.display_name, r.return_on, b.id, b.time_zone, r.needs_due, r.team from app.work_return r
                    join app.account a on a.id = r.agent
                    left join app.team_agent g on g.account = r.agent left join app.branch b on b.id = g.branch
                    where r.id = any(?)""").param(cases.toArray(UUID[]::new))
                    .query(row -> {
                        known.put(row.getObject(1, UUID.class), about(row));
                    });
            return known;
        }, ReturnTaskDescriber::facts);
    }

    private record About(String name, LocalDate returnOn, WorkSite site, ReturnTimes times, Instant needsDue) {
    }

    private static About about(ResultSet row) throws SQLException {
        String zone = row.getString(5);
        Timestamp needsDue = row.getTimestamp(6);
        return new About(row.getString(2), row.getDate(3) == null ? null : row.getDate(3).toLocalDate(),
                new WorkSite(row.getObject(4, UUID.class), row.getObject(7, UUID.class)),
                new ReturnTimes(ZoneId.of(zone == null ? "UTC" : zone)), needsDue == null ? null : needsDue.toInstant());
    }

    private static TaskFacts facts(UserTask task, About about) {
        boolean own = Tasks.OF_THE_AGENT.contains(task.taskKey());
        return new TaskFacts(own ? "team.task.own" : "team.task.of", own ? List.of() : List.of(about.name()), about.site(),
                due(task, about), own ? "" : about.name());
    }

    private static Instant due(UserTask task, About about) {
        return switch (task.taskKey()) {
            case Tasks.SAY_NEEDS -> about.needsDue();
            case Tasks.PROPOSE_TALK, Tasks.CHOOSE_TALK, Tasks.AGREE_MEASURES, Tasks.CONFIRM_MEASURES, Tasks.CALL_AGENT -> {
                Instant before = about.returnOn() == null ? null : about.times().morningOf(about.returnOn()).minus(BEFORE_RETURN);
                Instant soon = task.created().plus(SOON);
                yield before == null || before.isBefore(soon) ? soon : before;
            }
            case Tasks.HOLD_BRIEFING -> about.returnOn() == null ? null : about.times().eveningOf(about.returnOn());
            default -> task.created().plus(SOON);
        };
    }
}

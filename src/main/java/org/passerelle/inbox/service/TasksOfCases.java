package org.passerelle.inbox.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other pages what is to be done about the things they show. */
@Service
class TasksOfCases implements OpenTasks {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    TasksOfCases(JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> of(Collection<UUID> cases) {
        CurrentUser user = signedIn.require(Role.AGENT);
        if (cases.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return jdbc.sql("""
                select t.id, t.case_id, t.process_key, t.task_key, t.subject_key, t.subject_args, t.branch, t.team, b.time_zone,
                       t.candidate_groups, t.person, t.due, t.assignee, a.display_name
                from app.inbox_task t left join app.branch b on b.id = t.branch left join app.account a on a.id = t.assignee
                where t.case_id = any(?) order by coalesce(t.due, 'infinity'), t.created, t.id""")
                .param(cases.toArray(UUID[]::new)).query((row, n) -> read(row, user, now)).list().stream()
                .filter(Objects::nonNull).toList();
    }

    /** Null where it does not exist for that person. */
    private static OpenTask read(ResultSet row, CurrentUser user, Instant now) throws SQLException {
        TaskAudience audience = new TaskAudience(row.getObject("person", UUID.class),
                Set.of((String[]) row.getArray("candidate_groups").getArray()));
        boolean includes = audience.includes(user, new WorkSite(row.getObject("branch", UUID.class), row.getObject("team", UUID.class)));
        if (audience.isPrivate() && !includes) {
            return null;
        }
        Timestamp due = row.getTimestamp("due");
        UUID assignee = row.getObject("assignee", UUID.class);
        String zone = row.getString("time_zone");
        return new OpenTask(new TaskRef(row.getString("id")), row.getObject("case_id", UUID.class),
                new TaskKind(row.getString("process_key"), row.getString("task_key")).messageKey(),
                row.getString("subject_key"), List.of((String[]) row.getArray("subject_args").getArray()),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone), due == null ? null : due.toInstant(),
                due != null && due.toInstant().isBefore(now), row.getString("display_name"),
                includes && (assignee == null || assignee.equals(user.accountId())), "inbox/" + row.getString("id"));
    }
}

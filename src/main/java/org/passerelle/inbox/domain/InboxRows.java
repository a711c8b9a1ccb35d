package org.passerelle.inbox.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the read model {@code inbox_task}, as the keeper writes them. */
@Component
public class InboxRows {

    /** What may change while a task is open. A row that is as it was is not written again. */
    private static final String TOLD =
            "subject_key, subject_args, branch, team, candidate_groups, assignee, person, for_duty, due, model_due, waiting, priority, search";

    private static final String PUT = """
            insert into app.inbox_task as t (id, process_key, case_id, task_key, form_key, subject_key, subject_args, branch, team,
                candidate_groups, assignee, person, for_duty, due, model_due, waiting, priority, created, search)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ' ' || app.search_form(?))
            on conflict (id) do update set (%1$s) = (%2$s) where (%3$s) is distinct from (%2$s)"""
            .formatted(TOLD, TOLD.replaceAll("\\w+", "excluded.$0"), TOLD.replaceAll("\\w+", "t.$0"));

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param facts or null where no module describes the task: it is then shown by its name alone */
    public void put(UserTask task, TaskFacts facts) {
        TaskFacts known = facts != null ? facts : new TaskFacts(null, List.of(), WorkSite.of(null), null, "");
        jdbc.sql(PUT)
                .params(Arrays.asList(task.ref().value(), task.process().processKey(), task.process().id(),
                        task.taskKey(), task.formKey(), known.subjectKey(),
                        known.subjectArgs().toArray(String[]::new), known.site().branch(), known.site().team(),
                        task.candidateGroups().toArray(String[]::new), task.assignee(), task.person(),
                        task.audience().isForDuty(),
                        InboxSql.at(known.due() != null ? known.due() : task.due()), InboxSql.at(task.due()),
                        InboxSql.at(known.waiting()), task.priority(), InboxSql.at(task.created()),
                        known.searchWords() == null ? "" : known.searchWords()))
                .update();
    }

    /** Where the work of an open task is. */
    public WorkSite siteOf(TaskRef ref) {
        return jdbc.sql("select branch, team from app.inbox_task where id = ?").param(ref.value())
                .query((row, i) -> site(row)).optional().orElseGet(() -> WorkSite.of(null));
    }

    static WorkSite site(ResultSet row) throws SQLException {
        return new WorkSite(row.getObject("branch", UUID.class), row.getObject("team", UUID.class));
    }

    public void remove(TaskRef ref) {
        jdbc.sql("delete from app.inbox_task where id = ?").param(ref.value()).update();
    }

    /** The tasks of one case, without what only their module knows. */
    public List<UserTask> ofCase(CaseRef process) {
        return jdbc.sql("""
                select id, task_key, form_key, assignee, person, candidate_groups, created, model_due, priority
                from app.inbox_task where process_key = ? and case_id = ?""").params(process.processKey(), process.id())
                .query((row, i) -> new UserTask(new TaskRef(row.getString("id")), process, row.getString("task_key"),
                        row.getString("form_key"), row.getObject("assignee", UUID.class),
                        row.getObject("person", UUID.class), Set.of(texts(row, "candidate_groups")), instant(row, "created"),
                        instant(row, "model_due"), row.getInt("priority")))
                .list();
    }

    /** A task that somebody has. */
    public record Held(TaskRef ref, CaseRef process, TaskKind kind, WorkSite site, TaskAudience audience) {
    }

    public List<Held> heldBy(UUID account) {
        return jdbc.sql("""
                select id, process_key, case_id, task_key, branch, team, person, candidate_groups from app.inbox_task
                where assignee = :account or person = :account""").param("account", account)
                .query((row, i) -> new Held(new TaskRef(row.getString("id")),
                        new CaseRef(row.getString("process_key"), row.getObject("case_id", UUID.class)),
                        new TaskKind(row.getString("process_key"), row.getString("task_key")),
                        site(row), new TaskAudience(row.getObject("person", UUID.class),
                                Set.of(texts(row, "candidate_groups")))))
                .list();
    }

    /** Waits for whoever writes, keeps others from writing until the end of the transaction, and forgets everything. */
    public void clear() {
        jdbc.sql("lock table app.inbox_task in share row exclusive mode").update();
        jdbc.sql("delete from app.inbox_task").update();
    }

    public long count() {
        return jdbc.sql("select count(*) from app.inbox_task").query(Long.class).single();
    }

    /** How many of these tasks have a row. */
    public long countOf(List<TaskRef> tasks) {
        return jdbc.sql("select count(*) from app.inbox_task where id = any(?)")
                .param(tasks.stream().map(TaskRef::value).toArray(String[]::new)).query(Long.class).single();
    }

    static InboxTask read(ResultSet row) throws SQLException {
        String zone = row.getString("time_zone");
        return new InboxTask(new TaskRef(row.getString("id")),
                new CaseRef(row.getString("process_key"), row.getObject("case_id", UUID.class)),
                new TaskKind(row.getString("process_key"), row.getString("task_key")), row.getString("form_key"),
                row.getString("subject_key"), List.of(texts(row, "subject_args")), site(row),
                row.getString("branch_name"), zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                Set.of(texts(row, "candidate_groups")), row.getObject("assignee", UUID.class),
                row.getString("display_name"), row.getObject("person", UUID.class), instant(row, "due"),
                instant(row, "waiting"), instant(row, "created"), row.getInt("priority"), row.getBoolean("may_act"));
    }

    static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

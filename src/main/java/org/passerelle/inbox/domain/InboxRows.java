package org.passerelle.inbox.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the read model {@code inbox_task}. */
@Component
public class InboxRows {

    private static final String ORDER = "coalesce(t.due, 'infinity'), -t.priority, t.created, t.id";
    private static final String BACKWARDS =
            "coalesce(t.due, 'infinity') desc, -t.priority desc, t.created desc, t.id desc";

    private static final String COLUMNS = """
            select t.id, t.process_key, t.case_id, t.task_key, t.form_key, t.subject_key, t.subject_args, t.branch,
                   b.name as branch_name, b.time_zone, t.candidate_groups, t.assignee, a.display_name, t.person, t.due, t.created,
                   t.priority, (%s) as may_act
            """;
    private static final String TABLES = """
            from app.inbox_task t
            left join app.branch b on b.id = t.branch
            left join app.account a on a.id = t.assignee
            """;

    /** Who holds the task's duty in the scope of its branch. */
    private static final String HOLDS = """
            exists (select 1 from unnest(t.candidate_groups) as wanted
                    where wanted = any(:duties::text[]) or wanted || '@' || t.branch = any(:duties::text[]))""";
    /** What is one person's or a duty's exists for nobody else, in no list, count or search. */
    private static final String EXISTS = exists("""
            true""");
    private static final String MAY_ACT = exists("""
            t.candidate_groups && :roles::text[]
                 and (t.branch is null or :everywhere or t.branch = any(:branches::uuid[]))""");
    private static final Map<Chip, String> CHIPS = chips();
    private static final Map<Due, String> DUES = dues();

    /**
     * A word of one to three letters has too few neighbours of letters to tell a typo from another word. A code that some
     * task carries as it was typed is no typo of its neighbours: Q1002 does not find Q1001.
     */
    private static final String MATCHES = """
            (:branch::uuid is null or t.branch = :branch)
            and (:processKey::text is null or t.process_key = :processKey and t.task_key = :taskKey)
            and not exists (select 1 from unnest(string_to_array(app.search_form(:words), ' ')) as word
                where t.search not like '%' || word || '%'
                and (length(word) < 4 or public.word_similarity(word, t.search) < 0.5
                     or word ~ '[0-9]' and exists (select 1 from app.inbox_task known
                                                   where known.search like '%' || word || '%' and """
            + EXISTS.replace("t.", "known.") + "))) and " + EXISTS;

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String exists(String forRoles) {
        return "(case when t.person is not null then t.person = :me when t.for_duty then " + HOLDS + " else " + forRoles
                + " end)";
    }

    private static Map<Chip, String> chips() {
        String free = "(t.assignee is null and " + MAY_ACT + ")";
        String waiting = "(t.assignee = :me or " + free + ")";
        Map<Chip, String> chips = new EnumMap<>(Chip.class);
        chips.put(Chip.WAITING, waiting);
        chips.put(Chip.MINE, "t.assignee = :me");
        chips.put(Chip.GROUP, free);
        chips.put(Chip.ALL, "true");
        return chips;
    }

    private static Map<Due, String> dues() {
        String same = """
                date_trunc('%1$s', t.due at time zone coalesce(b.time_zone, 'UTC'))
                    = date_trunc('%1$s', :now::timestamptz at time zone coalesce(b.time_zone, 'UTC'))""";
        return Map.of(Due.LATE, "t.due < :now", Due.TODAY, same.formatted("day"), Due.WEEK, same.formatted("week"),
                Due.ANY, "true");
    }

    private static String shown(Chip chip, Due due) {
        return "(" + CHIPS.get(chip) + " and " + DUES.get(due) + ")";
    }

    /** In the order of work: what is due first, then by priority, then by age. One statement. */
    public List<InboxTask> page(InboxFilter filter, CurrentUser user, Instant now, int offset, int limit) {
        return ask(COLUMNS.formatted(MAY_ACT) + TABLES + "where " + shown(filter.chip(), filter.due()) + " and " + MATCHES
                + " order by " + ORDER + " offset :offset limit :limit", filter, user, now)
                .param("offset", offset).param("limit", limit).query(InboxRows::read).list();
    }

    /** How many tasks each choice would show, the other filters staying as they are. One statement. */
    public Counts counts(InboxFilter filter, CurrentUser user, Instant now) {
        return around(filter, user, now, "array[]::text[]").counts();
    }

    /** These counts, and the kinds of which a task is open now. One statement. */
    public Around around(InboxFilter filter, CurrentUser user, Instant now) {
        return around(filter, user, now,
                "array(select distinct process_key || ' ' || task_key from app.inbox_task t where " + EXISTS + " order by 1)");
    }

    private Around around(InboxFilter filter, CurrentUser user, Instant now, String kinds) {
        List<String> columns = new ArrayList<>(List.of(kinds + " as kinds"));
        for (Chip chip : Chip.values()) {
            columns.add("count(*) filter (where " + shown(chip, filter.due()) + ") as chip_" + chip);
        }
        for (Due due : Due.values()) {
            columns.add("count(*) filter (where " + shown(filter.chip(), due) + ") as due_" + due);
        }
        return ask("select " + String.join(", ", columns) + " " + TABLES + "where " + MATCHES, filter, user, now)
                .query((row, i) -> {
                    Counts counts = new Counts(new EnumMap<>(Chip.class), new EnumMap<>(Due.class));
                    for (Chip chip : Chip.values()) {
                        counts.chips().put(chip, row.getInt("chip_" + chip));
                    }
                    for (Due due : Due.values()) {
                        counts.dues().put(due, row.getInt("due_" + due));
                    }
                    return new Around(counts, kinds(texts(row, "kinds")));
                }).single();
    }

    /**
     * @param chips under the chosen date
     * @param dues  under the chosen chip
     */
    public record Counts(Map<Chip, Integer> chips, Map<Due, Integer> dues) {
    }

    /** @param kinds in the order of their keys */
    public record Around(Counts counts, List<TaskKind> kinds) {
    }

    private static List<TaskKind> kinds(String[] keys) {
        return Stream.of(keys).map(key -> key.split(" ")).map(key -> new TaskKind(key[0], key[1])).toList();
    }

    public Optional<InboxTask> find(TaskRef ref, CurrentUser user) {
        return ask(COLUMNS.formatted(MAY_ACT) + TABLES + "where t.id = :id and " + EXISTS, InboxFilter.START, user, Instant.EPOCH)
                .param("id", ref.value()).query(InboxRows::read).optional();
    }

    /** What stands after (or before) that task in the filtered list, whether that task is still in it or not. */
    public Optional<InboxTask> neighbour(InboxFilter filter, CurrentUser user, Instant now, InboxTask task,
                                         boolean after) {
        return ask(COLUMNS.formatted(MAY_ACT) + TABLES + "where " + shown(filter.chip(), filter.due()) + " and " + MATCHES
                + " and (" + ORDER + ") " + (after ? ">" : "<")
                + " (coalesce(:due::timestamptz, 'infinity'), :priority::int, :created::timestamptz, :id)"
                + " order by " + (after ? ORDER : BACKWARDS) + " limit 1", filter, user, now)
                .param("due", at(task.due())).param("priority", -task.priority())
                .param("created", at(task.created())).param("id", task.ref().value())
                .query(InboxRows::read).optional();
    }

    /** Whether the person may follow that case: not where something that is to be done in it now is others' alone. */
    public boolean mayFollow(CaseRef process, CurrentUser user) {
        return ask("select coalesce(bool_and(" + EXISTS + "), true) from app.inbox_task t"
                + " where t.process_key = :ofProcess and t.case_id = :ofCase", InboxFilter.START, user, Instant.EPOCH)
                .param("ofProcess", process.processKey()).param("ofCase", process.id()).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec ask(String sql, InboxFilter filter, CurrentUser user, Instant now) {
        return jdbc.sql(sql).param("me", user.accountId())
                .param("roles", Stream.of(Role.values()).filter(user::has).map(Role::name).toArray(String[]::new))
                .param("everywhere", user.has(Role.MANAGER))
                .param("branches", user.branches().stream().map(UUID::toString).toArray(String[]::new))
                .param("duties", user.duties().stream().map(held -> TaskAudience.DUTY + held.word()).toArray(String[]::new))
                .param("now", at(now))
                .param("branch", filter.branch())
                .param("processKey", filter.kind() == null ? null : filter.kind().processKey())
                .param("taskKey", filter.kind() == null ? null : filter.kind().taskKey())
                .param("words", filter.words());
    }

    /** @param facts or null where no module describes the task: it is then shown by its name alone */
    public void put(UserTask task, TaskFacts facts) {
        TaskFacts known = facts != null ? facts : new TaskFacts(null, List.of(), null, null, "");
        jdbc.sql("""
                insert into app.inbox_task (id, process_key, case_id, task_key, form_key, subject_key, subject_args, branch,
                    candidate_groups, assignee, person, for_duty, due, model_due, priority, created, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, app.search_form(?))
                on conflict (id) do update set subject_key = excluded.subject_key, subject_args = excluded.subject_args,
                    branch = excluded.branch, candidate_groups = excluded.candidate_groups, assignee = excluded.assignee,
                    person = excluded.person, for_duty = excluded.for_duty,
                    due = excluded.due, model_due = excluded.model_due, priority = excluded.priority, search = excluded.search""")
                .params(Arrays.asList(task.ref().value(), task.process().processKey(), task.process().id(),
                        task.taskKey(), task.formKey(), known.subjectKey(),
                        known.subjectArgs().toArray(String[]::new), known.branch(),
                        task.candidateGroups().toArray(String[]::new), task.assignee(), task.person(),
                        task.audience().isForDuty(),
                        at(known.due() != null ? known.due() : task.due()), at(task.due()), task.priority(), at(task.created()),
                        known.searchWords() == null ? "" : known.searchWords()))
                .update();
    }

    /** Where the work of an open task is, or null. */
    public UUID branchOf(TaskRef ref) {
        return jdbc.sql("select branch from app.inbox_task where id = ? and branch is not null").param(ref.value())
                .query(UUID.class).optional().orElse(null);
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
                        row.getObject("person", UUID.class), Set.of(texts(row, "candidate_groups")), instant(row, "created"), instant(row, "model_due"),
                        row.getInt("priority")))
                .list();
    }

    /** A task that somebody has. @param branch null where it belongs to none */
    public record Held(TaskRef ref, CaseRef process, TaskKind kind, UUID branch, TaskAudience audience) {
    }

    public List<Held> heldBy(UUID account) {
        return jdbc.sql("""
                select id, process_key, case_id, task_key, branch, person, candidate_groups from app.inbox_task
                where assignee = :account or person = :account""").param("account", account)
                .query((row, i) -> new Held(new TaskRef(row.getString("id")),
                        new CaseRef(row.getString("process_key"), row.getObject("case_id", UUID.class)),
                        new TaskKind(row.getString("process_key"), row.getString("task_key")),
                        row.getObject("branch", UUID.class), new TaskAudience(row.getObject("person", UUID.class),
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

    private static InboxTask read(ResultSet row, int i) throws SQLException {
        String zone = row.getString("time_zone");
        return new InboxTask(new TaskRef(row.getString("id")),
                new CaseRef(row.getString("process_key"), row.getObject("case_id", UUID.class)),
                new TaskKind(row.getString("process_key"), row.getString("task_key")), row.getString("form_key"),
                row.getString("subject_key"), List.of(texts(row, "subject_args")), row.getObject("branch", UUID.class),
                row.getString("branch_name"), zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                Set.of(texts(row, "candidate_groups")), row.getObject("assignee", UUID.class),
                row.getString("display_name"), row.getObject("person", UUID.class), instant(row, "due"), instant(row, "created"), row.getInt("priority"),
                row.getBoolean("may_act"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

package org.passerelle.inbox.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people read of {@code inbox_task}: pages, numbers, what stands next. */
@Component
public class InboxPages {

    /** Numbers are exact up to here; where there are more, one more is counted and no further. */
    public static final int MOST = 1_000;

    /** Of words that more tasks hold than these, the next task of the list is found sooner than all that hold them. */
    private static final int FEW = 10_000;
    /** Where one in a hundred of these hold them, nobody needs to look further. */
    private static final int SAMPLE = 3_000;

    private static final String COLUMNS = """
            select t.id, t.process_key, t.case_id, t.task_key, t.form_key, t.subject_key, t.subject_args, t.branch, t.team,
                   b.name as branch_name, b.time_zone, t.candidate_groups, t.assignee, a.display_name, t.person, t.due, t.created,
                   t.waiting, t.priority, (%s) as may_act
            """.formatted(InboxSql.MAY_ACT);
    private static final String NAMES = """
            left join app.branch b on b.id = t.branch
            left join app.account a on a.id = t.assignee
            """;
    private static final String KEY = """
            (coalesce((:waiting::timestamptz at time zone 'UTC') - interval '1000 years',
                :due::timestamptz at time zone 'UTC', 'infinity'), :rank::int, :created::timestamptz, :id)""";
    /** The kinds that a lane holds, each found from the one before it. */
    private static final String KINDS = """
            array(with recursive seen(lane, kind) as (
                    select l.lane, (select min(t.kind) from app.inbox_task t where t.lane = l.lane)
                    from unnest(:ALL_roles_every::text[]) as l(lane)
                    union all select s.lane, (select min(t.kind) from app.inbox_task t where t.lane = s.lane and t.kind > s.kind)
                    from seen s where s.kind is not null)
                select kind from seen where kind is not null
                union select t.kind from app.inbox_task t where t.lane = any(:ALL_duties_every::text[]) and %s
                union select t.kind from app.inbox_task t where t.person = :me
                order by 1)""".formatted(InboxSql.HOLDS);

    private final JdbcClient jdbc;

    InboxPages(DataSource source) {
        this.jdbc = InboxSql.planned(source);
    }

    /**
     * What is known of the words of that filter, which {@link #page} and {@link #around} of it are then given. What is typed
     * exactly comes alone; where no task holds all of it, a word that none holds is taken for a typo.
     */
    public InboxWords read(InboxFilter filter, CurrentUser user) {
        List<String> typed = InboxWords.of(filter);
        if (typed.isEmpty()) {
            return InboxWords.NONE;
        }
        InboxWords exactly = new InboxWords(typed, List.of(), true);
        String some = exactly.condition() + " and " + InboxSql.EXISTS;
        int found = asked(exactly, user, "select case when (select count(*) from (select * from app.inbox_task limit " + SAMPLE + ") as t where "
                + some + ") >= " + SAMPLE / 100 + " then " + (FEW + 1) + " else (select count(*) from (select 1 from app.inbox_task t where " + some
                + " limit " + (FEW + 1) + ") as found) end").query(Integer.class).single();
        if (found > 0) {
            return new InboxWords(typed, List.of(), found > FEW);
        }
        String unknown = IntStream.range(0, typed.size()).mapToObj(i -> "not exists (select 1 from app.inbox_task t where "
                + InboxWords.holds(i) + " and " + InboxSql.EXISTS + ")").collect(Collectors.joining(", "));
        return asked(exactly, user, "select " + unknown).query((row, n) -> {
            List<String> typos = new ArrayList<>();
            for (int i = 0; i < typed.size(); i++) {
                if (row.getBoolean(i + 1)) {
                    typos.add(typed.get(i));
                }
            }
            return new InboxWords(typed, typos, false);
        }).single();
    }

    private JdbcClient.StatementSpec asked(InboxWords words, CurrentUser user, String sql) {
        return new InboxQuery(InboxFilter.START, user, Instant.EPOCH, words).bind(jdbc.sql(sql));
    }

    /** In the order of work, from that task on: whom people wait for, what is due first, then by priority and age. One statement. */
    public List<InboxTask> page(InboxFilter filter, InboxWords words, CurrentUser user, Instant now, InboxTask after, int offset,
                                int limit) {
        return list(filter, words, user, now, after, true, offset, limit);
    }

    /** What stands after (or before) that task in the filtered list, whether that task is still in it or not. */
    public Optional<InboxTask> neighbour(InboxFilter filter, InboxWords words, CurrentUser user, Instant now, InboxTask task,
                                         boolean after) {
        return list(filter, words, user, now, task, after, 0, 1).stream().findFirst();
    }

    private List<InboxTask> list(InboxFilter filter, InboxWords words, CurrentUser user, Instant now, InboxTask from,
                                 boolean forward, int offset, int limit) {
        InboxQuery query = new InboxQuery(filter, user, now, words);
        String order = forward ? InboxSql.ORDER : InboxSql.BACKWARDS;
        String beyond = from == null ? "" : " and (" + InboxSql.ORDER + ") " + (forward ? "> " : "< ") + KEY;
        String some = words.many()
                ? InboxQuery.spans(List.of(filter.due())) + "select * from ("
                        + query.rows(filter.chip(), filter.due(), beyond, order, offset + limit) + ") as t"
                : found(words) + "select t.id, t.place, t.rank, t.created from found t left join app.branch b on b.id = t.branch where "
                        + InboxQuery.shown(filter.chip(), filter.due()) + query.narrowed() + beyond;
        String sql = COLUMNS + "from (" + some + " order by " + order + " offset :offset limit :limit) as p\n"
                + "join app.inbox_task t on t.id = p.id\n" + NAMES + "order by " + order;
        JdbcClient.StatementSpec asked = query.bind(jdbc.sql(sql)).param("offset", offset).param("limit", limit);
        if (from != null) {
            asked = asked.param("waiting", InboxSql.at(from.waiting())).param("due", InboxSql.at(from.due()))
                    .param("rank", -from.priority()).param("created", InboxSql.at(from.created())).param("id", from.ref().value());
        }
        return asked.query(InboxPages::read).list();
    }

    private static String found(InboxWords words) {
        return "with found as materialized (select t.* from app.inbox_task t where " + words.condition() + " and " + InboxSql.EXISTS
                + " limit " + FEW + ")\n";
    }

    /** How many tasks each choice would show, the other filters staying as they are, and the kinds of which one is open. One statement. */
    public Around around(InboxFilter filter, InboxWords words, CurrentUser user, Instant now) {
        InboxQuery query = new InboxQuery(filter, user, now, words);
        List<String> columns = new ArrayList<>(List.of(KINDS + " as kinds"));
        for (Chip chip : Chip.values()) {
            columns.add(count(query, words, chip, filter.due()) + " as chip_" + chip);
        }
        for (Due due : Due.values()) {
            columns.add((due == filter.due() ? "null" : count(query, words, filter.chip(), due)) + " as due_" + due);
        }
        String sql = words.many() ? InboxQuery.spans(List.of(Due.values())) + "select " + String.join(",\n", columns)
                : found(words) + "select " + String.join(",\n", columns) + " from found t left join app.branch b on b.id = t.branch where true"
                        + query.narrowed();
        return query.bind(jdbc.sql(sql)).param("ALL_roles_every", InboxLanes.EVERY_ROLES.toArray(String[]::new))
                .param("ALL_duties_every", InboxLanes.everyDuties(user).toArray(String[]::new))
                .query((row, i) -> around(filter, row)).single();
    }

    private static String count(InboxQuery query, InboxWords words, Chip chip, Due due) {
        return words.many() ? query.count(chip, due, MOST + 1)
                : "least(count(*) filter (where " + InboxQuery.shown(chip, due) + "), " + (MOST + 1) + ")";
    }

    private static Around around(InboxFilter filter, ResultSet row) throws SQLException {
        Map<Chip, Integer> chips = new EnumMap<>(Chip.class);
        for (Chip chip : Chip.values()) {
            chips.put(chip, row.getInt("chip_" + chip));
        }
        Map<Due, Integer> dues = new EnumMap<>(Due.class);
        for (Due due : Due.values()) {
            dues.put(due, due == filter.due() ? chips.get(filter.chip()) : (Integer) row.getInt("due_" + due));
        }
        return new Around(new Counts(chips, dues), Stream.of(InboxRows.texts(row, "kinds")).map(key -> key.split(" "))
                .map(key -> new TaskKind(key[0], key[1])).toList());
    }

    /** How many tasks wait for that person; more than {@link #MOST} is one more. One statement. */
    public int waiting(InboxFilter filter, CurrentUser user) {
        InboxQuery query = new InboxQuery(filter, user, Instant.EPOCH, InboxWords.NONE);
        String sql = "select " + query.count(Chip.WAITING, Due.ANY, MOST + 1);
        return query.bind(jdbc.sql(sql)).query(Integer.class).single();
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

    public Optional<InboxTask> find(TaskRef ref, CurrentUser user) {
        return asked(InboxWords.NONE, user, COLUMNS + "from app.inbox_task t\n" + NAMES + "where t.id = :id and " + InboxSql.EXISTS)
                .param("id", ref.value()).query(InboxPages::read).optional();
    }

    /** Whether the person may follow that case: not where something that is to be done in it now is others' alone. */
    public boolean mayFollow(CaseRef process, CurrentUser user) {
        return asked(InboxWords.NONE, user, "select coalesce(bool_and(" + InboxSql.EXISTS + "), true) from app.inbox_task t"
                + " where t.process_key = :ofProcess and t.case_id = :ofCase")
                .param("ofProcess", process.processKey()).param("ofCase", process.id()).query(Boolean.class).single();
    }

    private static InboxTask read(ResultSet row, int i) throws SQLException {
        return InboxRows.read(row);
    }
}

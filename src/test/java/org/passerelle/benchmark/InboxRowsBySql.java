package org.passerelle.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.drive.Drive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** As many open tasks as asked for, over the branches of the network, in the inbox and in the engine: copies of one real task. */
class InboxRowsBySql {

    static final int BRANCHES = 200;
    private static final List<String> TABLES = List.of("app.inbox_task", "act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_variable");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID me;
    private final String task;
    private final UUID[] branches;
    private int filled;

    InboxRowsBySql(Drive drive, TransactionTemplate transaction, UUID me) {
        this.jdbc = drive.jdbc;
        this.transaction = transaction;
        this.me = me;
        branches = new UUID[BRANCHES];
        for (int i = 0; i < BRANCHES; i++) {
            branches[i] = drive.branch("B" + i);
        }
        drive.reserve(drive.patron("Ada", "Lovelace"), branches[0], Drive.SLOT, drive.title(branches[0], "Germinal", 1));
        task = jdbc.sql("select id_ from act_ru_task where task_def_key_ = 'user_pickDocuments'").query(String.class).single();
        jdbc.sql("""
                create unlogged table public.bench_row (i int primary key, id text, pi text, case_id uuid, branch int, due timestamptz,
                    created timestamptz, assignee uuid)""").update();
    }

    UUID branch(int i) {
        return branches[i];
    }

    /** Adds what is missing to that number. */
    void fillTo(int tasks) {
        List<String> indexes = dropIndexes(TABLES);
        insert(tasks);
        indexes.forEach(index -> jdbc.sql(index).update());
        filled = tasks;
        TABLES.forEach(table -> jdbc.sql("vacuum analyze " + table).update());
        jdbc.sql("analyze app.branch").update();
    }

    /** Those that no constraint holds: they are built faster than kept. */
    private List<String> dropIndexes(List<String> tables) {
        record Index(String name, String made) {
        }
        List<Index> indexes = jdbc.sql("""
                select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
                where i.indrelid = any(:tables::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)""")
                .param("tables", tables.toArray(String[]::new)).query((row, n) -> new Index(row.getString("name"), row.getString("made"))).list();
        indexes.forEach(index -> jdbc.sql("drop index " + index.name()).update());
        return indexes.stream().map(Index::made).toList();
    }

    private void insert(int tasks) {
        transaction.executeWithoutResult(status -> {
            // Rows that fit each other by construction: the database need not look.
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("truncate public.bench_row").update();
            jdbc.sql("""
                    insert into public.bench_row select i, gen_random_uuid()::text, gen_random_uuid()::text, gen_random_uuid(), (random() * 199)::int,
                        case when random() > 0.05 then timestamptz '2026-11-14' + random() * interval '60 days' end,
                        timestamptz '2026-11-24' - random() * interval '20 days',
                        case when random() < 0.1 then case when random() < 0.002 then :me else gen_random_uuid() end end
                    from generate_series(:first, :last) i""").param("me", me).param("first", filled + 1).param("last", tasks).update();
            jdbc.sql("""
                    insert into app.inbox_task (id, process_key, case_id, task_key, form_key, subject_key, subject_args, branch, candidate_groups,
                        assignee, due, waiting, model_due, priority, created, search)
                    select h.id, (array['drive-pickup', 'quarantine', 'message-delivery'])[1 + i % 3], h.case_id,
                        (array['user_pickDocuments', 'user_inspect', 'user_callPatron', 'user_handOver'])[1 + i % 4], 'f', 'drive-pickup.task.subject',
                        array['K' || i, 'Nom' || i % 977, '3'], (:branches::uuid[])[1 + h.branch], '{AGENT}', h.assignee, h.due,
                        case when i % 997 = 0 then timestamptz '2026-11-24 08:00Z' - random() * interval '20 minutes' end, null, 50, h.created,
                        ' k' || i || ' prenom nom' || i % 977 || ' 2400' || i || ' histoire de la maison titre' || i % 5003
                            || case when i % 3 = 0 then ' voyage' else '' end || ' 300070' || lpad(i::text, 8, '0')
                    from public.bench_row h""").param("branches", List.of(branches).stream().map(UUID::toString).toArray(String[]::new)).update();
            copy("act_ru_execution", "select e.* from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_ where t.id_ = '" + task + "'",
                    Map.of("id_", "h.pi", "proc_inst_id_", "h.pi", "root_proc_inst_id_", "h.pi", "business_key_", "h.case_id::text"));
            copy("act_ru_task", "select * from act_ru_task where id_ = '" + task + "'", Map.of("id_", "h.id", "proc_inst_id_", "h.pi", "execution_id_",
                    "h.pi", "due_date_", "h.due at time zone 'UTC'", "create_time_", "h.created at time zone 'UTC'", "assignee_", "h.assignee::text"));
            copy("act_ru_identitylink", "select * from act_ru_identitylink where task_id_ = '" + task + "' and group_id_ = 'AGENT'",
                    Map.of("id_", "gen_random_uuid()::text", "task_id_", "h.id"));
            copy("act_ru_variable", "select * from act_ru_variable where name_ = 'outcome' limit 1", Map.of("id_", "gen_random_uuid()::text",
                    "execution_id_", "h.pi", "proc_inst_id_", "h.pi", "var_scope_", "h.pi", "name_", "'branch'", "text_", "'B' || h.branch"));
        });
    }

    private void copy(String table, String source, Map<String, String> changed) {
        List<String> names = jdbc.sql("""
                select column_name from information_schema.columns where table_schema = 'public' and table_name = ?
                order by ordinal_position""").param(table).query(String.class).list();
        jdbc.sql("insert into " + table + " (" + String.join(", ", names) + ") select "
                + names.stream().map(name -> changed.getOrDefault(name, "s." + name)).collect(Collectors.joining(", "))
                + " from public.bench_row h, (" + source + ") s").update();
    }

    /** Does that with no index of the inbox but its key and the one that the order of work had before. */
    void withoutIndexes(Runnable work) {
        List<String> indexes = dropIndexes(List.of("app.inbox_task"));
        jdbc.sql("create index inbox_task_case on app.inbox_task (case_id)").update();
        jdbc.sql("create index inbox_task_order on app.inbox_task (coalesce(due, 'infinity'), priority desc, created, id)").update();
        try {
            work.run();
        } finally {
            jdbc.sql("drop index app.inbox_task_case, app.inbox_task_order").update();
            indexes.forEach(index -> jdbc.sql(index).update());
        }
    }

    /** Some task gets another date: what a colleague's gesture does to the table. */
    void change(int some) {
        jdbc.sql("update app.inbox_task set due = due + interval '1 minute' where id = (select id from public.bench_row where i = ?)")
                .param(filled - some % Math.min(filled, 900)).update();
    }

    void end() {
        jdbc.sql("drop table public.bench_row").update();
    }
}

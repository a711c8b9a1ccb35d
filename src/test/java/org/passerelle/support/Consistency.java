package org.passerelle.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true between rows and engine after whatever happened. */
public final class Consistency {

    private static final Map<String, String> FAULTS = faultQueries();
    private static final String JOBS = "public.act_ru_job";
    private static final Set<String> NOTES_OF_RETRIES =
            Set.of(JOBS, "public.act_hi_job_log", "public.act_ru_incident", "public.act_hi_incident");

    private Consistency() {
    }

    private static Map<String, String> faultQueries() {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("copy promised to nobody", """
                select c.barcode || ' ' || p.kind from app.copy_place p join app.copy c on c.id = p.copy
                where p.kind in ('HELD', 'PICKED', 'BAGGED') and not exists (
                    select 1 from app.reservation r join app.reservation_line l on l.reservation = r.id
                    where r.id = p.case_id and r.outcome is null and l.copy = p.copy and l.state = p.kind)
                  and not (p.kind = 'HELD' and exists (select 1 from app.title_wait w
                    where w.id = p.case_id and w.state in ('CHOSEN', 'OFFERED') and w.copy = p.copy))""");
        faults.put("offer without its copy", """
                select w.id::text from app.title_wait w where w.state in ('CHOSEN', 'OFFERED') and not exists (
                    select 1 from app.copy_place p where p.copy = w.copy and p.case_id = w.id and p.kind = 'HELD')""");
        faults.put("copy on its shelf while somebody waits for it", """
                select c.barcode from app.copy_place p join app.copy c on c.id = p.copy
                where p.kind = 'SHELF' and exists (select 1 from app.title_wait w
                    where w.title = c.title and w.branch = c.branch and w.state = 'WAITING')""");
        faults.put("open wait without exactly one running case, or a case without its open wait", """
                select w.id::text from app.title_wait w
                where (case when w.state in ('WAITING', 'CHOSEN', 'OFFERED') then 1 else 0 end)
                  <> (select count(*) from act_ru_execution e
                      where e.parent_id_ is null and e.business_key_ = w.id::text)""");
        faults.put("document promised without a copy", """
                select r.code || ' ' || l.state from app.reservation r join app.reservation_line l on l.reservation = r.id
                where l.state in ('HELD', 'PICKED', 'BAGGED', 'TO_PUT_BACK') and not exists (
                    select 1 from app.copy_place p where p.copy = l.copy and p.case_id = r.id
                    and p.kind = case l.state when 'TO_PUT_BACK' then 'TO_SHELF' else l.state end)""");
        faults.put("copy on its way to the shelf for nobody", """
                select c.barcode from app.copy_place p join app.copy c on c.id = p.copy
                where p.kind = 'TO_SHELF' and not exists (select 1 from app.reservation_line l
                    where l.reservation = p.case_id and l.copy = p.copy and l.state = 'TO_PUT_BACK')
                  and not exists (select 1 from app.returned_copy r
                    where r.crate = p.case_id and r.copy = p.copy and r.fate = 'TO_SHELF')
                  and p.case_id is distinct from p.copy""");
        faults.put("copy to put back without exactly one running case, or the other way round", """
                select p.copy::text from app.copy_place p
                where (case when p.kind = 'TO_SHELF' and p.case_id = p.copy then 1 else 0 end)
                  <> (select count(*) from act_ru_execution e
                      where e.parent_id_ is null and e.business_key_ = p.copy::text
                        and e.proc_def_id_ like 'shelf-return:%'
                        and not exists (select 1 from app.deferred_command s where s.case_id = p.copy))""");
        faults.put("copy set aside without an offer that runs or is about to", """
                select w.id::text from app.title_wait w where w.state = 'CHOSEN' and not exists (
                    select 1 from act_ru_execution e where e.parent_id_ is null and e.business_key_ = w.copy::text
                    and e.proc_def_id_ like 'copy-offer:%')
                  and not exists (select 1 from app.deferred_command s where s.case_id = w.copy)""");
        faults.put("copy in a crate that does not know it, or the other way round", """
                select c.barcode from app.copy_place p join app.copy c on c.id = p.copy
                where (p.kind = 'QUARANTINE') <> exists (
                    select 1 from app.returned_copy r join app.crate k on k.id = r.crate
                    where r.copy = p.copy and r.fate = 'IN_CRATE' and k.id = p.case_id and k.state <> 'DONE')""");
        faults.put("crate without exactly one running case, or one that needs none", """
                select k.code from app.crate k
                where (case when k.state in ('OPEN', 'DONE') then 0 else 1 end)
                  <> (select count(*) from act_ru_execution e
                      where e.parent_id_ is null and e.business_key_ = k.id::text
                        and not exists (select 1 from app.deferred_command s where s.case_id = k.id))""");
        faults.put("crate that opens at another instant than it says", """
                select k.code from app.crate k
                join act_ru_execution e on e.parent_id_ is null and e.business_key_ = k.id::text
                join act_ru_job j on j.process_instance_id_ = e.id_
                join act_ru_jobdef d on d.id_ = j.job_def_id_ and d.act_id_ = 'timer_release'
                where abs(extract(epoch from j.duedate_ - cast(k.release_at as timestamp))) >= 1""");
        faults.put("copy on loan without a loan, or the other way round", """
                select c.barcode from app.copy_place p join app.copy c on c.id = p.copy
                where (p.kind = 'ON_LOAN') <> exists (
                    select 1 from app.loan l where l.copy = p.copy and l.state = 'RUNNING')""");
        faults.put("document lent without a loan", """
                select r.code from app.reservation r join app.reservation_line l on l.reservation = r.id
                where l.state = 'COLLECTED' and not exists (select 1 from app.loan o
                    where o.reservation = r.id and o.copy = l.copy and o.state in ('RUNNING', 'RETURNED'))""");
        faults.put("reservation without exactly one running case", """
                select r.code from app.reservation r
                where (r.outcome is null or exists (select 1 from app.reservation_line l
                       where l.reservation = r.id and l.state = 'TO_PUT_BACK'))
                  and 1 <> (select count(*) from act_ru_execution e
                            where e.parent_id_ is null and e.business_key_ = r.id::text)""");
        faults.put("running case without a reservation that needs it", """
                select e.business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = 'drive-pickup'
                  and not exists (select 1 from app.deferred_command s where s.case_id::text = e.business_key_)
                  and not exists (
                    select 1 from app.reservation r where r.id::text = e.business_key_
                    and (r.outcome is null or exists (select 1 from app.reservation_line l
                         where l.reservation = r.id and l.state = 'TO_PUT_BACK')))""");
        faults.put("case to be told that it is done, which does not run", """
                select s.process_key || ' ' || s.case_id from app.deferred_command s where s.process_key <> 'copy-offer' and not exists (
                    select 1 from act_ru_execution e where e.parent_id_ is null and e.business_key_ = s.case_id::text
                    and e.proc_def_id_ like s.process_key || ':%')""");
        faults.put("places taken that nobody has, or the other way round", """
                select s.starts_at::text || ' taken ' || s.taken from app.pickup_slot s
                where s.taken <> (select count(*) from app.reservation r where r.slot = s.id
                    and coalesce(r.outcome, '') not in ('CANCELLED', 'NOTHING_FOUND')
                    and not (coalesce(r.outcome, '') in ('COLLECTED', 'PARTLY_COLLECTED')
                             and r.ended_at < r.slot_starts_at))""");
        faults.put("message without exactly one delivery for each time it was to leave", """
                select m.id::text from app.outbox_message m
                where m.round <> (select count(*) from act_hi_procinst h where h.business_key_ = m.id::text
                                  and h.start_act_id_ = 'start_messageWritten')""");
        faults.put("message on its way without exactly one delivery that runs, or one that has arrived with any", """
                select m.id::text from app.outbox_message m
                where (case when m.settled_at is null then 1 else 0 end) <> (
                    select count(*) from act_ru_execution e where e.parent_id_ is null and e.business_key_ = m.id::text)""");
        return faults;
    }

    /** Empty when rows and engine tell the same story. Slots must lie in the future of every cancellation. */
    public static List<String> faults(JdbcClient jdbc) {
        List<String> found = new ArrayList<>();
        FAULTS.forEach((fault, query) -> jdbc.sql(query).query(String.class).list()
                .forEach(what -> found.add(fault + ": " + what)));
        return found;
    }

    /** A fingerprint of every row that the product or the engine keeps of its cases. */
    public static String fingerprint(JdbcClient jdbc) {
        return told(jdbc, "everything", tables -> tables.stream().map(table -> told(table, "t")));
    }

    /** The same without what the engine notes of a step that has failed and is tried again. */
    static String fingerprintButRetries(JdbcClient jdbc) {
        return told(jdbc, "everything_but_retries", tables -> Stream.concat(
                tables.stream().filter(table -> !NOTES_OF_RETRIES.contains(table)).map(table -> told(table, "t")),
                Stream.of(told(JOBS, "(t.id_, t.execution_id_, t.job_def_id_, t.handler_type_, t.handler_cfg_)"))));
    }

    /** How many rows each table has that has any, without those same notes. */
    static String counts(JdbcClient jdbc) {
        return told(jdbc, "counts", tables -> tables.stream()
                .filter(table -> table.equals(JOBS) || !NOTES_OF_RETRIES.contains(table))
                .map(table -> ifFilled(table, "select count(*) from " + table)));
    }

    private static String told(String table, String row) {
        return ifFilled(table, """
                select count(*) || ' ' || md5(string_agg(%2$s::text, '' order by %2$s::text)) from %1$s t"""
                .formatted(table, row));
    }

    private static String ifFilled(String table, String told) {
        return """
                if exists (select 1 from %1$s) then
                    told := told || '%1$s ' || (%2$s) || chr(10);
                end if;""".formatted(table, told);
    }

    /**
     * Asked hundreds of times of some hundred and forty tables, most of them empty: the server keeps it as a function, whose
     * parts it plans once for each connection.
     */
    private static String told(JdbcClient jdbc, String name, Function<List<String>, Stream<String>> parts) {
        String function = "suite." + name + "()";
        if (jdbc.sql("select to_regprocedure(?) is null").param(function).query(Boolean.class).single()) {
            jdbc.sql("create schema if not exists suite").update();
            jdbc.sql("create or replace function " + function + " returns text language plpgsql as $told$ "
                    + "declare told text := ''; begin\n" + parts.apply(tables(jdbc)).collect(Collectors.joining("\n"))
                    + "\nreturn told; end $told$").update();
        }
        return jdbc.sql("select " + function).query(String.class).single();
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname = 'app' or schemaname = 'public' and tablename ~ '^act_(ru|hi)_'
                order by 1""").query(String.class).list();
    }
}

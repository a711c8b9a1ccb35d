package org.passerelle.quarantine.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.retention.KeptForAWhile;
import org.passerelle.platform.retention.Person;
import org.passerelle.platform.retention.PersonData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which loan a return has closed, and what somebody wrote: of the document, of why a copy had been out of use, of why a crate was
 * to be let out early. Where, when, how and how late stays.
 */
@Component
class KeptReturns extends KeptForAWhile implements PersonData {

    private final JdbcClient jdbc;

    KeptReturns(JdbcClient jdbc, @Value("${passerelle.keep.returns:120d}") Duration keepFor) {
        super("returns", keepFor);
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        int forgotten = returns(before, atMost);
        forgotten += whyOutOfUse(before, atMost - forgotten);
        return forgotten + whyEarly(before, atMost - forgotten);
    }

    /** What was put on its shelf at once was settled by its scan. */
    private int returns(Instant before, int atMost) {
        return jdbc.sql("""
                update app.returned_copy set loan = null, note = null where id in (
                    select id from app.returned_copy
                    where (loan is not null or note is not null) and fate not in ('IN_CRATE', 'TO_SHELF')
                      and coalesce(settled_at, scanned_at) < ?
                    limit ? for update skip locked)""").params(Timestamp.from(before), atMost).update();
    }

    private int whyOutOfUse(Instant before, int atMost) {
        return jdbc.sql("""
                delete from app.copy_out_of_use where (copy, until) in (
                    select copy, until from app.copy_out_of_use where until < ? order by until limit ? for update skip locked)""")
                .params(Timestamp.from(before), atMost).update();
    }

    private int whyEarly(Instant before, int atMost) {
        return jdbc.sql("""
                update app.release_request set reason = '' where id in (
                    select id from app.release_request
                    where reason <> '' and state <> 'ASKED' and coalesce(decided_at, asked_at) < ?
                    limit ? for update skip locked)""").params(Timestamp.from(before), atMost).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select t.title, c.barcode, b.name as branch, r.dropped_off_at as "droppedOff", r.source, r.late, r.note
                from app.returned_copy r join app.copy c on c.id = r.copy join app.title t on t.id = c.title
                join app.branch b on b.id = r.branch
                where r.loan = any(?) order by r.scanned_at""").param(person.caseArray()).query().listOfRows();
    }

    /** The loan it has closed is nobody's any more; that there was one decides whether the scan can be undone. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        jdbc.sql("update app.returned_copy set note = null where loan = any(?)").param(person.caseArray()).update();
        jdbc.sql("""
                delete from app.copy_out_of_use o using app.returned_copy r
                where r.loan = any(?) and o.copy = r.copy and o.until >= r.scanned_at""").param(person.caseArray()).update();
        jdbc.sql("""
                update app.release_request q set reason = '' from app.returned_copy r
                where r.loan = any(?) and q.crate = r.crate and q.state <> 'ASKED'""").param(person.caseArray()).update();
    }
}

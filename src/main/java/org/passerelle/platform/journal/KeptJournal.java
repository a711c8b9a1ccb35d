package org.passerelle.platform.journal;

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

/** Which patron did something. What was done, when and by which way stays, and so does who of the staff did it. */
@Component
class KeptJournal extends KeptForAWhile implements PersonData {

    private final JdbcClient jdbc;
    private final String[] aboutPersons;

    KeptJournal(JdbcClient jdbc, List<PersonStories> stories,
                @Value("${passerelle.keep.journal:120d}") Duration keepFor) {
        super("journal", keepFor);
        this.jdbc = jdbc;
        this.aboutPersons = stories.stream().flatMap(each -> each.processKeys().stream()).toArray(String[]::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        int cut = jdbc.sql("""
                update app.journal_entry set actor = null where id in (
                    select id from app.journal_entry
                    where at < ? and actor is not null
                      and (channel = 'ONLINE' or actor in (select id from app.account where role = 'PATRON'))
                    limit ?)""").params(Timestamp.from(before), atMost).update();
        return cut + jdbc.sql("""
                delete from app.journal_entry where id in (
                    select id from app.journal_entry where at < ? and process_key = any(?) limit ?)""")
                .params(Timestamp.from(before), aboutPersons, atMost - cut).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select at, channel, message_key as what, actor is not distinct from cast(:account as uuid) as "byThePerson"
                from app.journal_entry
                where case_id = any(:cases) or actor = cast(:account as uuid) order by at, id""")
                .param("account", person.account()).param("cases", person.caseArray()).query().listOfRows();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        jdbc.sql("update app.journal_entry set actor = null where actor = cast(? as uuid)").param(person.account()).update();
        jdbc.sql("delete from app.journal_entry where case_id = ? and process_key = any(?)")
                .params(person.patron(), aboutPersons).update();
    }
}

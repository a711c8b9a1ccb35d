package org.passerelle.platform.journal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.passerelle.platform.retention.KeptData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which patron did something. What was done, when and by which way stays, and so does who of the staff did it. */
@Component
class KeptJournal implements KeptData {

    private final JdbcClient jdbc;
    private final Duration keepFor;
    private final String[] aboutPersons;

    KeptJournal(JdbcClient jdbc, List<PersonStories> stories,
                @Value("${passerelle.keep.journal:120d}") Duration keepFor) {
        this.jdbc = jdbc;
        this.keepFor = keepFor;
        this.aboutPersons = stories.stream().flatMap(each -> each.processKeys().stream()).toArray(String[]::new);
    }

    @Override
    public String key() {
        return "journal";
    }

    @Override
    public Duration keepFor() {
        return keepFor;
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
}

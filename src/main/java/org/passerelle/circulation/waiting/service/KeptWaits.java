package org.passerelle.circulation.waiting.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.retention.KeptOfPatrons;
import org.passerelle.platform.retention.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who had waited for a title: as long as the reservation it has become still says so. */
@Component
class KeptWaits extends KeptOfPatrons {

    private static final String CUT = "update app.title_wait set patron = null, token = null, asked_by = null ";

    private final JdbcClient jdbc;

    KeptWaits(JdbcClient jdbc, @Value("${passerelle.keep.waits:120d}") Duration keepFor) {
        super("waits", keepFor, jdbc, new Rows("app.title_wait", CUT, "r.ended_at is null"));
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql(CUT + """
                where id in (
                    select w.id from app.title_wait w
                    where w.patron is not null and w.ended_at < ?
                      and not exists (select 1 from app.reservation r where r.id = w.reservation and r.patron is not null)
                    order by w.ended_at limit ? for update skip locked)""")
                .params(Timestamp.from(before), atMost).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select t.title, b.name as branch, w.channel, w.asked_at as asked, w.wanted_until as "wantedUntil", w.state,
                       w.ended_at as ended
                from app.title_wait w join app.title t on t.id = w.title join app.branch b on b.id = w.branch
                where w.patron = ? order by w.number""").param(person.patron()).query().listOfRows();
    }
}

package org.passerelle.circulation.reservations.service;

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

/** Who had borrowed a copy. One that never began is over with its reservation. */
@Component
class KeptLoans extends KeptOfPatrons {

    private static final String CUT = "update app.loan set patron = null, version = version + 1 ";

    private final JdbcClient jdbc;

    KeptLoans(JdbcClient jdbc, @Value("${passerelle.keep.loans:120d}") Duration keepFor) {
        super("loans", keepFor, jdbc, new Rows("app.loan", CUT, "r.state in ('PREPARED', 'RUNNING')"));
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql(CUT + """
                where id in (
                    select o.id from app.loan o left join app.reservation r on r.id = o.reservation
                    where o.patron is not null and (o.state = 'RETURNED' and o.returned_at < :before
                      or o.state = 'VOIDED' and coalesce(r.ended_at, o.prepared_at) < :before
                         and not exists (select 1 from app.reservation_line l
                                         where l.reservation = r.id and l.state = 'TO_PUT_BACK'))
                    limit :most for update of o skip locked)""")
                .param("before", Timestamp.from(before)).param("most", atMost).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select t.title, c.barcode, o.state, o.prepared_at as prepared, o.started_at as started, o.due_on as due,
                       o.returned_at as returned
                from app.loan o join app.copy c on c.id = o.copy join app.title t on t.id = c.title
                where o.patron = ? order by o.prepared_at, o.id""").param(person.patron()).query().listOfRows();
    }
}

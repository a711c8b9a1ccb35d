package org.passerelle.circulation.reservations.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.platform.retention.KeptOfPatrons;
import org.passerelle.platform.retention.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose a reservation was. It keeps its patron as long as one of its documents is at home or to be put back, and as long as
 * one of its loans is not over for the same time: each would lead from one to the other.
 */
@Component
class KeptReservations extends KeptOfPatrons {

    private static final String TO_PUT_BACK = """
            exists (select 1 from app.reservation_line l where l.reservation = r.id and l.state = 'TO_PUT_BACK')""";
    /** What somebody typed to find the bag again may be a name. */
    private static final String CUT = """
            update app.reservation set patron = null, token = null, made_by = null, ended_by = null, bag_place = null,
                version = version + 1
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    KeptReservations(JdbcClient jdbc, ApplicationEventPublisher events, @Value("${passerelle.keep.reservations:120d}") Duration keepFor) {
        super("reservations", keepFor, jdbc, new Rows("app.reservation", CUT, "r.outcome is null or " + TO_PUT_BACK));
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql(CUT + """
                where id in (
                    select r.id from app.reservation r
                    where r.patron is not null and r.ended_at < :before and not %s
                      and not exists (select 1 from app.loan o where o.reservation = r.id
                                      and (o.state in ('PREPARED', 'RUNNING') or o.returned_at >= :before))
                    order by r.ended_at limit :most for update skip locked)""".formatted(TO_PUT_BACK))
                .param("before", Timestamp.from(before)).param("most", atMost).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select r.code, b.name as branch, r.channel, r.made_at as made, r.slot_starts_at as slot,
                       r.arrived_at as arrived, r.outcome, r.ended_at as ended, r.bag_place as bag,
                       (select string_agg(t.title || ' (' || l.state || ')', '; ' order by l.position)
                        from app.reservation_line l join app.title t on t.id = l.title where l.reservation = r.id) as documents
                from app.reservation r join app.branch b on b.id = r.branch where r.patron = ? order by r.made_at""")
                .param(person.patron()).query().listOfRows();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        // Whoever is just taking back that a document is on its shelf is waited for: it is to be put back, and nothing is erased.
        jdbc.sql("select 1 from app.reservation where patron = ? order by id for update").param(person.patron()).query(Integer.class).list();
        if (open(person.patron()) > 0) {
            throw new OptimisticLockingFailureException("a reservation of patron " + person.patron() + " has just been opened again");
        }
        jdbc.sql(CUT + "where patron = ? returning id, branch").param(person.patron()).query(row -> {
            events.publishEvent(ReservationNews.of(new ReservationId(row.getObject("id", UUID.class))));
            events.publishEvent(ReservationNews.DAY_TOPIC.of(row.getObject("branch", UUID.class)));
        });
    }
}

package org.passerelle.circulation.queue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.WaitingPatrons.Queue;
import org.passerelle.platform.journal.Journal.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queues of those who wait, one for each title and branch. Whoever enters a queue, and whoever brings a copy to its
 * shelf, locks the queue first: a copy never comes to its shelf unseen by somebody who has just begun to wait.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TitleWaits {

    private static final String ROWS = """
            select w.*,
                   case when w.state in ('WAITING', 'CHOSEN') then (
                       select count(*) from app.title_wait o where o.title = w.title and o.branch = w.branch
                       and o.state in ('WAITING', 'CHOSEN') and o.number <= w.number) else 0 end as position
            from app.title_wait w
            """;

    private final JdbcClient jdbc;

    TitleWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One queue: a title at a branch. */
    public record TitleAt(UUID title, UUID branch) {

        String key() {
            return title + " " + branch;
        }
    }

    /** Until the transaction ends nobody else enters these queues or brings copies to their shelves. */
    public void lock(Collection<TitleAt> queues) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended(queue, 26))) from unnest(cast(? as text[])) queue")
                .param(queues.stream().map(TitleAt::key).distinct().sorted().toArray(String[]::new))
                .query(Integer.class).single();
    }

    public void add(NewWait wait) {
        jdbc.sql("""
                        insert into app.title_wait (id, token, patron, title, branch, channel, asked_at, asked_by,
                                                    wanted_until, state)
                        values (:id, :token, :patron, :title, :branch, :channel, :at, cast(:by as uuid), :until, 'WAITING')""")
                .param("id", wait.id().value()).param("token", wait.token()).param("patron", wait.patron())
                .param("title", wait.queue().title()).param("branch", wait.queue().branch())
                .param("channel", wait.channel().name()).param("at", Timestamp.from(wait.askedAt()))
                .param("by", wait.askedBy()).param("until", Timestamp.from(wait.wantedUntil())).update();
    }

    /** @param askedBy account of who entered it, or null where a link did */
    public record NewWait(WaitId id, String token, UUID patron, TitleAt queue, Channel channel, Instant askedAt, UUID askedBy,
                          Instant wantedUntil) {
    }

    public Optional<TitleWait> find(WaitId id) {
        return jdbc.sql(ROWS + "where w.id = ?").param(id.value()).query(TitleWaits::row).optional();
    }

    /** The same, which nobody else changes until the transaction ends. */
    public Optional<TitleWait> lock(WaitId id) {
        return jdbc.sql(ROWS + "where w.id = ? for update of w").param(id.value()).query(TitleWaits::row).optional();
    }

    /** The same, and its queue: for whoever may have to pass its copy on. */
    public Optional<TitleWait> lockWithQueue(WaitId id) {
        find(id).ifPresent(wait -> lock(List.of(wait.queue())));
        return lock(id);
    }

    public Optional<TitleWait> findByToken(String token) {
        return jdbc.sql(ROWS + "where w.token = ?").param(token).query(TitleWaits::row).optional();
    }

    /** A patron's waits that are not over: offers first, then in the order in which they were asked for. */
    public List<TitleWait> openOf(UUID patron) {
        return jdbc.sql(ROWS + "where w.patron = ? and w.state in ('WAITING', 'CHOSEN', 'OFFERED') "
                        + "order by w.state = 'OFFERED' desc, w.number")
                .param(patron).query(TitleWaits::row).list();
    }

    /** For whom that copy is set aside and not offered yet: the wait, locked with its queue. */
    public Optional<TitleWait> lockChosenFor(UUID copy) {
        return jdbc.sql("select id from app.title_wait where copy = ? and state = 'CHOSEN'").param(copy)
                .query(UUID.class).optional().flatMap(id -> lockWithQueue(new WaitId(id)))
                .filter(wait -> wait.state() == WaitState.CHOSEN && wait.copy().equals(copy));
    }

    /** Who may be offered the copy set aside for that wait, in their turn: its own patron, and those who wait for one. */
    public List<TitleWait> candidates(TitleWait chosen) {
        return jdbc.sql(ROWS + "where w.id = ? or w.title = ? and w.branch = ? and w.state = 'WAITING' order by w.number")
                .params(chosen.id().value(), chosen.title(), chosen.branch()).query(TitleWaits::row).list();
    }

    /** How many wait in that queue, and the name of the first. */
    public Queue queue(TitleAt queue) {
        return jdbc.sql("""
                        select count(*), (array_agg(trim(p.first_name || ' ' || p.last_name) order by w.number))[1]
                        from app.title_wait w join app.patron p on p.id = w.patron
                        where w.title = ? and w.branch = ? and w.state = 'WAITING'""")
                .params(queue.title(), queue.branch())
                .query((row, n) -> new Queue(row.getInt(1), row.getString(2))).single();
    }

    /** Names of those who wait in that queue, in the order of their turns; at most so many. */
    public List<String> names(TitleAt queue, int most) {
        return jdbc.sql("""
                        select trim(p.first_name || ' ' || p.last_name)
                        from app.title_wait w join app.patron p on p.id = w.patron
                        where w.title = ? and w.branch = ? and w.state = 'WAITING' order by w.number limit ?""")
                .params(queue.title(), queue.branch(), most).query(String.class).list();
    }

    /** How many wait for each of the titles at that branch; without those that nobody waits for. */
    public Map<UUID, Integer> waiting(Collection<UUID> titles, UUID branch) {
        Map<UUID, Integer> waiting = new HashMap<>();
        jdbc.sql("""
                        select title, count(*) from app.title_wait
                        where title = any(:titles) and branch = :branch and state = 'WAITING' group by title""")
                .param("titles", titles.toArray(UUID[]::new)).param("branch", branch)
                .query(row -> {
                    waiting.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return waiting;
    }

    /** Those of the queues in which somebody waits. */
    public Set<TitleAt> withSomebody(Collection<TitleAt> queues) {
        return jdbc.sql("""
                        select distinct w.title, w.branch
                        from unnest(cast(:titles as uuid[]), cast(:branches as uuid[])) as queue (title, branch)
                        join app.title_wait w on w.title = queue.title and w.branch = queue.branch
                        where w.state = 'WAITING'""")
                .param("titles", queues.stream().map(TitleAt::title).toArray(UUID[]::new))
                .param("branches", queues.stream().map(TitleAt::branch).toArray(UUID[]::new))
                .query(TitleAt.class).set();
    }

    /**
     * Sets that copy aside for the first who waits in the queue, whose lock the caller has; empty when nobody does.
     *
     * @param inHand whether somebody holds it, so that it does not stand on its shelf
     */
    public Optional<WaitId> choose(TitleAt queue, UUID copy, boolean inHand) {
        return jdbc.sql("""
                        update app.title_wait set state = 'CHOSEN', copy = ?, in_hand = ?
                        where id = (select w.id from app.title_wait w
                                    where w.title = ? and w.branch = ? and w.state = 'WAITING'
                                    order by w.number limit 1 for update)
                        returning id""")
                .params(copy, inHand, queue.title(), queue.branch()).query(UUID.class).optional().map(WaitId::new);
    }

    /** The copy set aside for it is not to be had. */
    public void waitOn(WaitId id) {
        jdbc.sql("update app.title_wait set state = 'WAITING', copy = null, in_hand = false where id = ? and state = 'CHOSEN'")
                .param(id.value()).update();
    }

    /** @return false when it does not wait (any more) */
    public boolean offer(WaitId id, TitleWait setAside, Instant until) {
        return jdbc.sql("""
                        update app.title_wait set state = 'OFFERED', copy = ?, in_hand = ?, offer_until = ?
                        where id = ? and state in ('WAITING', 'CHOSEN')""")
                .params(setAside.copy(), setAside.inHand(), Timestamp.from(until), id.value()).update() == 1;
    }

    /** They go on waiting while their copy goes to somebody else. @return those to whom that happens for the first time */
    public Set<WaitId> passOver(Collection<WaitId> some, Instant now) {
        return jdbc.sql("""
                        with before as (select id, passed_over_at from app.title_wait where id = any(?))
                        update app.title_wait w set state = 'WAITING', copy = null, in_hand = false,
                            passed_over_at = coalesce(w.passed_over_at, ?)
                        from before where w.id = before.id and w.state in ('WAITING', 'CHOSEN')
                        returning case when before.passed_over_at is null then w.id end""")
                .params(some.stream().map(WaitId::value).toArray(UUID[]::new), Timestamp.from(now))
                .query(UUID.class).list().stream().filter(Objects::nonNull).map(WaitId::new).collect(Collectors.toSet());
    }

    /** The copy offered has become that reservation. @return false when nothing is offered (any more) */
    public boolean take(WaitId id, ReservationId reservation, Instant now) {
        return jdbc.sql("""
                        update app.title_wait set state = 'TAKEN', reservation = ?, ended_at = ?
                        where id = ? and state = 'OFFERED'""")
                .params(reservation.value(), Timestamp.from(now), id.value()).update() == 1;
    }

    /** @return false, and nothing has changed, when it is not in that state (any more) */
    public boolean end(WaitId id, WaitState from, WaitState how, Instant now) {
        return jdbc.sql("update app.title_wait set state = ?, ended_at = ? where id = ? and state = ?")
                .params(how.name(), Timestamp.from(now), id.value(), from.name()).update() == 1;
    }

    private static TitleWait row(ResultSet row, int n) throws SQLException {
        Timestamp offerUntil = row.getTimestamp("offer_until");
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new TitleWait(new WaitId(row.getObject("id", UUID.class)), row.getString("token"),
                row.getObject("patron", UUID.class), row.getObject("title", UUID.class),
                row.getObject("branch", UUID.class), row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("wanted_until").toInstant(), WaitState.valueOf(row.getString("state")),
                row.getInt("position"), row.getObject("copy", UUID.class),
                offerUntil == null ? null : offerUntil.toInstant(), row.getBoolean("in_hand"),
                row.getTimestamp("passed_over_at") != null, row.getObject("reservation", UUID.class),
                endedAt == null ? null : endedAt.toInstant());
    }

    /** Who waits for a title of these copies at the copy's branch, in the order of their turns. */
    public List<InQueue> queuesOf(Collection<UUID> copies) {
        return jdbc.sql("""
                        select w.title, w.branch, trim(p.first_name || ' ' || p.last_name), t.title, b.name, b.time_zone
                        from app.title_wait w join app.patron p on p.id = w.patron join app.title t on t.id = w.title
                        join app.branch b on b.id = w.branch
                        where w.state = 'WAITING'
                          and (w.title, w.branch) in (select c.title, c.branch from app.copy c where c.id = any(?))
                        order by w.number""")
                .param(copies.toArray(UUID[]::new))
                .query((row, n) -> new InQueue(new TitleAt(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        row.getString(3), row.getString(4), row.getString(5), ZoneId.of(row.getString(6)))).list();
    }

    /** Somebody's place in a queue, with the names that staff know. */
    public record InQueue(TitleAt queue, String patron, String title, String branch, ZoneId zone) {
    }
}

package org.passerelle.quarantine.domain;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How many crates of each kind a branch has filled of late: what is supposed of the days to come. */
@Repository
@Transactional(propagation = MANDATORY)
public class RecentCrates {

    /** Full weeks, as closed days come back each week. Today is not over, and does not count. */
    public static final int DAYS = 14;

    private final JdbcClient jdbc;

    RecentCrates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param perDay on average, closed days included */
    public record Arrivals(UUID branch, MaterialClass material, boolean stacked, double perDay) {
    }

    /** Of every branch. One statement. */
    public List<Arrivals> upTo(Instant now) {
        return jdbc.sql("""
                        select c.branch, c.material, c.stacked, count(*) from app.crate c
                        join app.branch b on b.id = c.branch
                        cross join lateral (select cast(cast(:now as timestamptz) at time zone b.time_zone as date) as day) today
                        where c.sealed_at is not null and c.day >= today.day - :days and c.day < today.day
                        group by c.branch, c.material, c.stacked""")
                .param("now", Timestamp.from(now)).param("days", DAYS)
                .query((row, n) -> new Arrivals(row.getObject(1, UUID.class), MaterialClass.valueOf(row.getString(2)),
                        row.getBoolean(3), row.getInt(4) / (double) DAYS)).list();
    }
}

package org.passerelle.quarantine.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.quarantine.CrateId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who treated what, how, with which product and for how long. Rows are never changed. */
@Repository
public class Treatments {

    private final JdbcClient jdbc;

    Treatments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param product or null where the method uses none
     * @param minutes how long the product acted
     * @param by      display name of who did it, or null when the account is gone
     */
    public record Treatment(Method method, String product, int minutes, Instant at, String by) {
    }

    public void add(CrateId crate, Method method, String product, int minutes, Instant at, UUID by) {
        jdbc.sql("insert into app.crate_treatment (id, crate, method, product, minutes, at, by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), crate.value(), method.name(), product, minutes, Timestamp.from(at), by)
                .update();
    }

    /** It was said by mistake. */
    public void remove(CrateId crate) {
        jdbc.sql("delete from app.crate_treatment where crate = ?").param(crate.value()).update();
    }

    /** Oldest first. */
    public List<Treatment> of(CrateId crate) {
        return jdbc.sql("""
                        select t.method, t.product, t.minutes, t.at, a.display_name from app.crate_treatment t
                        left join app.account a on a.id = t.by where t.crate = ? order by t.at""")
                .param(crate.value())
                .query((row, n) -> new Treatment(Method.valueOf(row.getString(1)), row.getString(2), row.getInt(3),
                        row.getTimestamp(4).toInstant(), row.getString(5))).list();
    }
}

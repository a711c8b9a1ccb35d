package org.passerelle.platform.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much was forgotten of what, night by night: numbers alone. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ForgettingFigures {

    private final JdbcClient jdbc;

    ForgettingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the transaction that forgets: what is counted has been done. */
    void add(String key, LocalDate day, int forgotten, Instant now) {
        jdbc.sql("""
                        insert into app.retention_run (key, day, forgotten, last_at) values (?, ?, ?, ?)
                        on conflict (key, day) do update set last_at = excluded.last_at,
                            forgotten = app.retention_run.forgotten + excluded.forgotten""")
                .params(key, day, forgotten, Timestamp.from(now)).update();
    }

    /** The last run of each kind of data that has had one. One statement. */
    Map<String, Run> last() {
        Map<String, Run> runs = new HashMap<>();
        jdbc.sql("select distinct on (key) key, last_at, forgotten from app.retention_run order by key, day desc")
                .query(row -> {
                    runs.put(row.getString(1), new Run(row.getTimestamp(2).toInstant(), row.getInt(3)));
                });
        return runs;
    }

    /** @param at when the last part of it was forgotten */
    record Run(Instant at, int forgotten) {
    }
}

package org.passerelle.platform.retention;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows that say in their column {@code patron} whose they are: the patron is cut from them, and the rest stays. */
public abstract class KeptOfPatrons extends KeptForAWhile implements PersonData {

    private final JdbcClient jdbc;
    private final Rows rows;

    protected KeptOfPatrons(String key, Duration keepFor, JdbcClient jdbc, Rows rows) {
        super(key, keepFor);
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * In SQL.
     *
     * @param table whose rows go by the name {@code r} in the condition
     * @param cut   the update, up to its condition
     * @param open  the condition on those that are not over
     */
    public record Rows(String table, String cut, String open) {
    }

    @Override
    public Set<UUID> cases(UUID patron) {
        return jdbc.sql("select id from " + rows.table() + " where patron = ?").param(patron).query(UUID.class).set();
    }

    @Override
    public int open(UUID patron) {
        return jdbc.sql("select count(*) from " + rows.table() + " r where r.patron = ? and (" + rows.open() + ")")
                .param(patron).query(Integer.class).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        jdbc.sql(rows.cut() + " where patron = ?").param(person.patron()).update();
    }
}

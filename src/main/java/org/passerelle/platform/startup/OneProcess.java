package org.passerelle.platform.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One product works on a database at a time. Whoever holds the database's advisory lock is it, on a connection of its own
 * that stays open: PostgreSQL lets go of it when the process ends, however it ends.
 */
class OneProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OneProcess.class);

    /** After a killed process PostgreSQL may need a moment to see that its connection is gone. */
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('passerelle: one process', 0))";
    /** A machine that lost its power says no goodbye: the database asks after half a minute of silence. */
    private static final String SEEN_TO_BE_GONE = "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; "
            + "set tcp_keepalives_count = 3; set tcp_user_timeout = 30000";
    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final DataSource database;
    private final int attempts;
    private Connection holding;

    /** @param patience for who has just ended to be seen as gone */
    OneProcess(DataSource database, Duration patience) {
        this.database = database;
        this.attempts = 1 + (int) patience.dividedBy(AGAIN_AFTER);
    }

    /** @throws AnotherProcessRuns when another process has it after that time too */
    synchronized void begin() {
        for (int attempt = 1; !holds(); attempt++) {
            if (attempt == attempts) {
                throw new AnotherProcessRuns();
            }
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
        }
    }

    /** Whether it still is the one; takes the lock again where only the connection was lost. */
    synchronized boolean holds() {
        try {
            if (holding != null && holding.isValid(ANSWERS_WITHIN_SECONDS)) {
                return true;
            }
            close();
            Connection fresh = connect();
            try (Statement statement = fresh.createStatement()) {
                statement.execute(SEEN_TO_BE_GONE);
                try (ResultSet answer = statement.executeQuery(TAKE)) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        holding = fresh;
                        return true;
                    }
                }
            }
            fresh.close();
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked who works on it", e);
        }
    }

    /** The pool would count it among those that people wait for. */
    private Connection connect() throws SQLException {
        return database instanceof HikariDataSource pool
                ? DriverManager.getConnection(pool.getJdbcUrl(), asThePool(pool))
                : database.getConnection();
    }

    private static Properties asThePool(HikariDataSource pool) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.computeIfAbsent("user", key -> pool.getUsername());
        properties.computeIfAbsent("password", key -> pool.getPassword());
        return properties;
    }

    @Override
    public synchronized void close() {
        if (holding != null) {
            try {
                holding.close();
            } catch (SQLException e) {
                log.debug("the connection was gone already", e);
            }
            holding = null;
        }
    }
}

package org.passerelle.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two products on one database would each know only half of what both must know. */
@PasserelleTest
class OneProcessTest {

    @Autowired
    DataSource database;
    @Autowired
    JdbcTemplate jdbc;

    private OneProcess first;
    private OneProcess second;

    @BeforeEach
    void twoProducts() {
        first = new OneProcess(database, Duration.ZERO);
        second = new OneProcess(database, Duration.ZERO);
    }

    @AfterEach
    void bothEnd() {
        first.close();
        second.close();
    }

    @Test
    void theSecondIsRefusedWithASentence() {
        first.begin();

        assertThatThrownBy(second::begin).isInstanceOf(AnotherProcessRuns.class);
        assertThat(new AnotherProcessFailureAnalyzer().analyze(new AnotherProcessRuns()).getDescription())
                .startsWith("Another Passerelle works on this database.");
        assertThat(first.holds()).isTrue();
    }

    @Test
    void whoComesAfterTheFirstHasEndedBegins() {
        first.begin();
        first.close();

        second.begin();

        assertThat(second.holds()).isTrue();
    }

    @Test
    void whoOnlyLostTheConnectionTakesTheLockAgain() {
        first.begin();
        endConnectionsThatHoldTheLock();

        assertThat(first.holds()).isTrue();
        assertThat(second.holds()).isFalse();
    }

    @Test
    void whoLostItToAnotherKnows() {
        first.begin();
        endConnectionsThatHoldTheLock();
        second.begin();

        assertThat(first.holds()).isFalse();
    }

    private void endConnectionsThatHoldTheLock() {
        jdbc.queryForList("""
                select pg_terminate_backend(pid, 10000) from pg_locks
                where locktype = 'advisory' and pid <> pg_backend_pid()
                  and database = (select oid from pg_database where datname = current_database())""");
    }
}

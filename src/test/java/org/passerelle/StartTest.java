package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
class StartTest {

    @Autowired
    HealthEndpoint health;
    @Autowired
    Flyway migrations;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theProductStartsInGoodHealthOnARealDatabase() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
        assertThat(migrations.info().applied()).isNotEmpty();
        assertThat(migrations.info().pending()).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}

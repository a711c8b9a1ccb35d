package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.BranchRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
class StatementsTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    BranchRepository branches;
    @Autowired
    Engine engine;

    @Test
    void whateverSendsAStatementIsCounted() {
        assertThat(Statements.during(() -> jdbc.sql("select 1").query(Integer.class).single())).containsExactly("select 1");
        assertThat(Statements.during(() -> branches.findById(UUID.randomUUID()))).hasSize(1);
        assertThat(Statements.during(() -> engine.raw().getTaskService().createTaskQuery().count())).hasSize(1);
        assertThat(Statements.during(() -> { })).isEmpty();
    }
}

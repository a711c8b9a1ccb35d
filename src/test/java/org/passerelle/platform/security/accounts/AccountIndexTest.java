package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class AccountIndexTest {

    @Autowired
    AccountRepository accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aSignInIsFoundByIndex() {
        assertThat(plan("upper(username) = upper('camille')")).contains("account_username");
        assertThat(Statements.during(() -> accounts.findByUsernameIgnoreCase("camille"))).singleElement().asString()
                .contains("upper(");
    }

    @Test
    void aPatronsAccountIsFoundByIndex() {
        assertThat(plan("patron = '" + UUID.randomUUID() + "'")).contains("account_patron");
    }

    /** On an empty table PostgreSQL would rather read it all. */
    private String plan(String condition) {
        return transaction.execute(own -> {
            jdbc.sql("set local enable_seqscan = off").update();
            List<String> lines = jdbc.sql("explain select 1 from app.account where " + condition).query(String.class).list();
            return String.join("\n", lines);
        });
    }
}

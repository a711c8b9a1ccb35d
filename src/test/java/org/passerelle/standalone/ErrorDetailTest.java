package org.passerelle.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
class ErrorDetailTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFailureThatIsLoggedQuotesNoRow() {
        insert();
        StringWriter logged = new StringWriter();
        catchThrowable(this::insert).printStackTrace(new PrintWriter(logged));

        assertThat(logged.toString()).contains("duplicate key").doesNotContain("Ada Lovelace");
    }

    private void insert() {
        jdbc.sql("insert into app.import_profile (name, mapping, branches) values (?, '{}', '{}')").param("Ada Lovelace")
                .update();
    }
}

package org.passerelle.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class CharacterTypeCheckTest {

    @Autowired
    EmbeddedPostgres server;
    @Autowired
    CharacterTypeCheck check;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aDatabaseThatTakesOnlyAToZForLettersIsToldAtTheStart(CapturedOutput said) {
        jdbc.sql("create database of_ascii template template0 lc_ctype 'C'").update();
        try {
            JdbcClient ascii = JdbcClient.create(server.getDatabase("postgres", "of_ascii"));
            ascii.sql("create extension pg_trgm").update();

            new CharacterTypeCheck(ascii).tell();

            assertThat(said).contains("only the letters A to Z", "its character type is C", "README");
        } finally {
            jdbc.sql("drop database of_ascii").update();
        }
    }

    @Test
    void theProductsOwnIsNot(CapturedOutput said) {
        check.tell();

        assertThat(said).doesNotContain("only the letters A to Z");
    }
}

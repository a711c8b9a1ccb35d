package org.passerelle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.passerelle.standalone.TestServer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What every test of the whole product runs on: one database server for all of them. */
@TestConfiguration
@Import({Words.class, FailingJobs.class, SampleKeptData.class})
public class TestBeans {

    @Bean
    EmbeddedPostgres testServer() throws IOException {
        return TestServer.start();
    }

    @Bean
    JdbcConnectionDetails testDatabase(EmbeddedPostgres testServer) {
        return TestServer.connection(testServer);
    }

    /** No mail server until a test gives it a host, which it takes away again. */
    @Bean
    JavaMailSenderImpl mailSender() {
        return new JavaMailSenderImpl();
    }
}

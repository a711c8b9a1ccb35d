package org.passerelle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.passerelle.platform.database.EmbeddedConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What every test of the whole product runs on: one database server for all of them. */
@TestConfiguration
@Import({Words.class, FailingJobs.class})
public class TestBeans {

    @Bean
    EmbeddedPostgres testServer() throws IOException {
        // Ended by the context, after the engine: the server's own hook would end it under a last command.
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setRegisterShutdownHook(false)
                .start();
    }

    @Bean
    JdbcConnectionDetails testDatabase(EmbeddedPostgres testServer) {
        return new EmbeddedConnection(testServer.getPort(), "");
    }

    /** No mail server until a test gives it a host, which it takes away again. */
    @Bean
    JavaMailSenderImpl mailSender() {
        return new JavaMailSenderImpl();
    }
}

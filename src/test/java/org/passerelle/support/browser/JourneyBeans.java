package org.passerelle.support.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.standalone.TestServer;
import org.passerelle.support.CatalogueFixture;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What journeys run on: a database server of their own, because their jobs run by themselves. */
@TestConfiguration
@Import({Drive.class, CatalogueFixture.class, QuarantineRoom.class})
public class JourneyBeans {

    @Bean
    EmbeddedPostgres journeyServer() throws IOException {
        return TestServer.start();
    }

    @Bean
    JdbcConnectionDetails journeyDatabase(EmbeddedPostgres journeyServer) {
        return TestServer.connection(journeyServer);
    }

    @Bean
    People people(AccountRepository accounts, PasswordEncoder passwords) {
        return new People(accounts, passwords);
    }
}

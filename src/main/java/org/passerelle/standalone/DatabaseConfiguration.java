package org.passerelle.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Without a configured database, the product brings its own. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class DatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(Environment settings) {
        return new EmbeddedDatabase(Path.of(settings.getProperty("PASSERELLE_DATA", "data")));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) throws IOException {
        return database.connection();
    }
}

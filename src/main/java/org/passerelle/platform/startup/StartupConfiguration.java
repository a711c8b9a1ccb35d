package org.passerelle.platform.startup;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Before its tables are looked at, the database is this process's, or the start ends. */
@Configuration
@ConditionalOnBooleanProperty(name = "passerelle.one-process", matchIfMissing = true)
class StartupConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StartupConfiguration.class);

    @Bean
    OneProcess oneProcess(DataSource database, @Value("${passerelle.one-process-patience:10s}") Duration patience) {
        return new OneProcess(database, patience);
    }

    @Bean
    FlywayMigrationStrategy migrationByOneProcess(OneProcess one) {
        return flyway -> {
            one.begin();
            flyway.migrate();
        };
    }

    @Bean
    Watch oneProcessWatch(OneProcess one, ApplicationContext product) {
        return new Watch(one, product);
    }

    /**
     * A database that was away has forgotten who held the lock. After a cut of the network it may for a while still think
     * that the connection of before is there: only who is refused again and again has really been followed by another.
     */
    static class Watch {

        private static final int REFUSALS = 5;

        private final OneProcess one;
        private final ApplicationContext product;
        private int refused;

        Watch(OneProcess one, ApplicationContext product) {
            this.one = one;
            this.product = product;
        }

        @Scheduled(fixedDelayString = "PT30S")
        void look() {
            try {
                refused = one.holds() ? 0 : refused + 1;
                if (refused == REFUSALS) {
                    log.error("another Passerelle has taken over this database: this one ends");
                    System.exit(SpringApplication.exit(product, () -> 1));
                }
            } catch (IllegalStateException | DataAccessException away) {
                log.warn("the database cannot be asked who works on it: {}", away.getMessage());
            }
        }
    }
}

package org.passerelle.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseConfigurationTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner product() {
        return new ApplicationContextRunner().withUserConfiguration(DatabaseConfiguration.class)
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues("PASSERELLE_DATA=" + folder);
    }

    @Test
    void aConfiguredDatabaseIsUsedAndNoneIsStartedBesideIt() {
        product().withPropertyValues("spring.datasource.url=jdbc:postgresql://elsewhere/library",
                "spring.datasource.username=passerelle", "spring.datasource.password=secret").run(context -> {
            HikariDataSource used = (HikariDataSource) context.getBean(DataSource.class);
            assertThat(used.getJdbcUrl()).isEqualTo("jdbc:postgresql://elsewhere/library");
            assertThat(used.getUsername()).isEqualTo("passerelle");
            assertThat(used.getPassword()).isEqualTo("secret");
            assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
            assertThat(folder).isEmptyDirectory();
        });
    }

    @Test
    void withoutOneTheProductBringsItsOwn() {
        // Nothing is started here: the embedded server has tests of its own.
        product().withBean(LazyInitializationBeanFactoryPostProcessor.class).run(context -> {
            assertThat(context).hasSingleBean(EmbeddedDatabase.class);
            assertThat(context.getBeanNamesForType(JdbcConnectionDetails.class)).containsExactly("embeddedConnection");
        });
    }
}

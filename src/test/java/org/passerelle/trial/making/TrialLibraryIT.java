package org.passerelle.trial.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.PasserelleApplication;
import org.passerelle.circulation.domain.AppointmentState;
import org.passerelle.circulation.domain.DocumentsState;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.platform.database.EmbeddedConnection;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The first start of the trial library, on the day the test runs, with jobs run by the making alone. */
@SpringBootTest(classes = PasserelleApplication.class)
@ActiveProfiles({"test", TrialLibrary.PROFILE})
@Import(TrialLibraryIT.Database.class)
class TrialLibraryIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void itIsMadeToItsEndWithSomethingTrueToShowAtEveryStage() {
        assertThat(jdbc.sql("select finished_at is not null from app.trial_making").query(Boolean.class).single()).isTrue();
        assertThat(Consistency.faults(jdbc)).isEmpty();
        assertThat(all("distinct documents from app.reservation")).containsAll(names(DocumentsState.values()));
        assertThat(all("distinct appointment from app.reservation")).containsAll(names(AppointmentState.values()));
        assertThat(all("distinct outcome from app.reservation where outcome is not null"))
                .containsAll(names(ReservationOutcome.values()));
        assertThat(all("distinct task_key from app.inbox_task")).contains("user_pickDocuments", "user_prepareBag",
                "user_putBack", "user_callPatron");
        assertThat(all("role from app.account")).contains("PATRON", "AGENT", "MANAGER", "ADMIN");
        assertThat(all("code from app.branch")).containsAll(names(TrialBranch.values()));
    }

    private List<String> all(String what) {
        return jdbc.sql("select " + what).query(String.class).list();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @TestConfiguration
    static class Database {

        @Bean
        EmbeddedPostgres trialServer() throws IOException {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        }

        @Bean
        JdbcConnectionDetails trialDatabase(EmbeddedPostgres trialServer) {
            return new EmbeddedConnection(trialServer.getPort(), "");
        }
    }
}

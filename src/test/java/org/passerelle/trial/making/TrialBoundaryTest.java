package org.passerelle.trial.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@PasserelleTest
class TrialBoundaryTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    BranchRepository branches;
    @Autowired
    AccountRepository accounts;

    @Test
    void anEmptyDatabaseServesEither() {
        assertThatCode(() -> start(false)).doesNotThrowAnyException();
        assertThatCode(() -> start(true)).doesNotThrowAnyException();
    }

    @Test
    void theRealProductDoesNotServeATrialLibrary() {
        madeAsTrial();

        assertThatThrownBy(() -> start(false)).isInstanceOf(WrongLibrary.class);
        assertThatCode(() -> start(true)).doesNotThrowAnyException();
    }

    @Test
    void theTrialIsNotMadeInALibraryInUse() {
        branches.save(new Branch("NORD", "Nord", null, null, ZoneId.of("Europe/Paris"), null, null));

        assertThatThrownBy(() -> start(true)).isInstanceOf(WrongLibrary.class);
        assertThatCode(() -> start(false)).doesNotThrowAnyException();
    }

    @Test
    void theTrialIsNotMadeBesideAFirstAdministrator() {
        accounts.save(new Account("admin", "-", "Admin", Role.ADMIN, null, Set.of()));

        assertThatThrownBy(() -> start(true)).isInstanceOf(WrongLibrary.class);
    }

    @Test
    void whyItDoesNotStartIsSaidInASentence() {
        madeAsTrial();
        FailureAnalysis analysis = new WrongLibraryFailureAnalyzer()
                .analyze(new IllegalStateException(catchThrowable(() -> start(false))));

        assertThat(analysis.getDescription()).contains("trial library");
        assertThat(analysis.getAction()).contains("PASSERELLE_DATA");
    }

    private void madeAsTrial() {
        jdbc.sql("insert into app.trial_making (started_at, steps_done) values (now(), 3)").update();
    }

    private void start(boolean trial) {
        MockEnvironment settings = new MockEnvironment();
        settings.setActiveProfiles(trial ? new String[] {TrialLibrary.PROFILE} : new String[0]);
        new TrialBoundary(jdbc, settings).afterPropertiesSet();
    }
}

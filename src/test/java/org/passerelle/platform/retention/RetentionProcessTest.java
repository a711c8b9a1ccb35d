package org.passerelle.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.platform.retention.RetentionProcess.caseOf;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Incidents;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.Engine;
import org.passerelle.support.FailingJobs;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.SampleKeptData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nights of forgetting: when they come, how far one transaction goes, and what comes after. */
@PasserelleTest
class RetentionProcessTest {

    /** The first after {@link org.passerelle.support.FreshState#START}, 3 h 40 in Paris. */
    private static final Instant NIGHT = Instant.parse("2026-11-25T02:40:00Z");

    @Autowired
    Forgetting forgetting;
    @Autowired
    List<KeptData> kept;
    @Autowired
    SampleKeptData sample;
    @Autowired
    Engine engine;
    @Autowired
    FailingJobs failingJobs;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    Incidents incidents;
    @Autowired
    SignedIn signedIn;

    @BeforeEach
    void aBranchInParis() {
        catalogue.branch("PORT");
    }

    @AfterEach
    void nothingIsPlanted() {
        sample.left = 0;
        sample.fails = false;
    }

    @Test
    void eachNightForgetsAndPlansTheNextOne() {
        sample.left = 3;
        forgetting.planMissingRuns();
        clock.setTo(NIGHT.minusSeconds(1));
        engine.runDueJobs();
        assertThat(sample.left).isEqualTo(3);

        clock.setTo(NIGHT);
        engine.runDueJobs();

        assertThat(sample.left).isZero();
        assertThat(engine.endOf(caseOf("sample"))).contains("end_forgotten");
        assertThat(nextRun("sample")).isEqualTo(NIGHT.plus(Duration.ofDays(1)));
        assertThat(figures("sample")).containsExactly(3);

        sample.left = 2;
        clock.setTo(NIGHT.plus(Duration.ofDays(1)));
        engine.runDueJobs();
        assertThat(figures("sample")).containsExactly(3, 2);
    }

    @Test
    void aProductThatRestedForDaysForgetsWhenItStartsAgainAndPlansNothingTwice() {
        forgetting.planMissingRuns();
        sample.left = 1;
        clock.setTo(NIGHT.plus(Duration.ofDays(3)).plusSeconds(60));

        forgetting.planMissingRuns();
        engine.runDueJobs();

        assertThat(figures("sample")).containsExactly(1);
        assertThat(nextRun("sample")).isEqualTo(NIGHT.plus(Duration.ofDays(4)));
        assertThat(timers()).hasSameSizeAs(kept);
    }

    @Test
    void oneTransactionForgetsABoundedNumberAndTheNextGoesOn() {
        sample.left = 2 * Forgetting.AT_MOST + 1;
        forgetting.planMissingRuns();
        clock.setTo(NIGHT);
        engine.runDueJobs(RetentionProcess.KEY);

        engine.runDueJobs(RetentionProcess.KEY);
        assertThat(sample.left).isEqualTo(Forgetting.AT_MOST + 1);
        assertThat(figures("sample")).containsExactly(Forgetting.AT_MOST);
        engine.runDueJobs(RetentionProcess.KEY);
        assertThat(sample.left).isEqualTo(1);
        assertThat(engine.endOf(caseOf("sample"))).isEmpty();
        engine.runDueJobs(RetentionProcess.KEY);

        assertThat(sample.left).isZero();
        assertThat(figures("sample")).containsExactly(2 * Forgetting.AT_MOST + 1);
        assertThat(engine.endOf(caseOf("sample"))).contains("end_forgotten");
    }

    @Test
    void whatCannotBeForgottenIsAnIncidentOfItsOwnAndTheOthersAreForgotten() {
        securityEvents(2, NIGHT.minus(Duration.ofDays(366)));
        sample.fails = true;
        forgetting.planMissingRuns();
        clock.setTo(NIGHT);
        engine.runDueJobs(RetentionProcess.KEY);
        ManagementService jobs = engine.raw().getManagementService();
        Job failing = jobs.createJobQuery().processInstanceId(instance("sample")).singleResult();
        assertThatThrownBy(() -> jobs.executeJob(failing.getId())).hasMessageContaining("planted");
        jobs.setJobRetries(failing.getId(), 0);

        engine.runDueJobs();

        assertThat(figures("security-record")).containsExactly(2);
        assertThat(nextRun("security-record")).isEqualTo(NIGHT.plus(Duration.ofDays(1)));
        assertThat(figures("sample")).isEmpty();
        CurrentUser manager = new CurrentUser(UUID.randomUUID(), "", Role.MANAGER, Set.of(), null);
        List<StuckSteps.StuckStep> stuck = signedIn.runAs(manager, incidents::all);
        assertThat(stuck).singleElement().satisfies(step -> assertThat(step.step()).isEqualTo("service_forget"));
        assertThat(signedIn.runAs(manager, () -> incidents.names(stuck))).containsEntry(caseOf("sample"), "sample");

        sample.fails = false;
        signedIn.runAs(manager, () -> incidents.tryAgain(stuck.getFirst().ref())).value();
        engine.runDueJobs();
        assertThat(nextRun("sample")).isEqualTo(NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void aNightThatFailsAtWhateverPointIsDoneOnceInTheEnd() {
        failingJobs.areTriedAgain(RetentionProcess.KEY, () -> {
            securityEvents(2, NIGHT.minus(Duration.ofDays(366)));
            forgetting.planMissingRuns();
            clock.setTo(NIGHT.plus(Duration.ofHours(1)));
        });

        assertThat(jdbc.sql("select count(*) from app.security_event").query(Integer.class).single()).isZero();
    }

    @Test
    void theHourThatSpringTakesAwayLeavesTheNightItsRun() {
        clock.setTo(Instant.parse("2027-03-27T12:00:00Z"));
        forgetting.planMissingRuns();

        assertThat(nextRun("sample")).isEqualTo(Instant.parse("2027-03-28T01:40:00Z"));
    }

    @Test
    void ofTheSecurityRecordAYearIsKept() {
        securityEvents(2, NIGHT.minus(Duration.ofDays(365)).minusSeconds(1));
        securityEvents(1, NIGHT.minus(Duration.ofDays(365)));
        forgetting.planMissingRuns();
        clock.setTo(NIGHT);
        engine.runDueJobs();

        assertThat(jdbc.sql("select count(*) from app.security_event").query(Integer.class).single()).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("delete from app.security_event").update()).hasMessageContaining("only added to");
    }

    private void securityEvents(int many, Instant at) {
        jdbc.sql("insert into app.security_event (at, kind) select ?, 'SIGN_IN_FAILED' from generate_series(1, ?)")
                .params(Timestamp.from(at), many).update();
    }

    private List<Integer> figures(String key) {
        return jdbc.sql("select forgotten from app.retention_run where key = ? order by day").param(key)
                .query(Integer.class).list();
    }

    private Instant nextRun(String key) {
        return engine.raw().getManagementService().createJobQuery().timers().processInstanceId(instance(key))
                .singleResult().getDuedate().toInstant();
    }

    private String instance(String key) {
        return engine.raw().getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(caseOf(key).id().toString(), RetentionProcess.KEY).singleResult().getId();
    }

    private List<Job> timers() {
        return engine.raw().getManagementService().createJobQuery().timers()
                .processDefinitionKey(RetentionProcess.KEY).list();
    }
}

package org.passerelle.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine forgets by itself, and what it does not offer. */
@PasserelleTest
class EngineSettingsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-25T02:30:00Z");

    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    SampleErrandProcess process;

    @Test
    void aCaseThatEndedLongerAgoThanItsTimeToLiveIsForgottenByNight() {
        UUID ended = errand();
        process.cancelled(ended);
        UUID open = errand();
        assertThat(known(ended)).isTrue();

        Job cleanup = engine.raw().getHistoryService().cleanUpHistoryAsync();
        assertThat(cleanup.getDuedate().toInstant()).as("not while people work").isEqualTo(NIGHT.minusSeconds(1800));

        cleanUpAt(NIGHT.plus(Duration.ofDays(119)));
        assertThat(known(ended)).isTrue();
        cleanUpAt(NIGHT.plus(Duration.ofDays(121)));
        assertThat(known(ended)).isFalse();
        assertThat(known(open)).isTrue();
    }

    private UUID errand() {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand("course", null, null, ""));
        process.start(errand, false);
        return errand;
    }

    private void cleanUpAt(Instant night) {
        clock.setTo(night);
        HistoryService history = engine.raw().getHistoryService();
        history.cleanUpHistoryAsync();
        history.findHistoryCleanupJobs().forEach(job -> engine.raw().getManagementService().executeJob(job.getId()));
    }

    private boolean known(UUID errand) {
        return engine.raw().getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(errand.toString()).count() == 1;
    }

    @Test
    void noQueryRunsAnExpression() {
        assertThatThrownBy(() -> engine.raw().getTaskService().createTaskQuery().taskAssigneeExpression("${1 + 1}").list())
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("xpressions are forbidden in adhoc queries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/camunda/bpm/engine/rest", "org/camunda/bpm/webapp", "org/camunda/bpm/cockpit",
            "org/camunda/bpm/spring/boot"})
    void noWebApplicationAndNoRestInterfaceOfTheEngineIsThere(String where) {
        ClassLoader product = getClass().getClassLoader();
        assertThat(product.getResource("org/camunda/bpm/engine")).isNotNull();
        assertThat(product.getResource(where)).isNull();
    }
}

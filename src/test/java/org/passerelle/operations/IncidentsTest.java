package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.operations.service.Incidents;
import org.passerelle.operations.ui.IncidentsView;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.Engine;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class IncidentsTest {

    private final UUID errand = UUID.randomUUID();
    private final CurrentUser manager = somebody(Role.MANAGER);

    @Autowired
    Incidents incidents;
    @Autowired
    Map<String, HealthIndicator> health;
    @Autowired
    SampleErrandProcess process;
    @Autowired
    UserTasks userTasks;
    @Autowired
    Engine engine;
    @Autowired
    SignedIn signedIn;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationContext context;

    @Test
    void aStepThatHasFailedForTheLastTimeIsToldWithoutPersonalData(CapturedOutput log) {
        failForGood();

        assertThat(as(manager, () -> incidents.all())).singleElement().satisfies(step -> {
            assertThat(step.process()).isEqualTo(new CaseRef(SampleErrandProcess.KEY, errand));
            assertThat(step.step()).isEqualTo("service_noteErrand");
            assertThat(step.since()).isEqualTo(FreshState.START);
            assertThat(step.failure()).isEqualTo("IllegalStateException");
        });
        assertThat(as(manager, incidents::count)).isOne();
        assertThat(health.get("incidentsHealthIndicator").health(true).getDetails()).containsEntry("stuckSteps", 1);
        assertThat(log.getOut()).contains("service_noteErrand of sample-errand");
    }

    @Test
    void triedAgainTheCaseGoesOn() {
        failForGood();
        String step = as(manager, () -> incidents.all()).getFirst().ref();
        SampleErrands.ALL.put(errand, new SampleErrands.Errand("Mme Ferrand", null, null, ""));

        assertThat(as(manager, () -> incidents.tryAgain(step)).isDone()).isTrue();
        assertThat(as(manager, () -> incidents.tryAgain(step)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        engine.runDueJobs();

        assertThat(engine.endOf(new CaseRef(SampleErrandProcess.KEY, errand))).contains("end_done");
        assertThat(as(manager, () -> incidents.all())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersSeeIncidentsAndTryAgain(Role role) {
        failForGood();
        StuckStep step = as(manager, () -> incidents.all()).getFirst();

        assertThatThrownBy(() -> as(somebody(role), () -> incidents.all())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(somebody(role), () -> incidents.tryAgain(step.ref())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(somebody(role), incidents::count)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(somebody(role), incidents::zone)).isInstanceOf(AccessDeniedException.class);
        assertThat(as(manager, incidents::count)).isOne();
    }

    @Test
    void theScreenShowsItAndTriesAgain() {
        failForGood();
        try (Screens screens = new Screens(context, IncidentsView.class)) {
            BrowserlessUIContext screen = screens.of(manager);
            screen.navigate("incidents", IncidentsView.class);
            assertThat(screen.find(Span.class).withText("Noter la course").exists()).isTrue();
            assertThat(screen.find(ListItem.class).all().toString()).doesNotContain("Ferrand");

            screen.test(screen.find(Button.class).withText("Réessayer").single()).click();

            assertThat(screen.find(Span.class).withText("Noter la course").exists()).isFalse();
        }
        assertThat(as(manager, () -> incidents.all())).isEmpty();
    }

    /** Its next failure is its last. */
    private void failForGood() {
        SampleErrands.ALL.put(errand, new SampleErrands.Errand("Mme Ferrand", null, null, SampleErrands.FAILS));
        process.start(errand, false);
        transaction.executeWithoutResult(caller ->
                process.ran(userTasks.of(new CaseRef(SampleErrandProcess.KEY, errand)).getFirst().ref()));
        ManagementService jobs = engine.raw().getManagementService();
        String job = jobs.createJobQuery().singleResult().getId();
        assertThatThrownBy(() -> jobs.executeJob(job)).hasMessageContaining("planted");
        jobs.setJobRetries(job, 0);
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    private static CurrentUser somebody(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null);
    }
}

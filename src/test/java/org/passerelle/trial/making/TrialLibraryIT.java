package org.passerelle.trial.making;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.passerelle.PasserelleApplication;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.accounts.LoginView;
import org.passerelle.platform.ui.home.HomeView;
import org.passerelle.standalone.TestServer;
import org.passerelle.support.Consistency;
import org.passerelle.support.Screens;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The first start of the trial library, on the day the test runs, with jobs run by the making alone. */
@SpringBootTest(classes = PasserelleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"test", TrialLibrary.PROFILE})
@Import({TrialLibraryIT.Database.class, TrialLibraryIT.NextToStart.class})
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class TrialLibraryIT {

    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    NextToStart next;
    @Autowired
    WaitingList waitingList;
    @Autowired
    WaitLinks links;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AppClock clock;
    @LocalServerPort
    int port;

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

    @Test
    void somebodyIsAtEachStageOfComingBackToWork() {
        assertThat(all("distinct preparation from app.work_return where outcome is null")).containsAll(names(Preparation.values()));
        assertThat(all("distinct back from app.work_return where outcome is null")).containsAll(names(ReturnStage.values()));
        assertThat(all("outcome from app.work_return where outcome is not null")).isNotEmpty();
        assertThat(all("distinct task_key from app.inbox_task")).contains("user_sayNeeds", "user_callAgent", "user_proposeTalk",
                "user_chooseTalk", "user_agreeMeasures", "user_confirmMeasures", "user_holdBriefing", "user_signBriefing", "user_talk7",
                "user_reviewMeasure", "user_support", "user_decideWish");
    }

    @Test
    void jeanneIsOfferedATitleAndWaitsFirstInLineForAnotherThatIsInQuarantine() {
        List<WaitDetails> waits = as("jeanne", waitingList::mine);

        assertThat(waits).extracting(WaitDetails::state).containsExactly(WaitState.OFFERED, WaitState.WAITING);
        assertThat(waits.getFirst().offerUntil()).isAfter(clock.instant());
        assertThat(waits.getLast().position()).isOne();
        assertThat(waits.getLast().expectedOn()).isAfterOrEqualTo(LocalDate.ofInstant(clock.instant(), TrialBranch.ZONE));
        assertThat(all("token from app.title_wait where state in ('WAITING', 'OFFERED')")).hasSize(3)
                .allSatisfy(token -> assertThat(links.open(token)).isPresent());
        assertThat(count("app.title_wait where state = 'GIVEN_UP'")).isOne();
        assertThat(all("distinct process_key from app.inbox_task")).contains("shelf-return");
    }

    @Test
    void itWasReadyBeforeAnyJobRan() {
        assertThat(next.libraryWasReady).isTrue();
        assertThat(next.jobsRan).isFalse();
        assertThat(context.getBean("jobRuns", SmartLifecycle.class).isRunning()).isTrue();
    }

    @Test
    void eachCaseHappenedAtItsOwnInstantInRowsStoriesAndEngineAlike() {
        assertThat(count("app.trial_making m where (select min(made_at) from app.reservation)"
                + " < m.started_at - interval '2 days'")).isOne();
        assertThat(all("distinct cast(date(made_at) as text) from app.reservation")).hasSizeGreaterThan(2);
        assertThat(count("app.journal_entry j, app.trial_making m where j.at > m.finished_at")).isZero();
        assertThat(count("app.loan l, app.trial_making m where l.started_at < m.started_at - interval '1 day'"))
                .isPositive();
        assertThat(count("act_hi_procinst h join app.reservation r on r.id::text = h.business_key_"
                + " where h.proc_def_key_ = 'drive-pickup'")).isEqualTo(count("app.reservation"));
        assertThat(count("act_hi_procinst h join app.reservation r on r.id::text = h.business_key_"
                + " where h.proc_def_key_ = 'drive-pickup'"
                + " and abs(extract(epoch from h.start_time_ - r.made_at at time zone 'UTC')) > 1")).isZero();
    }

    @Test
    void theSignInPageShowsItsAccountsEachOfWhichIsThere() {
        try (Screens screens = new Screens(context, LoginView.class, HomeView.class)) {
            BrowserlessUIContext visitor = screens.nobody();
            visitor.navigate(LoginView.class);

            assertThat(visitor.find(Span.class).withClassName("row-title").all()).extracting(Span::getText)
                    .containsExactlyElementsOf(all("username || ' / passerelle' from app.account where username in"
                            + " ('jeanne', 'oliver', 'camille', 'nadia', 'carpentier', 'paula', 'admin')"
                            + " order by array_position(array['jeanne', 'oliver', 'camille', 'nadia', 'carpentier', 'paula', 'admin'], username)"));
        }
    }

    @Test
    void theStartTellsItsProgressAndTheAddressToOpen(CapturedOutput said) {
        assertThat(said.getOut()).containsSubsequence("Making the trial library, once: people, branches, slots",
                "Trial library: the catalogue", "Trial library: its past days, case by case", "Trial library: ready",
                "Passerelle is ready: http://localhost:" + port + "/ – data in the configured database");
    }

    private <T> T as(String username, Supplier<T> look) {
        return signedIn.runAs(accounts.findByUsernameIgnoreCase(username).orElseThrow().asCurrentUser(), look);
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private List<String> all(String what) {
        return jdbc.sql("select " + what).query(String.class).list();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Starts right after the library, and notes how things stand then. */
    static class NextToStart implements SmartLifecycle {

        private final TrialLibrary library;
        private final ApplicationContext context;
        private final JdbcClient jdbc;
        private boolean libraryWasReady;
        private boolean jobsRan;
        private boolean running;

        NextToStart(TrialLibrary library, ApplicationContext context, JdbcClient jdbc) {
            this.library = library;
            this.context = context;
            this.jdbc = jdbc;
        }

        @Override
        public void start() {
            libraryWasReady = jdbc.sql("select count(*) from app.trial_making where finished_at is not null")
                    .query(Long.class).single() == 1;
            jobsRan = context.getBean("jobRuns", SmartLifecycle.class).isRunning();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return library.getPhase() + 1;
        }
    }

    @TestConfiguration
    static class Database {

        @Bean
        EmbeddedPostgres trialServer() throws IOException {
            return TestServer.start();
        }

        @Bean
        JdbcConnectionDetails trialDatabase(EmbeddedPostgres trialServer) {
            return TestServer.connection(trialServer);
        }
    }
}

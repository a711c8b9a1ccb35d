package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the steps that the engine takes by itself fail on purpose: before and after each row they write, before their
 * commit, and when its answer is lost. Nothing of a failed attempt stays but the engine's own note of it; the step is
 * tried again, and in the end there is as much of everything as if nothing had failed.
 */
@TestComponent
public class FailingJobs {

    private static final int RETRIES = 5;

    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;

    /**
     * Plays that story three times from the beginning, and each time what is then due. The last of them stays.
     *
     * @param process key of the process whose steps fail; others are taken as ever
     * @param story   up to the moment at which the steps in question are due
     */
    public void areTriedAgain(String process, Runnable story) {
        FreshState.begin(context);
        story.run();
        engine.runDueJobs();
        String asItShouldBe = Consistency.counts(jdbc);
        play(story, process, this::loseTheAnswer);
        assertThat(Consistency.counts(jdbc)).as("with the commit's answer lost").isEqualTo(asItShouldBe);
        play(story, process, this::failAtEachPoint);
        assertThat(Consistency.counts(jdbc)).as("with failures").isEqualTo(asItShouldBe);
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    private void play(Runnable story, String process, Consumer<Job> failing) {
        FreshState.begin(context);
        story.run();
        int failed = 0;
        for (Optional<Job> next = engine.nextDue(); next.isPresent(); next = engine.nextDue()) {
            if (next.get().getProcessDefinitionKey().equals(process)) {
                failing.accept(next.get());
                failed++;
            } else {
                jobs().executeJob(next.get().getId());
            }
        }
        assertThat(failed).as("steps that were due").isPositive();
    }

    private void failAtEachPoint(Job job) {
        String before = Consistency.fingerprintButRetries(jdbc);
        int point = 1;
        // Once the job is gone the step is committed: what fails then is the engine's note of the success.
        while (FailurePoints.strikesWrite(point, () -> jobs().executeJob(job.getId())) && waits(job).isPresent()) {
            assertThat(Consistency.fingerprintButRetries(jdbc)).as("after a failure at point %d", point)
                    .isEqualTo(before);
            letItBeTriedAgain(waits(job).orElseThrow());
            point++;
        }
        assertThat(Consistency.fingerprintButRetries(jdbc)).isNotEqualTo(before);
    }

    private Optional<Job> waits(Job job) {
        return Optional.ofNullable(jobs().createJobQuery().jobId(job.getId()).singleResult());
    }

    private void letItBeTriedAgain(Job failed) {
        assertThat(failed.getRetries()).as("attempts left").isEqualTo(RETRIES - 1);
        assertThat(failed.getDuedate()).isAfter(Date.from(clock.instant()));
        clock.setTo(failed.getDuedate().toInstant());
        // There are more points to fail at than attempts.
        jobs().setJobRetries(failed.getId(), RETRIES);
    }

    private void loseTheAnswer(Job job) {
        assertThatThrownBy(() -> Statements.watchedBy(new Statements.Watcher() {

            private boolean lost;

            @Override
            public void before(String sql) {
                // Only what comes after the commit goes wrong.
            }

            @Override
            public void after(String sql) throws SQLException {
                if (sql.equals(COMMIT) && !lost) {
                    lost = true;
                    throw new SQLException("planted after the commit");
                }
            }
        }, () -> jobs().executeJob(job.getId()))).hasRootCauseMessage("planted after the commit");
    }

    private ManagementService jobs() {
        return engine.raw().getManagementService();
    }
}

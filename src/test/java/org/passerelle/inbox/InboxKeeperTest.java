package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.support.Statements;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine has open is in the inbox, one row each, and what is not there is noticed. */
class InboxKeeperTest extends InboxTests {

    @Autowired
    InboxKeeper keeper;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    @Qualifier("inboxHealthIndicator")
    HealthIndicator health;

    @Test
    void anOpenTaskIsOneRowWithTheFactsOfItsModule() {
        UUID errand = given.errand("Mme Ferrand", port, NOW.plusSeconds(60));

        InboxTask task = given.taskOf(camille, errand);

        assertThat(task.kind()).isEqualTo(new TaskKind("sample-errand", SampleErrandProcess.RUN));
        assertThat(task.formKey()).isEqualTo("sample-errand.run");
        assertThat(task.subjectKey()).isEqualTo("sample.subject");
        assertThat(task.subjectArgs()).containsExactly("Mme Ferrand");
        assertThat(task.branchName()).isEqualTo("Port");
        assertThat(task.groups()).containsExactly("AGENT");
        assertThat(task.due()).isEqualTo(NOW.plusSeconds(60));
        assertThat(task.created()).isEqualTo(NOW);
        assertThat(task.mayAct()).isTrue();
    }

    @Test
    void aCompletedTaskLeavesAndTheNextOneOfItsCaseComes() {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand("M. Okafor", port, null, "okafor"));
        process.start(errand, true);
        process.ran(given.taskOf(camille, errand).ref());
        assertThat(rows()).isZero();

        engine.runDueJobs();

        assertThat(given.taskOf(camille, errand).kind().taskKey()).isEqualTo("user_reportErrand");
        assertThat(given.taskOf(camille, errand).mayAct()).isFalse();
        assertThat(given.taskOf(manager, errand).mayAct()).isTrue();
    }

    @Test
    void aTaskThatItsCaseNoLongerNeedsLeaves() {
        UUID errand = given.errand("annulée", port, null);

        process.cancelled(errand);

        assertThat(rows()).isZero();
    }

    @Test
    void aGestureThatIsRolledBackLeavesTheInboxAsItWas() {
        UUID errand = given.errand("tenue", port, null);
        TaskRef ref = given.taskOf(camille, errand).ref();

        assertThatThrownBy(() -> given.inTransaction(() -> {
            process.ran(ref);
            assertThat(rows()).isZero();
            throw new IllegalStateException("after the row, before the commit");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isEqualTo(1);
        assertThat(keeper.compare().agrees()).isTrue();
    }

    @Test
    void aModuleSaysThatTheFactsOfACaseChanged() {
        UUID errand = given.errand("avant", port, null);
        SampleErrands.ALL.put(errand, new Errand("après", gare, NOW, "après"));

        given.inTransaction(() -> {
            events.publishEvent(new CaseFactsChanged(new CaseRef(SampleErrandProcess.KEY, errand)));
            return null;
        });

        InboxTask task = given.taskOf(camille, errand);
        assertThat(task.subjectArgs()).containsExactly("après");
        assertThat(task.branch()).isEqualTo(gare);
        assertThat(task.due()).isEqualTo(NOW);
        assertThat(task.groups()).containsExactly("AGENT");
    }

    @Test
    void theInboxIsRebuiltFromTheEngineAndTheHealthCheckComparesBoth() {
        given.errand("une", port, NOW);
        UUID claimed = given.errand("deux", gare, null);
        given.as(elsewhere, () -> inbox.claim(given.taskOf(elsewhere, claimed).ref()));
        List<Map<String, Object>> before = everyRow();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        jdbc.sql("delete from app.inbox_task where branch = ?").param(gare).update();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        keeper.rebuild();

        assertThat(everyRow()).hasSize(2).isEqualTo(before);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anotherTaskInThePlaceOfOneIsNoticed() {
        given.errand("une", port, NOW);
        given.errand("deux", port, NOW);
        jdbc.sql("update app.inbox_task set id = 'of-another-time' where subject_args[1] = 'une'").update();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("engineTasks", 2L).containsEntry("missing", 1L)
                .containsEntry("extra", 1L);
    }

    @Test
    void theEngineIsAskedAFixedNumberOfTimesForEachPageOfTasks() {
        given.errand("une", port, NOW);
        assertThat(given.taskOf(camille, given.errand("deux", port, NOW)).groups()).containsExactly("AGENT");
        int few = askedOfTheEngine();
        for (int i = 0; i < 30; i++) {
            given.errand("course " + i, port, NOW);
        }

        assertThat(askedOfTheEngine()).isEqualTo(few).isLessThanOrEqualTo(10);
    }

    private int askedOfTheEngine() {
        return (int) Statements.during(keeper::rebuild).stream().filter(sql -> sql.contains("ACT_")).count();
    }

    private long rows() {
        return jdbc.sql("select count(*) from app.inbox_task").query(Long.class).single();
    }

    private List<Map<String, Object>> everyRow() {
        return jdbc.sql("select *, subject_args::text as args, candidate_groups::text as groups from app.inbox_task order by id").query()
                .listOfRows().stream().map(row -> {
                    row.remove("subject_args");
                    row.remove("candidate_groups");
                    return row;
                }).toList();
    }
}

package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;

/** A manager publishes the quarantine's table: what is foretold of its crates, and what follows. */
class PolicyPublicationTest extends PolicyTests {

    @Test
    void otherMethodsReachRunningCratesThoughTheirDateStays() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        Instant before = room.releaseOf(crate);
        List<Row> rows = open().rows().stream().map(row -> {
            List<String> then = new ArrayList<>(row.then());
            then.set(1, "true");
            return new Row(row.when(), then, row.note());
        }).toList();

        Impact impact = room.by(manager, () -> policies.impact(TABLE, rows, Reach.ALL_RUNNING, Set.of())).value();
        assertThat(impact.changes()).hasSize(1);
        assertThat(impact.remarks()).extracting(PolicyTable.Remark::messageKey).contains("quarantine.impact.methods");
        publish(rows, Reach.ALL_RUNNING).value();

        assertThat(room.releaseOf(crate)).isEqualTo(before);
        assertThat(room.see(agent, crate).crate().rule().treatment()).isTrue();
    }

    @Test
    void publishingCostsAsManyStatementsForThirtyCratesAsForThree() {
        int few = statementsOfPublishing(3, "240");
        int many = statementsOfPublishing(30, "241");
        // The engine reads each timer before it writes them together.
        assertThat(many - few).isLessThanOrEqualTo(30 + 5);
    }

    private int statementsOfPublishing(int crates, String hours) {
        for (int n = 0; n < crates; n++) {
            room.sealedCrate(agent, branch, 1);
        }
        List<Row> rows = hours(hours);
        return Statements.during(() -> publish(rows, Reach.ALL_RUNNING).value()).size();
    }

    @Test
    void theImpactIsComputedOnTheRealCratesAndChangesNothing() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        Instant before = room.releaseOf(crate);

        Impact impact = room.by(manager, () -> policies.impact(TABLE, hours("240"), Reach.ALL_RUNNING, Set.of())).value();

        assertThat(impact.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(before);
            assertThat(change.after()).isEqualTo(before.plus(Duration.ofHours(168)));
        });
        assertThat(room.releaseOf(crate)).isEqualTo(before);
    }

    @Test
    void publishedForNewCratesOnlyARunningOneKeepsItsRule() {
        CrateId running = room.sealedCrate(agent, branch, 1);
        publish(hours("0"), Reach.NEW_ONLY).value();

        engine.runDueJobs();
        assertThat(room.see(agent, running).crate().state()).isEqualTo(CrateState.QUARANTINE);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        assertThat(room.see(agent, running).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void publishedForRunningCratesTheirTimersMoveInOneGo() {
        CrateId first = room.sealedCrate(agent, branch, 1);
        CrateId second = room.sealedCrate(agent, branch, 2);
        clock.advance(Duration.ofHours(24));

        assertThat(publish(hours("24"), Reach.ALL_RUNNING).value().moved()).isEqualTo(2);
        engine.runDueJobs();

        assertThat(room.see(agent, first).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(room.see(agent, second).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void publishedForChosenCratesTheOthersKeepTheirRule() {
        CrateId chosen = room.sealedCrate(agent, branch, 1);
        CrateId other = room.sealedCrate(agent, branch, 1);
        Instant before = room.releaseOf(other);

        room.by(manager, () -> policies.publish(TABLE, open().version(), hours("240"), "Consigne", Reach.CHOSEN,
                Set.of(chosen.value()))).value();

        assertThat(room.releaseOf(chosen)).isEqualTo(before.plus(Duration.ofHours(168)));
        assertThat(room.releaseOf(other)).isEqualTo(before);
    }

    @Test
    void versionsAreKeptWithWhoAndWhyAndCanBePutBack() {
        int shipped = open().version();
        publish(hours("240"), Reach.NEW_ONLY).value();
        List<Row> old = room.by(manager, () -> policies.rows(TABLE, shipped));
        publish(old, Reach.NEW_ONLY).value();

        assertThat(open().rows()).isEqualTo(old);
        assertThat(open().editions()).first().satisfies(edition -> assertThat(edition.reason()).isEqualTo("Consigne"));
    }

    @Test
    void manyVersionsCostAsManyStatementsAsOne() {
        int one = Statements.during(this::open).size();
        List.of("240", "24", "48").forEach(hours -> publish(hours(hours), Reach.NEW_ONLY).value());

        assertThat(Statements.during(() -> assertThat(open().editions()).hasSize(4))).hasSize(one);
    }

    @Test
    void whoEditedAnOlderVersionOverwritesNothing() {
        int seen = open().version();
        publish(hours("240"), Reach.NEW_ONLY).value();
        assertThat(room.by(manager, () -> policies.publish(TABLE, seen, hours("0"), "Consigne", Reach.NEW_ONLY,
                Set.of())).refusal()).isEqualTo(OperationsRefusal.TABLE_CHANGED);
    }

    @Test
    void ofTwoManagersWhoPublishAtOnceOneIsTold() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        Instant sealed = room.releaseOf(crate).minus(Duration.ofHours(72));
        int seen = open().version();
        List<List<Row>> wishes = List.of(hours("24"), hours("240"));
        List<Outcome<Published>> answers = Patience.atOnce(wishes.stream()
                .map(rows -> (Callable<Outcome<Published>>) () -> room.by(room.manager(), () -> policies.publish(TABLE,
                        seen, rows, "Consigne", Reach.ALL_RUNNING, Set.of()))).toList());

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isDone()).extracting(Outcome::refusal)
                .containsExactly(OperationsRefusal.TABLE_CHANGED);
        List<Row> won = wishes.get(answers.getFirst().isDone() ? 0 : 1);
        assertThat(open().rows()).isEqualTo(won);
        assertThat(room.releaseOf(crate)).isEqualTo(sealed.plus(Duration.ofHours(
                Long.parseLong(won.getFirst().then().getFirst()))));
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }
}

package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.PolicyCheck.Fault;
import org.passerelle.platform.process.PolicyCheck.Kind;
import org.passerelle.platform.process.PolicyShape.Row;
import org.passerelle.platform.process.PolicyTable;
import org.passerelle.platform.process.PolicyTable.Impact;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.support.Consistency;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A manager changes the quarantine's table: what is checked, what is foretold, what follows. */
class PoliciesTest extends CrateTests {

    private static final String TABLE = "quarantine-policy";

    @Autowired
    Policies policies;

    private CurrentUser manager;

    @BeforeEach
    void aManager() {
        manager = room.manager();
    }

    @Test
    void theShippedTableIsReadAsRowsAndHasNoFault() {
        Policy policy = open();
        assertThat(policy.rows()).hasSize(18);
        assertThat(policy.rows().getFirst().when()).containsExactly("BOOK", "false", "ORDINARY");
        assertThat(policy.rows().getFirst().then()).startsWith("72", "false");
        assertThat(faults(policy.rows())).isEmpty();
    }

    @Test
    void gapsAndOverlapsAreFoundByTryingEveryCase() {
        List<Row> rows = new ArrayList<>(open().rows());
        Row first = rows.removeFirst();
        assertThat(faults(rows)).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Kind.GAP);
            assertThat(gap.asked()).containsEntry("material", "BOOK").containsEntry("stacked", "false");
        });
        rows.addAll(List.of(first, first));
        assertThat(faults(rows)).singleElement().satisfies(overlap -> {
            assertThat(overlap.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(overlap.rows()).containsExactly(18, 19);
        });
    }

    @Test
    void hoursThatCannotBeAreRefusedWithTheirRow() {
        assertThat(faults(hours("-1"))).extracting(Fault::kind).containsOnly(Kind.OUT_OF_BOUNDS);
        assertThat(faults(hours("2161"))).extracting(Fault::kind).containsOnly(Kind.OUT_OF_BOUNDS);
        for (String odd : List.of("${x}", "+5", "007", "\u0665", "1e3", "", "9999999999")) {
            assertThat(faults(hours(odd))).as(odd).extracting(Fault::kind).containsOnly(Kind.NOT_A_NUMBER);
        }
        int before = open().version();
        assertThat(publish(hours("-1"), Reach.NEW_ONLY).refusal()).isEqualTo(OperationsRefusal.TABLE_FAULTY);
        assertThat(open().version()).isEqualTo(before);
    }

    @Test
    void aRowThatAsksForATreatmentAndAllowsNoneIsAFault() {
        List<Row> rows = new ArrayList<>(open().rows());
        rows.set(0, new Row(rows.getFirst().when(), List.of("72", "true", "false", "false", "false", "0"), ""));
        assertThat(faults(rows)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.NEED_UNMET);
            assertThat(fault.rows()).containsExactly(1);
            assertThat(fault.column()).isEqualTo("treatment");
        });
    }

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
    void aHostileNoteStaysText() {
        List<Row> rows = new ArrayList<>(open().rows());
        Row first = rows.getFirst();
        rows.set(0, new Row(first.when(), first.then(), "</description><text>1</text>\u00a0&lt;${1+1}"));
        publish(rows, Reach.NEW_ONLY).value();
        assertThat(open().rows().getFirst()).isEqualTo(rows.getFirst());
    }

    @Test
    void whatCannotBePrintedIsLeftOutOfNotesAndReasons() {
        List<Row> rows = new ArrayList<>(open().rows());
        Row first = rows.getFirst();
        rows.set(0, new Row(first.when(), first.then(), "Avant\u0000\u0001 \u202eaprès\uFFFF \uD800 fin"));
        room.by(manager, () -> policies.publish(TABLE, open().version(), rows, "Consigne\u0000 du\u0007 soir",
                Reach.NEW_ONLY, Set.of())).value();

        assertThat(open().rows().getFirst().note()).startsWith("Avant").contains("après").endsWith("fin")
                .doesNotContain("\u0000", "\u0001", "\u202e", "\uFFFF");
        assertThat(open().editions().getFirst().reason()).isEqualTo("Consigne  du  soir");
        Outcome<Published> blank = room.by(manager, () -> policies.publish(TABLE, open().version(), hours("1"), "\u0000 \u202e",
                Reach.NEW_ONLY, Set.of()));
        assertThat(blank.refusal()).isEqualTo(OperationsRefusal.REASON_MISSING);
    }

    @Test
    void whatIsTooLongOrTooMuchIsRefusedWithItsReason() {
        List<Row> rows = new ArrayList<>(open().rows());
        Row second = rows.get(1);
        rows.set(1, new Row(second.when(), second.then(), "n".repeat(Policies.LONGEST_NOTE + 1)));
        Outcome.Refused<Published> note = (Outcome.Refused<Published>) publish(rows, Reach.NEW_ONLY);
        assertThat(note.reason()).isEqualTo(OperationsRefusal.NOTE_TOO_LONG);
        assertThat(note.args()).containsExactly(2, Policies.LONGEST_NOTE);
        assertThat(room.by(manager, () -> policies.impact(TABLE, rows, Reach.ALL_RUNNING, Set.of())).refusal())
                .isEqualTo(OperationsRefusal.NOTE_TOO_LONG);
        List<Row> many = Collections.nCopies(Policies.MOST_ROWS + 1, second);
        assertThat(publish(many, Reach.NEW_ONLY).refusal()).isEqualTo(OperationsRefusal.TOO_MANY_ROWS);
        assertThat(room.by(manager, () -> policies.publish(TABLE, open().version(), hours("1"),
                "r".repeat(Policies.LONGEST_REASON + 1), Reach.NEW_ONLY, Set.of())).refusal())
                .isEqualTo(OperationsRefusal.REASON_TOO_LONG);
        assertThat(publish(hours("1"), Reach.CHOSEN).refusal()).isEqualTo(OperationsRefusal.NONE_CHOSEN);
        assertThat(publish(open().rows(), Reach.NEW_ONLY).refusal()).isEqualTo(OperationsRefusal.NOTHING_CHANGED);
    }

    @Test
    void ofTwoManagersWhoPublishAtOnceOneIsTold() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        Instant sealed = room.releaseOf(crate).minus(Duration.ofHours(72));
        int seen = open().version();
        List<List<Row>> wishes = List.of(hours("24"), hours("240"));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Outcome<Published>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Outcome<Published>> answer : threads.invokeAll(wishes.stream()
                    .map(rows -> (Callable<Outcome<Published>>) () -> {
                        start.await();
                        return room.by(room.manager(), () -> policies.publish(TABLE, seen, rows, "Consigne",
                                Reach.ALL_RUNNING, Set.of()));
                    }).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isDone()).extracting(Outcome::refusal)
                .containsExactly(OperationsRefusal.TABLE_CHANGED);
        List<Row> won = wishes.get(answers.getFirst().isDone() ? 0 : 1);
        assertThat(open().rows()).isEqualTo(won);
        assertThat(room.releaseOf(crate)).isEqualTo(sealed.plus(Duration.ofHours(
                Long.parseLong(won.getFirst().then().getFirst()))));
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void agentsMayNeitherReadNorPublish() {
        List<Row> rows = hours("0");
        assertThatThrownBy(() -> room.by(agent, () -> policies.open(TABLE))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(agent, policies::keys)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(agent, () -> policies.rows(TABLE, 1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(agent, () -> policies.faults(TABLE, rows)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(agent, () -> policies.impact(TABLE, rows, Reach.ALL_RUNNING, Set.of())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(agent, () -> policies.publish(TABLE, 1, rows, "?", Reach.ALL_RUNNING, Set.of())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Policy open() {
        return room.by(manager, () -> policies.open(TABLE)).orElseThrow();
    }

    private List<Fault> faults(List<Row> rows) {
        return room.by(manager, () -> policies.faults(TABLE, rows));
    }

    private Outcome<Published> publish(List<Row> rows, Reach reach) {
        return room.by(manager, () -> policies.publish(TABLE, open().version(), rows, "Consigne", reach, Set.of()));
    }

    private List<Row> hours(String hours) {
        return QuarantineRoom.hours(open(), hours);
    }
}

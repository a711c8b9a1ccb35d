package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyCheck.Kind;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.springframework.security.access.AccessDeniedException;

/** A manager edits the quarantine's table: what is read, checked and refused. */
class PoliciesTest extends PolicyTests {

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
}

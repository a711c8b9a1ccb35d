package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;

/** Several people at one returns desk in the same instant. */
class ScansAtOnceTest extends ReturnTests {

    @Test
    void ofTwoAgentsWhoScanTheSameCopyOneIsTold() throws Exception {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);

        List<Outcome<Scanned>> answers = atOnce(2, n -> room.tryToScan(agent, branch, book));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(QuarantineRefusal.ALREADY_IN_CRATE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void ofTwoAgentsWhoSealTheSameCrateOneIsTold() throws Exception {
        CrateId crate = room.scan(agent, branch, room.lentBook(branch, "Nana", NEXT_WEEK)).crate();

        List<Outcome<Instant>> answers = atOnce(2, n -> room.by(agent, () -> room.crateDesk.seal(crate)));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(CommonRefusal.ALREADY_DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void twentyScansAtOnceFillOneCrate() throws Exception {
        List<String> books = IntStream.range(0, 20).mapToObj(n -> room.lentBook(branch, "Livre " + n, NEXT_WEEK))
                .toList();

        List<Outcome<Scanned>> answers = atOnce(20, n -> room.tryToScan(agent, branch, books.get(n)));

        assertThat(answers).allMatch(Outcome::isDone);
        assertThat(answers.stream().map(answer -> answer.value().crate()).distinct()).hasSize(1);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void anUndoAndASealingAtOnceTakeTurns() throws Exception {
        for (int round = 0; round < 5; round++) {
            Scanned scanned = room.scan(agent, branch, room.lentBook(branch, "Livre " + round, NEXT_WEEK));

            List<Outcome<Object>> answers = atOnce(2, n -> n == 0
                    ? room.by(agent, () -> room.undoneScans.undo(scanned.id())).map(any -> any)
                    : room.by(agent, () -> room.crateDesk.seal(scanned.crate())).map(any -> any));

            assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
            assertThat(Consistency.faults(room.jdbc)).isEmpty();
        }
    }

    private interface Gesture<T> {
        Outcome<T> by(int person);
    }

    private static <T> List<Outcome<T>> atOnce(int people, Gesture<T> gesture) {
        return Patience.atOnce(IntStream.range(0, people)
                .<Callable<Outcome<T>>>mapToObj(person -> () -> gesture.by(person)).toList());
    }
}

package org.passerelle.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;

/** What a returns desk changes of loans and reservations, inside its own transaction. */
public interface LoanReturns {

    /**
     * Closes the loan that runs for that copy. Empty when it is not on loan; refused, and nothing has changed, when it had
     * not begun at the drop-off.
     *
     * @param droppedOff when the patron gave it back: what happens to it afterwards makes nobody late
     * @param zone       of the branch where it came back
     */
    Outcome<Optional<ClosedLoan>> close(UUID copy, Instant droppedOff, ZoneId zone);

    /** Whether it is known whose it was: that of a person who was erased never runs again. */
    boolean canRunAgain(UUID loan);

    /** The scan was a mistake: the loan runs again, and its copy is where it was. */
    void reopen(UUID loan, UUID copy);

    /**
     * A document of an uncollected bag, or one set aside that nobody wants, is in the hand of who puts it back. What was
     * the last of its case ends it right after, in another transaction.
     *
     * @param mayBeAwaited false where the caller has just seen that nobody waits for it: the queue is then asked only as
     *                     it reaches its shelf
     */
    Outcome<PutBack> putBack(CopyInfo copy, boolean mayBeAwaited);

    /**
     * It was put back by mistake.
     *
     * @param copy as it was before
     * @return the task in which it is put back; refused once somebody has taken it from its shelf, or it was the last of its case
     *         and that was done by somebody else, or a while ago
     */
    Outcome<TaskRef> notPutBack(CopyInfo copy);

    /**
     * @param left       documents of the same case still to put back
     * @param isSetAside whether it does not go to its shelf: somebody waits for it
     */
    record PutBack(String title, String shelfMark, int left, boolean isSetAside) {
    }

    /** The loans of a copy, the latest first; who borrowed it is not told. */
    List<PastLoan> loansOf(UUID copy);

    /** @param returnedAt the drop-off, or null while it runs */
    record PastLoan(Instant startedAt, LocalDate dueOn, Instant returnedAt) {
    }

    /** @param late whether the drop-off was after the due date */
    record ClosedLoan(UUID id, LocalDate dueOn, boolean late) {
    }
}

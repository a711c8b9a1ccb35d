package org.passerelle.circulation.queue.service;

import java.util.UUID;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.process.DeferredCompletions;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A copy that stood apart has been scanned at its shelf, and its case ends. */
@Component
class ShelfReturnEnding implements DeferredCompletions.Mover {

    private final ShelfReturnProcess process;
    private final DeferredCompletions settled;

    ShelfReturnEnding(ShelfReturnProcess process, DeferredCompletions settled) {
        this.process = process;
        this.settled = settled;
    }

    /** Whoever scans a pile does not wait for the engine. */
    void soon(UUID copy) {
        settled.add(ShelfReturnProcess.caseOf(copy));
    }

    /** The same copy is to be put back once more: what is left of the last time ends first. */
    void beforeTheNext(UUID copy) {
        if (settled.take(ShelfReturnProcess.caseOf(copy))) {
            moveOn(copy);
        }
    }

    @Override
    public String processKey() {
        return ShelfReturnProcess.KEY;
    }

    @Override
    public void moveOn(UUID copy) {
        if (!process.putBack(copy)) {
            throw new OptimisticLockingFailureException("copy " + copy + " has just been settled by somebody else");
        }
    }
}

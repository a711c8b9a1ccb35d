package org.passerelle.circulation.queue.service;

import java.util.UUID;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A copy that stood apart has been scanned at its shelf, and its case ends. */
@Component
class ShelfReturnEnding implements DeferredCommands.Handler {

    private final ShelfReturnProcess process;
    private final DeferredCommands deferred;

    ShelfReturnEnding(ShelfReturnProcess process, DeferredCommands deferred) {
        this.process = process;
        this.deferred = deferred;
    }

    /** Whoever scans a pile does not wait for the engine. */
    void soon(UUID copy) {
        deferred.add(ShelfReturnProcess.caseOf(copy));
    }

    /** It is not on its shelf after all. @return the task in which it is put back */
    TaskRef takeBack(UUID copy) {
        // What the engine has not heard yet it does not hear.
        deferred.take(ShelfReturnProcess.caseOf(copy));
        return process.notPutBack(copy);
    }

    /** The same copy is to be put back once more: what is left of the last time ends first. */
    void beforeTheNext(UUID copy) {
        if (deferred.take(ShelfReturnProcess.caseOf(copy))) {
            carryOut(copy);
        }
    }

    @Override
    public String processKey() {
        return ShelfReturnProcess.KEY;
    }

    @Override
    public void carryOut(UUID copy) {
        if (!process.putBack(copy)) {
            throw new OptimisticLockingFailureException("copy " + copy + " has just been deferred by somebody else");
        }
    }
}

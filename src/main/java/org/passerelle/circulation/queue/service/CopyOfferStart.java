package org.passerelle.circulation.queue.service;

import java.util.UUID;
import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.springframework.stereotype.Component;

/** A copy has been set aside, and its offer begins: a case of its own, whose failure stops no other. */
@Component
class CopyOfferStart implements DeferredCommands.Handler {

    private final CopyOfferProcess process;
    private final DeferredCommands deferred;

    CopyOfferStart(CopyOfferProcess process, DeferredCommands deferred) {
        this.process = process;
        this.deferred = deferred;
    }

    /** Whoever scans a pile does not wait for the engine. */
    void soon(UUID copy) {
        deferred.add(CopyOfferProcess.caseOf(copy));
    }

    @Override
    public String processKey() {
        return CopyOfferProcess.KEY;
    }

    @Override
    public void carryOut(UUID copy) {
        process.start(copy);
    }
}

package org.passerelle.quarantine.service;

import java.util.UUID;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.DeferredCommands;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The last of a crate is on its shelf: the crate is done with, and its case ends. */
@Component
class CrateEnding implements DeferredCommands.Handler {

    private final QuarantineProcess process;
    private final DeferredCommands deferred;
    private final CrateNews news;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    CrateEnding(QuarantineProcess process, DeferredCommands deferred, CrateNews news, ApplicationEventPublisher events,
                AppClock clock) {
        this.process = process;
        this.deferred = deferred;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever works on the task sees it done. */
    void now(Crate crate) {
        end(crate);
        carryOut(crate.id().value());
    }

    /** Whoever scans a pile does not wait for the engine. */
    void soon(Crate crate) {
        end(crate);
        deferred.add(QuarantineProcess.caseOf(crate.id()));
    }

    private void end(Crate crate) {
        crate.putAway(clock.instant());
        news.tell(crate, Channel.STAFF, "journal.quarantine.putAway");
    }

    @Override
    public String processKey() {
        return QuarantineProcess.KEY;
    }

    @Override
    public void carryOut(UUID crate) {
        if (!process.allPutAway(new CrateId(crate))) {
            throw new IllegalStateException("crate " + crate + " waits for nobody to put it away");
        }
        events.publishEvent(CrateNews.CRATE_TOPIC.of(crate));
    }
}

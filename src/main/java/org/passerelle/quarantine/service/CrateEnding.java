package org.passerelle.quarantine.service;

import java.util.UUID;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The last of a crate is on its shelf: the crate is done with, and its case ends. */
@Component
class CrateEnding implements DeferredCommands.Handler {

    private static final String DONE = "journal.quarantine.putAway";

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
        news.tell(crate, Channel.STAFF, DONE);
    }

    /** Whether it is done with by the person signed in, a moment ago. */
    boolean canBeTakenBack(Crate crate) {
        return crate.state() == CrateState.DONE && news.canBeTakenBack(crate, DONE);
    }

    /** Its last document is not on its shelf after all. */
    void takeBack(Crate crate) {
        crate.notPutAway();
        news.tell(crate, Channel.STAFF, "journal.quarantine.notPutAway");
        // What the engine has not heard yet it does not hear.
        deferred.take(QuarantineProcess.caseOf(crate.id()));
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

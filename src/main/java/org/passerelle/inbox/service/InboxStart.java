package org.passerelle.inbox.service;

import org.passerelle.platform.process.ProcessLifecycle;
import org.passerelle.platform.process.StartStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rebuilds the inbox at start where it does not agree with the engine, before any job or person moves a case. */
@Component
class InboxStart extends StartStep {

    private static final Logger log = LoggerFactory.getLogger(InboxStart.class);

    private final InboxKeeper keeper;

    InboxStart(InboxKeeper keeper) {
        super(ProcessLifecycle.DEPLOYED + 1);
        this.keeper = keeper;
    }

    @Override
    protected void run() {
        InboxKeeper.Comparison both = keeper.compare();
        if (!both.agrees()) {
            log.warn("of {} open tasks the inbox lacks {}, and it shows {} that are not open: it is rebuilt",
                    both.engineTasks(), both.missing(), both.extra());
            keeper.rebuild();
        }
    }
}

package org.passerelle.inbox.service;

import org.passerelle.platform.process.ProcessLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Rebuilds the inbox at start where it does not agree with the engine, before any job or person moves a case. */
@Component
class InboxStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxStart.class);

    private final InboxKeeper keeper;
    private volatile boolean running;

    InboxStart(InboxKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void start() {
        InboxKeeper.Comparison both = keeper.compare();
        if (!both.agrees()) {
            log.warn("of {} open tasks the inbox lacks {}, and it shows {} that are not open: it is rebuilt",
                    both.engineTasks(), both.missing(), both.extra());
            keeper.rebuild();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProcessLifecycle.DEPLOYED + 1;
    }
}

package org.passerelle.platform.retention;

import org.passerelle.platform.process.ProcessLifecycle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees to it at start that every kind of data has its next run, where jobs run by themselves. */
@Component
@ConditionalOnBooleanProperty(name = "passerelle.jobs.active", matchIfMissing = true)
class RetentionStart implements SmartLifecycle {

    private final Forgetting forgetting;
    private volatile boolean running;

    RetentionStart(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public void start() {
        forgetting.planMissingRuns();
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

    /** After the trial library has got its past, in which nothing is to be forgotten. */
    @Override
    public int getPhase() {
        return ProcessLifecycle.JOBS_RUN - 1;
    }
}

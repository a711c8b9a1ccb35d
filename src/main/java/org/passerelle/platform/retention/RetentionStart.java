package org.passerelle.platform.retention;

import org.passerelle.platform.process.ProcessLifecycle;
import org.passerelle.platform.process.StartStep;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Sees to it at start that every kind of data has its next run, where jobs run by themselves. */
@Component
@ConditionalOnBooleanProperty(name = "passerelle.jobs.active", matchIfMissing = true)
class RetentionStart extends StartStep {

    private final Forgetting forgetting;

    RetentionStart(Forgetting forgetting) {
        // after the trial library has got its past, in which nothing is to be forgotten
        super(ProcessLifecycle.JOBS_RUN - 1);
        this.forgetting = forgetting;
    }

    @Override
    protected void run() {
        forgetting.planMissingRuns();
    }
}

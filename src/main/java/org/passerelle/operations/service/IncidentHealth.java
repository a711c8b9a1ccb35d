package org.passerelle.operations.service;

import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells how many cases are held up. The product works on for all others: that is a detail, not an outage. */
@Component("incidentsHealthIndicator")
class IncidentHealth extends AbstractHealthIndicator {

    private final StuckSteps steps;
    private final DeferredCommands deferred;
    private final TransactionTemplate transaction;

    IncidentHealth(StuckSteps steps, DeferredCommands deferred, TransactionTemplate transaction) {
        this.steps = steps;
        this.deferred = deferred;
        this.transaction = transaction;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("stuckSteps", transaction.execute(status -> steps.count()))
                .withDetail("deferredCasesPostponed", deferred.postponed());
    }
}

package org.passerelle.inbox.service;

import org.passerelle.inbox.service.InboxKeeper.Comparison;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says whether the inbox shows the very tasks that the engine has open. */
@Component("inboxHealthIndicator")
class InboxHealth extends AbstractHealthIndicator {

    private final InboxKeeper keeper;

    InboxHealth(InboxKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Comparison both = keeper.compare();
        health.status(both.agrees() ? "UP" : "DOWN")
                .withDetail("engineTasks", both.engineTasks()).withDetail("missing", both.missing())
                .withDetail("extra", both.extra());
    }
}

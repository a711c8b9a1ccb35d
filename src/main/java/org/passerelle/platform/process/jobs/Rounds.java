package org.passerelle.platform.process.jobs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the product does by itself at intervals, by the machine's clock: only where jobs run by themselves too. */
@Configuration
@EnableScheduling
@ConditionalOnBooleanProperty(name = "passerelle.jobs.active", matchIfMissing = true)
class Rounds {
}

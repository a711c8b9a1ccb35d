package org.passerelle.platform.process;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second whether a case is settled: its task leaves the inbox at once, and after a restart too. */
@Component
class DeferredCompletionRounds {

    private final DeferredCompletionRunner moves;

    DeferredCompletionRounds(DeferredCompletionRunner moves) {
        this.moves = moves;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void moveOn() {
        moves.moveOn();
    }
}

package org.passerelle.platform.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves settled cases on, each in a transaction of its own: one failure stops no other, and is tried again. */
@Component
public class DeferredCompletionRunner {

    private static final Logger log = LoggerFactory.getLogger(DeferredCompletionRunner.class);

    private final DeferredCompletions settled;
    private final Map<String, DeferredCompletions.Mover> movers;
    private final TransactionTemplate transaction;

    DeferredCompletionRunner(DeferredCompletions settled, List<DeferredCompletions.Mover> movers, TransactionTemplate transaction) {
        this.settled = settled;
        this.movers = movers.stream().collect(Collectors.toMap(DeferredCompletions.Mover::processKey, Function.identity()));
        this.transaction = transaction;
    }

    public void moveOn() {
        for (CaseRef process : settled.due()) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (settled.take(process)) {
                        movers.get(process.processKey()).moveOn(process.id());
                    }
                });
            } catch (RuntimeException failed) {
                log.error("the settled case {} {} could not be moved on; it is tried again", process.processKey(),
                        process.id(), failed);
                settled.postpone(process);
            }
        }
    }
}

package org.passerelle.platform.process.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.process.CaseRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the engine what was left for right after, every second and after a restart too. Each command has a transaction of its
 * own: one failure stops no other, and is tried again.
 */
@Component
public class DeferredCommandRunner {

    private static final Logger log = LoggerFactory.getLogger(DeferredCommandRunner.class);

    private final DeferredCommands commands;
    private final Map<String, DeferredCommands.Handler> handlers;
    private final TransactionTemplate transaction;

    DeferredCommandRunner(DeferredCommands commands, List<DeferredCommands.Handler> handlers, TransactionTemplate transaction) {
        this.commands = commands;
        this.handlers = handlers.stream().collect(Collectors.toMap(DeferredCommands.Handler::processKey, Function.identity()));
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void carryOut() {
        for (CaseRef process : commands.due()) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (commands.take(process)) {
                        handlers.get(process.processKey()).carryOut(process.id());
                    }
                });
            } catch (RuntimeException failed) {
                log.error("what was left to be told to the case {} {} failed, and is tried again", process.processKey(),
                        process.id(), failed);
                commands.postpone(process);
            }
        }
    }
}

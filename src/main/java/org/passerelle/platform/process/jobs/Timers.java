package org.passerelle.platform.process.jobs;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.passerelle.platform.process.EngineCommands;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Timers that run, where a new rule gives them other instants. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timers {

    private static final int BATCH = 500;

    private final EngineCommands commands;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CommandExecutor engine;

    Timers(EngineCommands commands, ProcessEngine engine) {
        this.commands = commands;
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    /**
     * Sets the timers of that element to other instants, all in this transaction; cases that no longer wait there are
     * left alone.
     *
     * @param at the new instant of each case, by its id
     * @return how many timers were moved
     */
    public int move(String processKey, String elementId, Map<UUID, Instant> at) {
        return commands.run(() -> {
            Map<String, Job> timers = management.createJobQuery().timers().processDefinitionKey(processKey)
                    .activityId(elementId).list().stream()
                    .collect(Collectors.toMap(Job::getProcessInstanceId, timer -> timer));
            Map<String, Instant> moves = new HashMap<>();
            for (List<String> instances : batches(List.copyOf(timers.keySet()))) {
                runtime.createProcessInstanceQuery().processInstanceIds(Set.copyOf(instances)).list().forEach(instance -> {
                    Instant to = at.get(UUID.fromString(instance.getBusinessKey()));
                    if (to != null) {
                        moves.put(timers.get(instance.getId()).getId(), to);
                    }
                });
            }
            // One command around all of them: the engine then writes them in batches.
            engine.execute(context -> {
                moves.forEach((timer, to) -> management.setJobDuedate(timer, Date.from(to), false));
                return null;
            });
            return moves.size();
        });
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + BATCH))).toList();
    }
}

package org.passerelle.platform.process.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.steps.Step.State;
import org.passerelle.platform.process.steps.StepModel.Named;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the engine's history how far a case has come, in the steps that its model names. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepsOfCases {

    private final RepositoryService repository;
    private final HistoryService history;
    private final Map<String, StepModel> models = new ConcurrentHashMap<>();

    StepsOfCases(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.history = engine.getHistoryService();
    }

    /** Two statements, and one for each time that a case which had ended was taken back. Empty where its process names no steps, and once the engine's history is cleaned. */
    List<Step> of(CaseRef process) {
        List<HistoricProcessInstance> instances = instances(process);
        return instances.isEmpty() ? List.of()
                : steps(model(instances.getFirst()), been(instances), instances.getFirst().getEndTime() != null);
    }

    /** Latest first. */
    List<HistoricProcessInstance> instances(CaseRef process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process.processKey())
                .processInstanceBusinessKey(process.id().toString()).orderByProcessInstanceStartTime().desc().list();
    }

    /**
     * Where the case has been and is, oldest first. What ended and was taken back runs again from where it was: it has no
     * start of its own, and what came before belongs to it.
     *
     * @param instances of the case, latest first
     */
    List<HistoricActivityInstance> been(List<HistoricProcessInstance> instances) {
        List<HistoricActivityInstance> been = new ArrayList<>();
        for (HistoricProcessInstance instance : instances) {
            List<HistoricActivityInstance> own = history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                    .orderPartiallyByOccurrence().asc().list();
            been.addAll(0, own);
            if (own.stream().anyMatch(activity -> activity.getActivityType().equals(ActivityTypes.START_EVENT)
                    && instance.getId().equals(activity.getParentActivityInstanceId()))) {
                break;
            }
        }
        return been.stream().sorted(Comparator.comparing(StepsOfCases::endedAt)).toList();
    }

    private static Instant endedAt(HistoricActivityInstance activity) {
        return activity.getEndTime() == null ? Instant.MAX : activity.getEndTime().toInstant();
    }

    /** A case that began before its model named steps is told by those of the model that holds now. */
    private StepModel model(HistoricProcessInstance instance) {
        return models.computeIfAbsent(instance.getProcessDefinitionId(), definition -> {
            StepModel own = new StepModel(repository.getBpmnModelInstance(definition));
            return !own.steps().isEmpty() ? own : new StepModel(repository.getBpmnModelInstance(
                    repository.createProcessDefinitionQuery().processDefinitionKey(instance.getProcessDefinitionKey())
                            .latestVersion().singleResult().getId()));
        });
    }

    private static List<Step> steps(StepModel model, List<HistoricActivityInstance> been, boolean ended) {
        Set<String> active = been.stream().filter(activity -> activity.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId).map(model::stepOf).collect(Collectors.toSet());
        Map<String, HistoricActivityInstance> left = new HashMap<>();
        been.stream().filter(activity -> activity.getEndTime() != null).forEach(activity -> left.merge(
                String.valueOf(model.stepOf(activity.getActivityId())), activity, (before, later) ->
                        model.isEnd(later.getActivityId()) ? before : later));
        // What was interrupted last is not done, however far it had come.
        left.values().removeIf(last -> last.isCanceled() && !model.stops(last.getActivityId()));
        List<Named> named = model.steps().stream()
                .filter(step -> !step.rare() || active.contains(step.name()) || left.containsKey(step.name())).toList();
        int current = current(named, active, left, ended);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            steps.add(step(model, named.get(i), active.contains(named.get(i).name()) ? null : left.get(named.get(i).name()),
                    i == current ? State.CURRENT : i < current ? State.SKIPPED : State.TO_COME));
        }
        return steps;
    }

    /** The first step where the case stands; between two of them, the one that follows. */
    private static int current(List<Named> named, Set<String> active, Map<String, ?> left, boolean ended) {
        if (ended) {
            return named.size();
        }
        int afterLast = 0;
        for (int i = 0; i < named.size(); i++) {
            if (active.contains(named.get(i).name())) {
                return i;
            }
            afterLast = left.containsKey(named.get(i).name()) ? i + 1 : afterLast;
        }
        return afterLast;
    }

    private static Step step(StepModel model, Named named, HistoricActivityInstance left, State otherwise) {
        if (left == null || otherwise == State.CURRENT) {
            return new Step(model.messageKey(named), otherwise, null, null, null);
        }
        boolean stopped = model.stops(left.getActivityId());
        return new Step(model.messageKey(named), stopped ? State.STOPPED : State.DONE, left.getEndTime().toInstant(),
                stopped ? model.textOf(left.getActivityId()) : null, null);
    }
}

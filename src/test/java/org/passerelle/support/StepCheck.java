package org.passerelle.support;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.steps.StepModel;
import org.passerelle.platform.process.steps.StepModel.Named;

/** A model names its steps, and says of each place where a case may stand or end to which of them it belongs. */
final class StepCheck {

    private final Messages messages;
    private final BpmnModelInstance model;
    private final Process process;
    private final StepModel steps;

    StepCheck(Messages messages, BpmnModelInstance model, Process process) {
        this.messages = messages;
        this.model = model;
        this.process = process;
        this.steps = new StepModel(model);
    }

    List<String> problems() {
        String id = process.getId();
        if (steps.steps().isEmpty()) {
            return StepModel.property(process, StepModel.NO_STEPS).filter(why -> !why.isBlank()).isPresent() ? List.of()
                    : List.of(id + ": names no steps, and does not say why (noSteps)");
        }
        List<String> problems = new ArrayList<>();
        if (steps.steps().size() < 3 || steps.steps().size() > 8) {
            problems.add(id + ": " + steps.steps().size() + " steps, not 3 to 8");
        }
        List<String> named = steps.steps().stream().map(Named::name).toList();
        List<FlowNode> nodes = List.copyOf(model.getModelElementsByType(FlowNode.class));
        for (Named step : steps.steps()) {
            if (!messages.has(steps.messageKey(step))) {
                problems.add(id + ": no key " + steps.messageKey(step) + " in both languages (" + step.name() + ")");
            }
            if (nodes.stream().noneMatch(node -> step.name().equals(steps.stepOf(node.getId())))) {
                problems.add(id + ": nothing belongs to the step " + step.name());
            }
        }
        for (FlowNode node : nodes) {
            String step = steps.stepOf(node.getId());
            if (step != null && !named.contains(step)) {
                problems.add(node.getId() + ": no step " + step);
            } else if (step == null && mayStandOrEnd(node)) {
                problems.add(node.getId() + ": belongs to no step");
            }
        }
        return problems;
    }

    private static boolean mayStandOrEnd(FlowNode node) {
        return node instanceof UserTask || node instanceof EventBasedGateway || node instanceof IntermediateCatchEvent
                || node instanceof EndEvent || node instanceof BoundaryEvent && !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }
}

package org.passerelle.platform.process.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a diagram shows, for who reads it in words: what may come right after where a case stands. */
final class DiagramText {

    private final BpmnModelInstance model;
    private final Set<String> next = new LinkedHashSet<>();
    private final Set<FlowNode> passedThrough = new LinkedHashSet<>();

    private DiagramText(BpmnModelInstance model) {
        this.model = model;
    }

    /** Ids of the elements with a name that a case on these may come to next, through gateways, in and out of scopes. */
    static List<String> after(BpmnModelInstance model, Collection<String> active) {
        DiagramText text = new DiagramText(model);
        active.stream().sorted().map(id -> (ModelElementInstance) model.getModelElementById(id))
                .filter(FlowNode.class::isInstance).map(FlowNode.class::cast).forEach(text::leave);
        active.stream().sorted().map(id -> (ModelElementInstance) model.getModelElementById(id))
                .filter(FlowNode.class::isInstance).forEach(text::interruptions);
        text.next.removeAll(active);
        return new ArrayList<>(text.next);
    }

    /** Whether people know it by a name; gateways ask, and are passed at once. */
    static boolean isTold(FlowElement element) {
        return element instanceof FlowNode && !(element instanceof Gateway) && !(element instanceof SubProcess)
                && element.getName() != null && !element.getName().isBlank();
    }

    private void leave(FlowNode node) {
        if (!passedThrough.add(node)) {
            return;
        }
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(this::reach);
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess scope) {
            leave(scope);
        }
    }

    private void reach(FlowNode node) {
        if (isTold(node)) {
            next.add(node.getId());
        } else if (node instanceof SubProcess scope) {
            scope.getFlowElements().stream().filter(StartEvent.class::isInstance).map(FlowNode.class::cast).forEach(this::leave);
        } else {
            leave(node);
        }
    }

    private void interruptions(ModelElementInstance element) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at instanceof Activity activity) {
                model.getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(activity)).filter(DiagramText::isTold)
                        .forEach(event -> next.add(event.getId()));
            }
        }
    }
}

package org.passerelle.platform.process.steps;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * How a model groups its elements into the steps that people follow. The process has a property {@code steps}, their
 * names in order; one in brackets is shown only once a case has come to it. An element has a property {@code step}: the
 * step it belongs to; or {@code stopsAt}: the step which a case that gets there does not reach. A process that nobody
 * follows says why in {@code noSteps}.
 */
public final class StepModel {

    public static final String STEPS = "steps";
    public static final String STEP = "step";
    public static final String STOPS_AT = "stopsAt";
    public static final String NO_STEPS = "noSteps";

    private final String process;
    private final List<Named> steps;
    private final Map<String, String> stepOf = new HashMap<>();
    private final Map<String, String> stoppedBy = new HashMap<>();
    private final Collection<String> outerEnds;

    /** @param rare shown only once a case has come to it */
    public record Named(String name, boolean rare) {

        static Named of(String written) {
            boolean rare = written.startsWith("(") && written.endsWith(")");
            return new Named(rare ? written.substring(1, written.length() - 1) : written, rare);
        }
    }

    public StepModel(BpmnModelInstance model) {
        Process definition = model.getModelElementsByType(Process.class).iterator().next();
        process = definition.getId();
        steps = property(definition, STEPS).stream().flatMap(names -> Stream.of(names.trim().split("\\s+"))).map(Named::of)
                .toList();
        model.getModelElementsByType(FlowNode.class).forEach(node -> {
            property(node, STEP).ifPresent(step -> stepOf.put(node.getId(), step));
            property(node, STOPS_AT).ifPresent(step -> stoppedBy.put(node.getId(), step));
        });
        outerEnds = model.getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getParentElement() == definition).map(BaseElement::getId).toList();
    }

    public static Optional<String> property(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue).findFirst();
    }

    public List<Named> steps() {
        return steps;
    }

    public String messageKey(Named step) {
        return messageKey(process, step.name());
    }

    static String messageKey(String process, String step) {
        return "process." + process + ".step." + step;
    }

    /** The step that an element belongs to, or that it stops a case short of; null where it has none. */
    public String stepOf(String element) {
        return stepOf.getOrDefault(element, stoppedBy.get(element));
    }

    boolean stops(String element) {
        return stoppedBy.containsKey(element);
    }

    /** The case as a whole ends there: what it ended with may have been long before. */
    boolean isEnd(String element) {
        return outerEnds.contains(element);
    }

    String textOf(String element) {
        return "process." + process + "." + element;
    }
}

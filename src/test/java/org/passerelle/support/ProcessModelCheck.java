package org.passerelle.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.ui.cases.TaskForms;
import org.springframework.context.ApplicationContext;

/** What a process model must hold in itself: everything drawn, named, and bound to a bean, a form or a table. */
final class ProcessModelCheck {

    private static final Pattern ELEMENT_ID = Pattern.compile("[a-z]+_[a-z][A-Za-z0-9]*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z]\\w*)}");

    private final ApplicationContext beans;
    private final Messages messages;
    private final BpmnModelInstance model;
    private final Process process;
    private final List<String> problems = new ArrayList<>();

    ProcessModelCheck(ApplicationContext beans, Messages messages, BpmnModelInstance model, Process process) {
        this.beans = beans;
        this.messages = messages;
        this.model = model;
        this.process = process;
    }

    List<String> problems(String file) {
        theProcess(file);
        Set<String> drawn = Stream.concat(
                model.getModelElementsByType(BpmnShape.class).stream().map(shape -> shape.getBpmnElement()),
                model.getModelElementsByType(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement()))
                .map(BaseElement::getId).collect(Collectors.toSet());
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                drawnAndNamed(element, drawn);
            }
        }
        model.getModelElementsByType(ServiceTask.class).forEach(task -> delegate(task, task.getDomElement()));
        model.getModelElementsByType(SendTask.class).forEach(task -> delegate(task, task.getDomElement()));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(this::businessRule);
        model.getModelElementsByType(MessageEventDefinition.class).forEach(this::thrownMessage);
        model.getModelElementsByType(ScriptTask.class).forEach(task -> problems.add(task.getId() + ": a script"));
        model.getModelElementsByType(UserTask.class).forEach(this::userTask);
        expressionsAndListeners(model.getDocument().getRootElement(), file);
            if (!model.getModelElementsByType(UserTask.class).isEmpty() && beans.getBeansOfType(TaskDescriber.class)
                .values().stream().filter(d -> d.processKey().equals(process.getId())).count() != 1) {
            problems.add(process.getId() + ": no TaskDescriber");
        }
        return problems;
    }

    private void theProcess(String file) {
        if (!file.equals(process.getId() + ".bpmn")) {
            problems.add(process.getId() + ": the file is named " + file);
        }
        if (!process.isExecutable()) {
            problems.add(process.getId() + ": not executable");
        }
        if (!ModelConventions.livesAtMost120Days(process.getCamundaHistoryTimeToLiveString())) {
            problems.add(process.getId() + ": no history time to live");
        }
        key(process.getId(), "process." + process.getId(), process.getName());
    }

    private void drawnAndNamed(FlowElement element, Set<String> drawn) {
        if (element instanceof FlowNode && !ELEMENT_ID.matcher(element.getId()).matches()) {
            problems.add(element.getId() + ": an element id reads as user_pickDocuments");
        }
        if (!drawn.contains(element.getId())) {
            problems.add(element.getId() + ": not drawn");
        }
        if (element.getName() != null && !element.getName().isBlank()) {
            key(element.getId(), "process." + process.getId() + "." + element.getId(), element.getName());
        } else if (element instanceof UserTask) {
            problems.add(element.getId() + ": a user task has a name");
        }
    }

    private void key(String id, String key, String text) {
        if (!messages.has(key)) {
            problems.add(id + ": no key " + key + " in both languages (" + text + ")");
        }
    }

    private void delegate(BaseElement element, DomElement implementation) {
        String expression = ModelExpressions.camunda(implementation, "delegateExpression");
        Matcher bean = BEAN.matcher(expression == null ? "" : expression);
        if (!bean.matches() || Stream.of("class", "expression", "type", "topic")
                .anyMatch(other -> ModelExpressions.camunda(implementation, other) != null)) {
            problems.add(element.getId() + ": needs a delegate expression ${beanName}");
        } else if (!beans.containsBean(bean.group(1))
                || !JavaDelegate.class.isAssignableFrom(beans.getType(bean.group(1)))) {
            problems.add(element.getId() + ": no bean " + bean.group(1));
        }
    }

    private void businessRule(BusinessRuleTask task) {
        String table = ModelExpressions.camunda(task.getDomElement(), "decisionRef");
        if (table == null) {
            delegate(task, task.getDomElement());
        } else if (!beans.getResource("classpath:bpmn/" + table + ".dmn").exists()) {
            problems.add(task.getId() + ": no table " + table);
        }
    }

    private void thrownMessage(MessageEventDefinition definition) {
        if (definition.getParentElement() instanceof IntermediateThrowEvent
                || definition.getParentElement() instanceof EndEvent) {
            delegate((BaseElement) definition.getParentElement(), definition.getDomElement());
        }
    }

    private void userTask(UserTask task) {
        String form = task.getCamundaFormKey();
        if (form == null) {
            problems.add(task.getId() + ": no form key");
        } else if (beans.getBeansOfType(TaskForms.class).values().stream()
                .filter(forms -> forms.formKey().equals(form)).count() != 1) {
            problems.add(task.getId() + ": nothing draws the form " + form);
        }
        audience(task, task.getCamundaCandidateGroupsList());
    }

    /** A role, a duty, or one person by a variable and who has it when that person has left. */
    private void audience(UserTask task, List<String> groups) {
        String person = task.getCamundaAssignee();
        if (groups.isEmpty()) {
            problems.add(task.getId() + (person == null ? ": no candidate group"
                    : ": no candidate group for when the person has left"));
        }
        groups.stream().filter(group -> !TaskAudience.known().contains(group))
                .forEach(group -> problems.add(task.getId() + ": " + group + " is no role and no duty"));
        if (groups.stream().map(TaskAudience::isDuty).distinct().count() > 1) {
            problems.add(task.getId() + ": a duty beside a role, which everybody of it would see");
        }
        if (person != null && !BEAN.matcher(person).matches() || !task.getCamundaCandidateUsersList().isEmpty()) {
            problems.add(task.getId() + ": names a person otherwise than by a variable");
        }
    }

    private void expressionsAndListeners(DomElement element, String owner) {
        String id = element.getAttribute("id") != null ? element.getAttribute("id") : owner;
        String name = element.getLocalName();
        if (name.endsWith("Listener") && BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI())
                && !BEAN.matcher(String.valueOf(element.getAttribute("delegateExpression"))).matches()) {
            problems.add(id + ": a listener has an expression, a class or a script");
        }
        if (name.equals("script") && BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI())) {
            problems.add(id + ": a script");
        }
        ModelExpressions.expressionsOf(element).filter(expression -> expression.matches(".*\\w\\s*\\(.*"))
                .forEach(expression -> problems.add(
                        (name.equals("conditionExpression") ? owner : id) + ": " + expression + " calls something"));
        element.getChildElements().forEach(child -> expressionsAndListeners(child, id));
    }
}

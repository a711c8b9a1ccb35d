package org.passerelle.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.TaskForms;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a model must keep so that the five things of a process match; each breach is told in one line. */
public class ModelConventions {

    private static final Pattern ELEMENT_ID = Pattern.compile("[a-z]+_[a-z][A-Za-z0-9]*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z]\\w*)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Set<String> EXPRESSION_WORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private final ApplicationContext beans;
    private final Messages messages;

    public ModelConventions(ApplicationContext beans, Messages messages) {
        this.beans = beans;
        this.messages = messages;
    }

    public List<String> problemsOfProcess(String file, InputStream content) {
        BpmnModelInstance model = Bpmn.readModelFromStream(content);
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            return List.of(file + ": holds " + processes.size() + " processes");
        }
        return new ProcessCheck(model, processes.iterator().next()).problems(file);
    }

    public List<String> problemsOfTable(String file, InputStream content) {
        List<String> problems = new ArrayList<>();
        DmnModelInstance model = Dmn.readModelFromStream(content);
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(decision -> file.equals(decision.getId() + ".dmn"))) {
            problems.add(file + ": no decision with this name");
        }
        for (Decision decision : decisions) {
            String id = decision.getId();
            if (!livesAtMost120Days(decision.getCamundaHistoryTimeToLiveString())) {
                problems.add(id + ": no history time to live");
            }
            List<String> keys = new ArrayList<>(List.of("decision." + id));
            for (Input input : model.getModelElementsByType(Input.class)) {
                String name = input.getInputExpression().getText().getTextContent();
                if (!name.matches("[A-Za-z]\\w*")) {
                    problems.add(id + ": input " + name + " is no plain name");
                } else {
                    keys.add("decision." + id + "." + name);
                }
            }
            for (Output output : model.getModelElementsByType(Output.class)) {
                keys.add("decision." + id + "." + output.getName());
            }
            keys.stream().filter(key -> !messages.has(key))
                    .forEach(key -> problems.add(id + ": no key " + key + " in both languages"));
        }
        return problems;
    }

    private static boolean livesAtMost120Days(String period) {
        try {
            if (period == null || period.matches("\\d+")) {
                return period != null && Integer.parseInt(period) <= 120;
            }
            Period lives = Period.parse(period);
            return lives.toTotalMonths() == 0 && lives.getDays() <= 120;
        } catch (DateTimeParseException | ArithmeticException e) {
            return false;
        }
    }

    private final class ProcessCheck {

        private final BpmnModelInstance model;
        private final Process process;
        private final List<String> problems = new ArrayList<>();

        ProcessCheck(BpmnModelInstance model, Process process) {
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
            theClass();
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
            if (!livesAtMost120Days(process.getCamundaHistoryTimeToLiveString())) {
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
            String expression = camunda(implementation, "delegateExpression");
            Matcher bean = BEAN.matcher(expression == null ? "" : expression);
            if (!bean.matches() || Stream.of("class", "expression", "type", "topic")
                    .anyMatch(other -> camunda(implementation, other) != null)) {
                problems.add(element.getId() + ": needs a delegate expression ${beanName}");
            } else if (!beans.containsBean(bean.group(1))
                    || !JavaDelegate.class.isAssignableFrom(beans.getType(bean.group(1)))) {
                problems.add(element.getId() + ": no bean " + bean.group(1));
            }
        }

        private void businessRule(BusinessRuleTask task) {
            String table = camunda(task.getDomElement(), "decisionRef");
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
            if (task.getCamundaCandidateGroupsList().isEmpty()) {
                problems.add(task.getId() + ": no candidate group");
            }
            task.getCamundaCandidateGroupsList().stream()
                    .filter(group -> Stream.of(Role.values()).noneMatch(role -> role.name().equals(group)))
                    .forEach(group -> problems.add(task.getId() + ": " + group + " is no role"));
            if (task.getCamundaAssignee() != null || !task.getCamundaCandidateUsersList().isEmpty()) {
                problems.add(task.getId() + ": names a person");
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
            expressionsOf(element).filter(expression -> expression.matches(".*\\w\\s*\\(.*"))
                    .forEach(expression -> problems.add(
                            (name.equals("conditionExpression") ? owner : id) + ": " + expression + " calls something"));
            element.getChildElements().forEach(child -> expressionsAndListeners(child, id));
        }

        private void theClass() {
            List<Class<?>> found = classesNamed(className());
            if (found.size() != 1) {
                problems.add("no one class " + className());
                return;
            }
            Set<String> texts = new HashSet<>();
            Set<String> variables = new HashSet<>();
            constants(found.getFirst(), texts, variables);
            compare("messages", texts(Message.class, message -> ((Message) message).getName()),
                    starting(texts, process.getId() + "."));
            texts(Message.class, message -> ((Message) message).getName()).stream()
                    .filter(message -> !message.startsWith(process.getId() + "."))
                    .forEach(message -> problems.add(message + ": a message name begins with " + process.getId() + "."));
            compare("user tasks", texts(UserTask.class, BaseElement::getId), starting(texts, "user_"));
            texts(Error.class, error -> ((Error) error).getErrorCode()).stream().filter(code -> !texts.contains(code))
                    .forEach(code -> problems.add(code + ": no constant of " + className()));
            variables.addAll(declared(model.getDocument().getRootElement()));
            used(model.getDocument().getRootElement()).stream().filter(used -> !variables.contains(used))
                    .forEach(used -> problems.add(used + ": no variable of " + className()));
        }

        private void compare(String what, Set<String> ofModel, Set<String> ofClass) {
            if (!ofModel.equals(ofClass)) {
                problems.add(what + " of the model " + ofModel + ", of " + className() + " " + ofClass);
            }
        }

        private String className() {
            return Stream.of(process.getId().split("-"))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining("", "", "Process"));
        }

        private <E extends BaseElement> Set<String> texts(Class<E> type,
                                                          Function<BaseElement, String> text) {
            return model.getModelElementsByType(type).stream().map(text).collect(Collectors.toCollection(TreeSet::new));
        }

        /** Variables that the model itself makes. */
        private static Set<String> declared(DomElement element) {
            Set<String> names = new HashSet<>();
            for (String attribute : List.of("resultVariable", "elementVariable", "errorCodeVariable")) {
                if (camunda(element, attribute) != null) {
                    names.add(camunda(element, attribute));
                }
            }
            names.addAll(Set.of("loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances"));
            element.getChildElements().forEach(child -> names.addAll(declared(child)));
            return names;
        }

        /** First names in expressions, but for those that name a bean. */
        private static Set<String> used(DomElement element) {
            Set<String> names = new TreeSet<>();
            if (!element.getLocalName().endsWith("Listener") && camunda(element, "expression") == null) {
                expressionsOf(element)
                        .filter(expression -> !expression.equals(camunda(element, "delegateExpression")))
                        .forEach(expression -> {
                            Matcher name = NAME.matcher(expression.replaceAll("'[^']*'|\"[^\"]*\"", ""));
                            while (name.find()) {
                                if (!EXPRESSION_WORDS.contains(name.group())) {
                                    names.add(name.group());
                                }
                            }
                        });
            }
            element.getChildElements().forEach(child -> names.addAll(used(child)));
            return names;
        }
    }

    private static Set<String> starting(Set<String> texts, String start) {
        return texts.stream().filter(text -> text.startsWith(start)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String camunda(DomElement element, String attribute) {
        return element.getAttribute(BpmnModelConstants.CAMUNDA_NS, attribute);
    }

    private static Stream<String> expressionsOf(DomElement element) {
        Stream<String> attributes = Stream.of("delegateExpression", "expression", "dueDate", "followUpDate", "priority",
                "assignee", "candidateUsers", "candidateGroups", "collection", "formKey", "businessKey", "variables",
                "calledElement", "decisionRef", "topic", "jobPriority", "name", "errorMessage")
                .flatMap(name -> Stream.of(String.valueOf(camunda(element, name)), String.valueOf(element.getAttribute(name))));
        Stream<String> text = element.getChildElements().isEmpty() ? Stream.of(element.getTextContent()) : Stream.of();
        return Stream.concat(attributes, text).flatMap(value -> EXPRESSION.matcher(value).results())
                .map(MatchResult::group).distinct();
    }

    private static void constants(Class<?> type, Set<String> texts, Set<String> variables) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    switch (field.get(null)) {
                        case String text -> texts.add(text);
                        case Variable<?> variable -> variables.add(variable.name());
                        case null, default -> { }
                    }
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        Stream.of(type.getDeclaredClasses()).forEach(nested -> constants(nested, texts, variables));
    }

    private static List<Class<?>> classesNamed(String simpleName) {
        try {
            List<Class<?>> found = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/passerelle/**/" + simpleName + ".class")) {
                String path = file.getURL().getPath();
                found.add(Class.forName(path.substring(path.lastIndexOf("org/passerelle"), path.length() - ".class".length())
                        .replace('/', '.')));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.passerelle.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.passerelle.platform.process.Variable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a process model and its one class must say alike: messages, user tasks, errors and variables. */
final class ProcessClassCheck {

    private final BpmnModelInstance model;
    private final Process process;
    private final List<String> problems = new ArrayList<>();

    ProcessClassCheck(BpmnModelInstance model, Process process) {
        this.model = model;
        this.process = process;
    }

    List<String> problems() {
        List<Class<?>> found = classesNamed(className());
        if (found.size() != 1) {
            problems.add("no one class " + className());
            return problems;
        }
        Set<String> texts = new HashSet<>();
        Map<String, Class<?>> types = new HashMap<>();
        constants(found.getFirst(), texts, types);
        Set<String> variables = new HashSet<>(types.keySet());
        people(types);
        compare("messages", texts(Message.class, message -> ((Message) message).getName()),
                starting(texts, process.getId() + "."));
        texts(Message.class, message -> ((Message) message).getName()).stream()
                .filter(message -> !message.startsWith(process.getId() + "."))
                .forEach(message -> problems.add(message + ": a message name begins with " + process.getId() + "."));
        compare("user tasks", texts(UserTask.class, BaseElement::getId), starting(texts, "user_"));
        texts(Error.class, error -> ((Error) error).getErrorCode()).stream().filter(code -> !texts.contains(code))
                .forEach(code -> problems.add(code + ": no constant of " + className()));
        variables.addAll(ModelExpressions.declared(model.getDocument().getRootElement()));
        ModelExpressions.used(model.getDocument().getRootElement()).stream().filter(used -> !variables.contains(used))
                .forEach(used -> problems.add(used + ": no variable of " + className()));
        return problems;
    }

    /** A task names a person by an account's id, and by nothing else. */
    private void people(Map<String, Class<?>> types) {
        model.getModelElementsByType(UserTask.class).forEach(task -> {
            String person = task.getCamundaAssignee();
            if (person != null && person.matches("\\$\\{\\w+}")
                    && types.get(person.substring(2, person.length() - 1)) != UUID.class) {
                problems.add(task.getId() + ": " + person + " is no person's account of " + className());
            }
        });
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

    private static Set<String> starting(Set<String> texts, String start) {
        return texts.stream().filter(text -> text.startsWith(start)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void constants(Class<?> type, Set<String> texts, Map<String, Class<?>> variables) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    switch (field.get(null)) {
                        case String text -> texts.add(text);
                        case Variable<?> variable -> variables.put(variable.name(), variable.type());
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

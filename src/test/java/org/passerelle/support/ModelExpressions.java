package org.passerelle.support;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The expressions of a model, and the names that they use. */
final class ModelExpressions {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Set<String> EXPRESSION_WORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private ModelExpressions() {
    }

    /** Variables that the model itself makes. */
    static Set<String> declared(DomElement element) {
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
    static Set<String> used(DomElement element) {
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

    static String camunda(DomElement element, String attribute) {
        return element.getAttribute(BpmnModelConstants.CAMUNDA_NS, attribute);
    }

    static Stream<String> expressionsOf(DomElement element) {
        Stream<String> attributes = Stream.of("delegateExpression", "expression", "dueDate", "followUpDate", "priority",
                "assignee", "candidateUsers", "candidateGroups", "collection", "formKey", "businessKey", "variables",
                "calledElement", "decisionRef", "topic", "jobPriority", "name", "errorMessage")
                .flatMap(name -> Stream.of(String.valueOf(camunda(element, name)), String.valueOf(element.getAttribute(name))));
        Stream<String> text = element.getChildElements().isEmpty() ? Stream.of(element.getTextContent()) : Stream.of();
        return Stream.concat(attributes, text).flatMap(value -> EXPRESSION.matcher(value).results())
                .map(MatchResult::group).distinct();
    }
}

package org.passerelle.platform.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Row;

/**
 * A table's DMN, read as rows and written from rows. Only values that were checked against the table's columns are
 * written, each as a literal: no expression that somebody typed reaches the engine.
 */
final class PolicyDocument {

    private final PolicyShape table;
    private final DmnModelInstance model;

    private PolicyDocument(PolicyShape table, DmnModelInstance model) {
        this.table = table;
        this.model = model;
    }

    static PolicyDocument of(PolicyShape table, String xml) {
        return new PolicyDocument(table,
                Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    List<Row> rows() {
        return decisions().getRules().stream().map(this::row).toList();
    }

    private Row row(Rule rule) {
        List<String> when = new ArrayList<>();
        rule.getInputEntries().forEach(entry -> when.add(condition(text(entry.getText()))));
        List<OutputEntry> said = List.copyOf(rule.getOutputEntries());
        List<String> columns = decisions().getOutputs().stream().map(Output::getName).toList();
        List<String> then = table.outputs().stream().map(output -> columns.contains(output.name())
                ? answer(output, text(said.get(columns.indexOf(output.name())).getText())) : output.unsaid()).toList();
        return new Row(when, then, rule.getDescription() == null ? "" : rule.getDescription().getTextContent());
    }

    private static String condition(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return null;
        }
        return unquoted(text);
    }

    private static String answer(PolicyShape.Output output, String text) {
        return output.isWord() ? unquoted(text) : text;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    /** The same table with these rows instead. @throws IllegalArgumentException when they have faults */
    String with(List<Row> rows) {
        if (!PolicyCheck.faults(table, rows).isEmpty()) {
            throw new IllegalArgumentException("a table with faults is not written");
        }
        DecisionTable decisions = decisions();
        List.copyOf(decisions.getRules()).forEach(decisions::removeChildElement);
        addColumns(decisions);
        for (int number = 1; number <= rows.size(); number++) {
            decisions.addChildElement(rule("rule_" + number, rows.get(number - 1)));
        }
        return Dmn.convertToString(model);
    }

    /** Those that came after the version this is written from. */
    private void addColumns(DecisionTable decisions) {
        List<String> columns = decisions.getOutputs().stream().map(Output::getName).toList();
        table.outputs().stream().filter(output -> !columns.contains(output.name())).forEach(missing -> {
            Output column = element(Output.class, "output_" + missing.name());
            column.setName(missing.name());
            column.setLabel(missing.name());
            column.setTypeRef(switch (missing.kind()) {
                case FLAG -> "boolean";
                case NUMBER -> "integer";
                case CHOICE, CHOICES -> "string";
            });
            decisions.getOutputs().add(column);
        });
    }

    private Rule rule(String id, Row row) {
        Rule rule = element(Rule.class, id);
        if (!row.note().isBlank()) {
            Description note = model.newInstance(Description.class);
            note.setTextContent(row.note().strip());
            rule.setDescription(note);
        }
        for (int i = 0; i < table.inputs().size(); i++) {
            InputEntry entry = element(InputEntry.class, id + "_" + table.inputs().get(i).name());
            entry.setText(words(literal(table.inputs().get(i), row.when().get(i))));
            rule.getInputEntries().add(entry);
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            OutputEntry entry = element(OutputEntry.class, id + "_" + table.outputs().get(i).name());
            String said = row.then().get(i);
            entry.setText(words(table.outputs().get(i).isWord() ? "\"" + said + "\"" : said));
            rule.getOutputEntries().add(entry);
        }
        return rule;
    }

    private static String literal(Input input, String value) {
        return value == null ? "" : input.isFlag() ? value : "\"" + value + "\"";
    }

    private <E extends DmnElement> E element(Class<E> type, String id) {
        E element = model.newInstance(type);
        element.setId(id);
        return element;
    }

    private Text words(String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private DecisionTable decisions() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}

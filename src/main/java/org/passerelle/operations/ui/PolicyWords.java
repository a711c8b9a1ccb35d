package org.passerelle.operations.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.platform.policy.PolicyShape.Output;

/** The columns and values of a table in words. */
final class PolicyWords {

    private PolicyWords() {
    }

    static String column(Component screen, String table, String column) {
        return screen.getTranslation("decision." + table + "." + column);
    }

    static String value(Component screen, String table, String column, String value) {
        return isFlag(value) ? screen.getTranslation("policy." + value)
                : screen.getTranslation("decision." + table + "." + column + "." + value);
    }

    /** What a row answers in that column. */
    static String answer(Component screen, String table, Output output, String said) {
        return switch (output.kind()) {
            case NUMBER -> said;
            case FLAG, CHOICE -> value(screen, table, output.name(), said);
            case CHOICES -> said.isEmpty() ? screen.getTranslation("policy.none") : Output.read(said).stream()
                    .map(each -> value(screen, table, output.name(), each)).collect(Collectors.joining(" + "));
        };
    }

    /** A case that can be asked: its values, and for yes and no of what. */
    static String asked(Component screen, String table, Map<String, String> asked) {
        return asked.entrySet().stream().map(each -> (isFlag(each.getValue())
                ? column(screen, table, each.getKey()) + " " : "") + value(screen, table, each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isFlag(String value) {
        return value.equals("true") || value.equals("false");
    }
}

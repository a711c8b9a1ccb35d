package org.passerelle.platform.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Need;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Row;

/** Finds what is wrong with a table by trying every case that can be asked: each must meet exactly one row. */
public final class PolicyCheck {

    public enum Kind {
        /** A case that no row answers. */
        GAP,
        /** A case that several rows answer. */
        OVERLAP,
        /** A condition or an answer that is none of the column's values. */
        UNKNOWN_VALUE,
        NOT_A_NUMBER,
        OUT_OF_BOUNDS,
        /** A row that asks for what it forbids. */
        NEED_UNMET
    }

    /**
     * @param table   its key
     * @param rows    numbers of the rows it concerns, from 1; none for a gap
     * @param column  name of the column, or null where it is about a whole case
     * @param asked   the case, by input; empty where it is about one cell
     * @param bounds  least and most, for a number out of bounds
     */
    public record Fault(String table, Kind kind, List<Integer> rows, String column, Map<String, String> asked, List<Integer> bounds) {
    }

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

    private PolicyCheck() {
    }

    public static List<Fault> faults(PolicyShape table, List<Row> rows) {
        List<Fault> faults = new ArrayList<>();
        for (int number = 1; number <= rows.size(); number++) {
            cells(table, rows.get(number - 1), number, faults);
            needs(table, rows.get(number - 1), number, faults);
        }
        cases(table).forEach(asked -> {
            List<Integer> meeting = new ArrayList<>();
            for (int number = 1; number <= rows.size(); number++) {
                if (meets(table, rows.get(number - 1), asked)) {
                    meeting.add(number);
                }
            }
            if (meeting.size() != 1) {
                faults.add(new Fault(table.key(), meeting.isEmpty() ? Kind.GAP : Kind.OVERLAP, meeting, null, asked, List.of()));
            }
        });
        return faults;
    }

    private static void cells(PolicyShape table, Row row, int number, List<Fault> faults) {
        for (int i = 0; i < table.inputs().size(); i++) {
            Input input = table.inputs().get(i);
            if (row.when().get(i) != null && !input.values().contains(row.when().get(i))) {
                faults.add(new Fault(table.key(), Kind.UNKNOWN_VALUE, List.of(number), input.name(), Map.of(), List.of()));
            }
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            Output output = table.outputs().get(i);
            Kind wrong = wrong(output, row.then().get(i));
            if (wrong != null) {
                faults.add(new Fault(table.key(), wrong, List.of(number), output.name(), Map.of(),
                        wrong == Kind.OUT_OF_BOUNDS ? List.of(output.least(), output.most()) : List.of()));
            }
        }
    }

    private static void needs(PolicyShape table, Row row, int number, List<Fault> faults) {
        for (Need need : table.needs()) {
            if (isSet(table, row, need.flag()) && need.oneOf().stream().noneMatch(other -> isSet(table, row, other))) {
                faults.add(new Fault(table.key(), Kind.NEED_UNMET, List.of(number), need.flag(), Map.of(), List.of()));
            }
        }
    }

    private static boolean isSet(PolicyShape table, Row row, String flag) {
        for (int i = 0; i < table.outputs().size(); i++) {
            if (table.outputs().get(i).name().equals(flag)) {
                return "true".equals(row.then().get(i));
            }
        }
        throw new IllegalArgumentException("no column " + flag);
    }

    private static Kind wrong(Output output, String typed) {
        return switch (output.kind()) {
            case NUMBER -> number(typed, output);
            case FLAG -> flag(typed);
            case CHOICE -> output.values().contains(typed) ? null : Kind.UNKNOWN_VALUE;
            // Once each, in the order of the column: written otherwise, the same set would count as a change.
            case CHOICES -> output.written(Output.read(typed)).equals(typed) ? null : Kind.UNKNOWN_VALUE;
        };
    }

    private static Kind flag(String typed) {
        return "true".equals(typed) || "false".equals(typed) ? null : Kind.UNKNOWN_VALUE;
    }

    private static Kind number(String typed, Output output) {
        // Digits as the engine reads them: what people type is written into the model as it is.
        if (!NUMBER.matcher(typed).matches()) {
            return Kind.NOT_A_NUMBER;
        }
        long number = Long.parseLong(typed);
        return number < output.least() || number > output.most() ? Kind.OUT_OF_BOUNDS : null;
    }

    static boolean meets(PolicyShape table, Row row, Map<String, String> asked) {
        for (int i = 0; i < table.inputs().size(); i++) {
            String wanted = row.when().get(i);
            if (wanted != null && !wanted.equals(asked.get(table.inputs().get(i).name()))) {
                return false;
            }
        }
        return true;
    }

    /** Every case that can be asked, as text. */
    static List<Map<String, String>> cases(PolicyShape table) {
        List<Map<String, String>> cases = List.of(Map.of());
        for (Input input : table.inputs()) {
            cases = cases.stream().flatMap(begun -> input.values().stream().map(value -> {
                Map<String, String> longer = new LinkedHashMap<>(begun);
                longer.put(input.name(), value);
                return longer;
            })).toList();
        }
        return cases;
    }
}

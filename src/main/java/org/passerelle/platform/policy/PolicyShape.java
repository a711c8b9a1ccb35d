package org.passerelle.platform.policy;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of a decision table that managers may change. The words for a column are {@code decision.<key>.<column>},
 * those for a value {@code decision.<key>.<column>.<value>}.
 *
 * @param key     the decision's id, and the name of its file
 * @param inputs  in the order of the table's columns
 * @param outputs in the order of the table's columns
 * @param needs   what must hold within each row
 */
public record PolicyShape(String key, List<Input> inputs, List<Output> outputs, List<Need> needs) {

    /** Where the flag is set, at least one of the others must be: a row that asks for what it forbids stops its cases. */
    public record Need(String flag, List<String> oneOf) {
    }

    /** @param values all that can be asked, as the table writes them without quotes */
    public record Input(String name, List<String> values) {

        public static Input flag(String name) {
            return new Input(name, List.of("true", "false"));
        }

        public boolean isFlag() {
            return values.equals(List.of("true", "false"));
        }
    }

    /**
     * A whole number within bounds, yes or no, one of several values, or a set of them.
     *
     * @param values all that can be answered where it is a choice, each a plain name in capitals; a set is read and written
     *               in their order, with commas between
     * @param unsaid what a version that was published before the column was there is read to say, or null where every
     *               version has it
     */
    public record Output(String name, Kind kind, int least, int most, List<String> values, String unsaid) {

        public enum Kind {
            NUMBER, FLAG, CHOICE, CHOICES
        }

        private static final String COMMA = ",";
        private static final Pattern VALUE = Pattern.compile("[A-Z][A-Z0-9_]*");

        /** @throws IllegalArgumentException for a value that would not stay a plain word within a table */
        public Output {
            if (!values.stream().allMatch(value -> VALUE.matcher(value).matches())) {
                throw new IllegalArgumentException("values are plain names in capitals: " + values);
            }
        }

        public static Output flag(String name) {
            return new Output(name, Kind.FLAG, 0, 1, List.of(), null);
        }

        public static Output number(String name, int least, int most) {
            return new Output(name, Kind.NUMBER, least, most, List.of(), null);
        }

        /** One of these. */
        public static Output choice(String name, List<String> values) {
            return new Output(name, Kind.CHOICE, 0, 0, values, null);
        }

        /** Any of these, or none. */
        public static Output choices(String name, List<String> values) {
            return new Output(name, Kind.CHOICES, 0, 0, values, null);
        }

        /** A column that came later. */
        public Output whereUnsaid(boolean answer) {
            return whereUnsaid(String.valueOf(answer));
        }

        /** The same, for what is no flag. */
        public Output whereUnsaid(String answer) {
            return new Output(name, kind, least, most, values, answer);
        }

        /** Written between quotes in a table. */
        boolean isWord() {
            return kind == Kind.CHOICE || kind == Kind.CHOICES;
        }

        /** What a new row says as long as nobody has said anything. */
        public String first() {
            return switch (kind) {
                case NUMBER -> String.valueOf(least);
                case FLAG -> "false";
                case CHOICE -> values.getFirst();
                case CHOICES -> "";
            };
        }

        /** Of a set: those of the values, in their order. */
        public String written(Collection<String> several) {
            return values.stream().filter(several::contains).collect(Collectors.joining(COMMA));
        }

        /** The values of a set, as they are written. */
        public static List<String> read(String several) {
            return several.isEmpty() ? List.of() : List.of(several.split(COMMA));
        }
    }

    /**
     * A row as people read it. Values are kept as they were typed: what cannot be is told by {@link PolicyCheck}.
     *
     * @param when by input, null for any
     * @param then by output
     * @param note why it is so, or empty
     */
    public record Row(List<String> when, List<String> then, String note) {
    }
}

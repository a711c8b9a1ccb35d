package org.passerelle.platform.policy;

import java.util.List;

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
     * A whole number within bounds, or yes and no.
     *
     * @param unsaid what a version that was published before the column was there is read to say, or null where every
     *               version has it
     */
    public record Output(String name, boolean flag, int least, int most, String unsaid) {

        public static Output flag(String name) {
            return new Output(name, true, 0, 1, null);
        }

        public static Output number(String name, int least, int most) {
            return new Output(name, false, least, most, null);
        }

        /** A column that came later. */
        public Output whereUnsaid(boolean answer) {
            return new Output(name, flag, least, most, String.valueOf(answer));
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

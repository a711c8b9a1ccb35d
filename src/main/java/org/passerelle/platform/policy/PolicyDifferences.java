package org.passerelle.platform.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Row;

/** In which cases two tables answer otherwise: rows may be cut differently and still say the same. */
public final class PolicyDifferences {

    /** @param asked the case, by input */
    public record Difference(Map<String, String> asked, List<Answer> answers) {
    }

    /** What one of the outputs says in the one table and in the other. */
    public record Answer(Output output, String one, String other) {
    }

    private PolicyDifferences() {
    }

    /** Both tables without faults. */
    public static List<Difference> between(PolicyShape table, List<Row> one, List<Row> other) {
        List<Difference> differences = new ArrayList<>();
        for (Map<String, String> asked : PolicyCheck.cases(table)) {
            List<String> first = answer(table, one, asked);
            List<String> second = answer(table, other, asked);
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < table.outputs().size(); i++) {
                if (!first.get(i).equals(second.get(i))) {
                    answers.add(new Answer(table.outputs().get(i), first.get(i), second.get(i)));
                }
            }
            if (!answers.isEmpty()) {
                differences.add(new Difference(asked, answers));
            }
        }
        return differences;
    }

    private static List<String> answer(PolicyShape table, List<Row> rows, Map<String, String> asked) {
        return rows.stream().filter(row -> PolicyCheck.meets(table, row, asked)).findFirst().orElseThrow().then();
    }
}

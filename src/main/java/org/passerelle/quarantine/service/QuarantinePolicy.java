package org.passerelle.quarantine.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.process.DecisionTables;
import org.passerelle.platform.process.DecisionTables.Version;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.RuleCase;
import org.springframework.stereotype.Component;

/** What {@code bpmn/quarantine-policy.dmn}, or the version of it that a manager has published, answers. */
@Component
public class QuarantinePolicy {

    public static final String TABLE = "quarantine-policy";

    private final DecisionTables tables;
    private volatile Known known = new Known(null, Map.of());

    QuarantinePolicy(DecisionTables tables) {
        this.tables = tables;
    }

    /** Answers are read from the table once per version. */
    private record Known(Version version, Map<RuleCase, QuarantineRule> rules) {
    }

    /** The rules that hold now. One statement. */
    public Rules current() {
        Version newest = tables.newest(TABLE);
        Known now = known;
        if (!newest.equals(now.version())) {
            List<RuleCase> cases = RuleCase.all();
            now = new Known(newest, rules(cases,
                    tables.answers(TABLE, newest, cases.stream().map(RuleCase::inputs).toList())));
            known = now;
        }
        return new Rules(newest.number(), now.rules());
    }

    private static Map<RuleCase, QuarantineRule> rules(List<RuleCase> cases, List<List<Map<String, Object>>> answers) {
        Map<RuleCase, QuarantineRule> rules = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            if (answers.get(i).size() != 1) {
                throw new IllegalStateException(TABLE + " has " + answers.get(i).size() + " rows for " + cases.get(i));
            }
            rules.put(cases.get(i), QuarantineRule.of(answers.get(i).getFirst()));
        }
        return Map.copyOf(rules);
    }

    /** @param version of the table */
    public record Rules(int version, Map<RuleCase, QuarantineRule> rules) {

        public QuarantineRule of(RuleCase asked) {
            return rules.get(asked);
        }
    }
}

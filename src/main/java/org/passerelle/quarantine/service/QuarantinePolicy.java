package org.passerelle.quarantine.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.DecisionTables.Version;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Need;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyTable.Answers;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.Situation;
import org.springframework.stereotype.Component;

/** What {@code bpmn/quarantine-policy.dmn}, or the version of it that a manager has published, answers. */
@Component
public class QuarantinePolicy {

    /** A crate stays closed for a quarter of a year at most; contact times are those of a day's work. */
    public static final PolicyShape SHAPE = new PolicyShape("quarantine-policy",
            List.of(new Input("material", names(MaterialClass.values())), Input.flag("stacked"),
                    new Input("situation", names(Situation.values()))),
            List.of(Output.number("hours", 0, 2160), Output.flag("treatment"), Output.flag("dryWipe"),
                    Output.flag("dampWipe"), Output.flag("virucide"), Output.number("contactMinutes", 0, 240)),
            List.of(new Need("treatment", List.of("dryWipe", "dampWipe", "virucide"))));

    private final DecisionTables tables;
    private volatile Known known = new Known(null, Map.of());

    QuarantinePolicy(DecisionTables tables) {
        this.tables = tables;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    /** Answers are read from the table once per version. */
    private record Known(Version version, Map<RuleCase, QuarantineRule> rules) {
    }

    /** The rules that hold now. One statement. */
    public Rules current() {
        return rules(tables.newest(SHAPE.key()));
    }

    /** The same, and they hold until this transaction ends: a publication waits for it, and then sees what it did. */
    public Rules held() {
        return rules(tables.newestHeld(SHAPE.key()));
    }

    private Rules rules(Version newest) {
        Known now = known;
        if (!newest.equals(now.version())) {
            now = new Known(newest, read(tables.answers(SHAPE, newest)));
            known = now;
        }
        return new Rules(newest.number(), now.rules());
    }

    /** The same of a table that is not published. */
    public static Map<RuleCase, QuarantineRule> read(Answers answers) {
        Map<RuleCase, QuarantineRule> rules = new HashMap<>();
        RuleCase.all().forEach(asked -> rules.put(asked, QuarantineRule.of(answers.to(asked.inputs()))));
        return Map.copyOf(rules);
    }

    /** @param version of the table */
    public record Rules(int version, Map<RuleCase, QuarantineRule> rules) {

        public QuarantineRule of(RuleCase asked) {
            return rules.get(asked);
        }
    }
}

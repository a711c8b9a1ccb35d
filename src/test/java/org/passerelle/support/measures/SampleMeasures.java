package org.passerelle.support.measures;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyTable;
import org.springframework.stereotype.Component;

/** A table of the tests' own that answers a choice and a set of choices, about cases that wait for no instant. */
@Component
public class SampleMeasures implements PolicyTable {

    public static final PolicyShape SHAPE = new PolicyShape("sample-measures",
            List.of(new Input("kind", List.of("TALK", "VISIT"))),
            List.of(Output.choice("who", List.of("REFERENT", "DOCTOR", "NOBODY")),
                    Output.choices("measures", List.of("BREAKS", "TELEWORK", "OTHER_POST")),
                    Output.choices("told", List.of("PERSON", "TEAM")).whereUnsaid("PERSON")),
            List.of());

    /** What is decided for each running case, by id. */
    public static final Map<UUID, Object> RUNNING = new ConcurrentHashMap<>();

    @Override
    public PolicyShape shape() {
        return SHAPE;
    }

    @Override
    public Impact impact(Answers proposed, Predicate<UUID> follows) {
        Object after = proposed.to(Map.of("kind", "TALK")).get("who");
        return new Impact(RUNNING.entrySet().stream().filter(each -> !each.getValue().equals(after))
                .map(each -> new Change(each.getKey(), "Entretien", "", ZoneOffset.UTC, word(each.getValue()), word(after)))
                .toList(), List.of(), List.of());
    }

    private static Remark word(Object who) {
        return new Remark("decision.sample-measures.who." + who);
    }

    @Override
    public int apply(Set<UUID> cases) {
        cases.forEach(each -> RUNNING.put(each, "FOLLOWED"));
        return cases.size();
    }
}

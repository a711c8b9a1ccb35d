package org.passerelle.quarantine.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the table is asked: one of the cases that it must answer, each exactly once. */
public record RuleCase(MaterialClass material, boolean stacked, Situation situation) {

    /** Every case there is. */
    public static List<RuleCase> all() {
        return Stream.of(MaterialClass.values()).flatMap(material -> Stream.of(false, true)
                .flatMap(stacked -> Stream.of(Situation.values())
                        .map(situation -> new RuleCase(material, stacked, situation)))).toList();
    }

    /** As the table's inputs name it. */
    public Map<String, Object> inputs() {
        return Map.of("material", material.name(), "stacked", stacked, "situation", situation.name());
    }
}

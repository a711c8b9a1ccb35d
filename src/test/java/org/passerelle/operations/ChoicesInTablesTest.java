package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyCheck.Kind;
import org.passerelle.platform.policy.PolicyDifferences.Answer;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.platform.policy.PolicyTable.Remark;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.passerelle.support.measures.SampleMeasures;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables that answer one of several values, or a set of them, about whatever kind of case. */
@PasserelleTest
class ChoicesInTablesTest {

    private static final String TABLE = SampleMeasures.SHAPE.key();

    @Autowired
    Policies policies;
    @Autowired
    DecisionTables tables;
    @Autowired
    QuarantineRoom room;

    @AfterEach
    void nothingIsRunning() {
        SampleMeasures.RUNNING.clear();
    }

    @Test
    void choicesAndSetsAreReadFromTheTableAndAnsweredAsSuch() {
        assertThat(open().rows()).extracting(Row::then).containsExactly(List.of("REFERENT", "BREAKS,TELEWORK", "PERSON"),
                List.of("NOBODY", "", "PERSON"));
        assertThat(answer("TALK")).isEqualTo(
                Map.of("who", "REFERENT", "measures", Set.of("BREAKS", "TELEWORK"), "told", Set.of("PERSON")));
        assertThat(answer("VISIT")).containsEntry("measures", Set.of());
    }

    @Test
    void eachVersionOfATableIsReadOnce() {
        DecisionTables.Version version = tables.newest(TABLE);
        tables.answers(SampleMeasures.SHAPE, version);

        assertThat(Statements.during(() -> tables.answers(SampleMeasures.SHAPE, version))).isEmpty();

        publish(rows("DOCTOR", "", ""));
        assertThat(answer("TALK")).containsEntry("who", "DOCTOR");
        assertThat(tables.answers(SampleMeasures.SHAPE, version).to(Map.of("kind", "TALK"))).containsEntry("who", "REFERENT");
    }

    @Test
    void whatAManagerChoosesIsPublishedAndDecides() {
        publish(rows("DOCTOR", "OTHER_POST", ""));

        assertThat(open().rows().getFirst().then()).containsExactly("DOCTOR", "OTHER_POST", "");
        assertThat(answer("TALK")).isEqualTo(
                Map.of("who", "DOCTOR", "measures", Set.of("OTHER_POST"), "told", Set.of()));
    }

    @Test
    void onlyTheValuesOfTheColumnAreWrittenAndEachSetInOneWay() {
        for (String odd : List.of("", "referent", "${1+1}", "REFERENT\"", "REFERENT,DOCTOR", "BREAKS")) {
            assertThat(faults(rows(odd, "", ""))).as(odd).singleElement().returns(Kind.UNKNOWN_VALUE, Fault::kind)
                    .returns("who", Fault::column);
        }
        for (String odd : List.of("BREAKS,", ",", "TELEWORK,BREAKS", "BREAKS,BREAKS", "BREAKS, TELEWORK", "REFERENT", "\"")) {
            assertThat(faults(rows("DOCTOR", odd, ""))).as(odd).singleElement().returns(Kind.UNKNOWN_VALUE, Fault::kind)
                    .returns("measures", Fault::column);
        }
        assertThatThrownBy(() -> tables.answers(SampleMeasures.SHAPE, rows("\"REFERENT\"", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Output.choice("who", List.of("\""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDiffersIsToldByValues() {
        int before = open().version();
        publish(rows("DOCTOR", "BREAKS,TELEWORK", "PERSON"));

        assertThat(room.by(manager(), () -> policies.differences(TABLE, before))).singleElement().satisfies(difference ->
                assertThat(difference.answers()).extracting(Answer::one, Answer::other)
                        .containsExactly(tuple("REFERENT", "DOCTOR")));
    }

    @Test
    void anImpactIsAboutCasesThatWaitForNoInstant() {
        UUID talk = UUID.randomUUID();
        SampleMeasures.RUNNING.put(talk, "REFERENT");

        assertThat(room.by(manager(), () -> policies.impact(TABLE, rows("DOCTOR", "", ""), Reach.ALL_RUNNING, Set.of())).value()
                .changes()).singleElement().returns(talk, Change::id).satisfies(change -> {
                    assertThat(((Remark) change.before()).messageKey()).endsWith("REFERENT");
                    assertThat(((Remark) change.after()).messageKey()).endsWith("DOCTOR");
                });
        assertThat(room.by(manager(), () -> policies.publish(TABLE, open().version(), rows("DOCTOR", "", ""), "Consigne",
                Reach.ALL_RUNNING, Set.of())).value().moved()).isEqualTo(1);
        assertThat(SampleMeasures.RUNNING).containsEntry(talk, "FOLLOWED");
    }

    private List<Row> rows(String... ofTalks) {
        List<Row> rows = new ArrayList<>(open().rows());
        rows.set(0, new Row(rows.getFirst().when(), List.of(ofTalks), ""));
        return rows;
    }

    private Map<String, Object> answer(String kind) {
        return tables.answers(SampleMeasures.SHAPE, tables.newest(TABLE)).to(Map.of("kind", kind));
    }

    private void publish(List<Row> rows) {
        room.by(manager(), () -> policies.publish(TABLE, open().version(), rows, "Consigne", Reach.NEW_ONLY, Set.of())).value();
    }

    private List<Fault> faults(List<Row> rows) {
        return room.by(manager(), () -> policies.faults(TABLE, rows));
    }

    private Policy open() {
        return room.by(manager(), () -> policies.open(TABLE)).orElseThrow();
    }

    private CurrentUser manager() {
        return room.manager();
    }
}

package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The French rules of 2020 and 2021 in a few months: the workshop's 5 days, up to 10 days in May 2020, shortened on
 * 16 June 2020, abolished on 19 May 2021. Each change is once for new crates only and once for running ones too.
 */
@PasserelleTest
class RulesOf2020Test {

    private static final Instant MAY = Instant.parse("2026-05-11T08:00:00Z");
    private static final String TABLE = "quarantine-policy";
    private static final LocalDate FAR = LocalDate.parse("2027-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    Policies policies;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    private UUID branch;
    private CurrentUser agent;
    private CurrentUser manager;
    private final Map<CrateId, List<String>> crates = new LinkedHashMap<>();

    @BeforeEach
    void aBranchInMay() {
        clock.setTo(MAY);
        branch = room.branch("MED");
        agent = room.agentOf(branch);
        manager = room.manager();
    }

    @ParameterizedTest
    @EnumSource(value = Reach.class, names = {"NEW_ONLY", "ALL_RUNNING"})
    void whateverTheRuleBecomesNothingIsLost(Reach reach) {
        boolean followed = reach == Reach.ALL_RUNNING;
        publish("120", reach);
        CrateId ofFiveDays = sealed();
        days(2);
        publish("240", reach);
        CrateId ofTenDays = sealed();
        days(3);
        assertThat(state(ofFiveDays)).isEqualTo(followed ? CrateState.QUARANTINE : CrateState.INSPECTION);

        days(1);
        publish("72", reach);
        // Four days in the room are more than three: what follows the new rule is released at once.
        assertThat(state(ofTenDays)).isEqualTo(followed ? CrateState.INSPECTION : CrateState.QUARANTINE);
        CrateId ofThreeDays = sealed();
        days(1);
        publish("0", reach);
        assertThat(state(ofThreeDays)).isEqualTo(followed ? CrateState.INSPECTION : CrateState.QUARANTINE);
        assertThat(room.scan(agent, branch, room.lentBook(branch, "Après", FAR)).to()).isEqualTo(Destination.SHELF);

        days(10);
        crates.forEach(this::backToTheShelves);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
        assertThat(room.jdbc.sql("select count(*) from act_ru_execution where parent_id_ is null").query(Long.class)
                .single()).isZero();
        assertThat(editions()).isEqualTo(4);
    }

    private CrateId sealed() {
        List<String> books = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            books.add(room.lentBook(branch, "Livre " + crates.size() + "." + n, FAR));
        }
        CrateId crate = books.stream().map(book -> room.scan(agent, branch, book).crate()).toList().getFirst();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        crates.put(crate, books);
        return crate;
    }

    private void backToTheShelves(CrateId crate, List<String> books) {
        assertThat(state(crate)).isEqualTo(CrateState.INSPECTION);
        room.inspect(agent, crate, Map.of()).value();
        room.by(agent, () -> room.putAwayDesk.allPutAway(crate)).value();
        assertThat(books).allSatisfy(book -> assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF));
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        engine.runDueJobs();
    }

    private CrateState state(CrateId crate) {
        return room.see(agent, crate).crate().state();
    }

    private void publish(String hours, Reach reach) {
        Policy now = room.by(manager, () -> policies.open(TABLE)).orElseThrow();
        room.by(manager, () -> policies.publish(TABLE, now.version(), QuarantineRoom.hours(now, hours),
                "Consigne du jour", reach, Set.of())).value();
        engine.runDueJobs();
    }

    private long editions() {
        return room.by(manager, () -> policies.open(TABLE)).orElseThrow().editions().stream()
                .filter(edition -> edition.reason() != null).count();
    }
}

package org.passerelle.operations;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.operations.service.Policies;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.policy.PolicyTable.Remark;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.RoomForecast.Day;
import org.passerelle.quarantine.service.ClosingTime;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;

/** What is foretold for each reach is what a publication with that reach then does. */
class PolicyReachTest extends CrateTests {

    private static final String TABLE = "quarantine-policy";
    private static final LocalDate DUE = LocalDate.parse("2026-12-31");
    private static final Instant CLOSING = Instant.parse("2026-11-24T17:00:00Z");
    private static final LocalDate BEFORE = LocalDate.parse("2026-11-27");
    private static final LocalDate AFTER = LocalDate.parse("2026-12-04");

    @Autowired
    Policies policies;
    @Autowired
    Waiting waiting;
    @Autowired
    Drive drive;
    @Autowired
    CopyPlaces copies;
    @Autowired
    ClosingTime closingTime;

    private final Map<String, Wait> waits = new HashMap<>();
    private CurrentUser manager;
    private CrateId chosen;
    private CrateId other;
    private CrateId open;

    /** Two that are sealed, of which one is chosen, and one that is being filled; for each of them somebody waits. */
    @BeforeEach
    void threeCrates() {
        manager = room.manager();
        chosen = crateFor("Jeanne");
        room.by(agent, () -> room.crateDesk.seal(chosen)).value();
        other = crateFor("Paul");
        room.by(agent, () -> room.crateDesk.seal(other)).value();
        open = crateFor("Ada");
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void releasesAndTheirTimers(Reach reach) {
        Impact foretold = impact(reach);
        assertThat(foretold.changes()).extracting(Change::id).containsExactlyInAnyOrder(chosen.value(), other.value());

        assertThat(publish(reach).moved()).isEqualTo(following(reach).size());

        for (Change change : foretold.changes()) {
            boolean follows = following(reach).contains(new CrateId(change.id()));
            assertThat(room.releaseOf(new CrateId(change.id()))).isEqualTo(follows ? change.after() : change.before());
        }
        quarantineOver();
        assertThat(Set.of(chosen, other)).allSatisfy(crate -> assertThat(room.see(agent, crate).crate().state())
                .isEqualTo(following(reach).contains(crate) ? CrateState.QUARANTINE : CrateState.INSPECTION));
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void figures(Reach reach) {
        Map<String, List<Object>> foretold = impact(reach).remarks().stream()
                .collect(toMap(Remark::messageKey, remark -> Arrays.asList(remark.args())));

        assertThat(foretold).isEqualTo(switch (reach) {
            case NEW_ONLY -> Map.of("quarantine.impact.kept", List.of(2), "quarantine.impact.open", List.of(0L, 1L),
                    "quarantine.impact.waiting", List.of(0L, 1L));
            case CHOSEN -> Map.of("quarantine.impact.moves", List.of(0L, 1L), "quarantine.impact.kept", List.of(1),
                    "quarantine.impact.open", List.of(0L, 1L), "quarantine.impact.waiting", List.of(0L, 2L));
            case ALL_RUNNING -> Map.of("quarantine.impact.moves", List.of(0L, 2L), "quarantine.impact.open", List.of(0L, 1L),
                    "quarantine.impact.waiting", List.of(0L, 3L));
        });
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void daysThatOverflowTheRoom(Reach reach) {
        Map<Integer, Optional<Remark>> foretold = new HashMap<>();
        for (int capacity = 1; capacity <= 3; capacity++) {
            room.jdbc.sql("update app.quarantine_settings set capacity = ?").param(capacity).update();
            foretold.put(capacity, impact(reach).remarks().stream()
                    .filter(remark -> remark.messageKey().equals("quarantine.impact.overflow")).findFirst());
        }
        assertThat(lastDay(foretold.get(1))).isEqualTo(reach == Reach.NEW_ONLY ? BEFORE : AFTER);
        assertThat(lastDay(foretold.get(2))).isEqualTo(reach == Reach.ALL_RUNNING ? AFTER : BEFORE);
        assertThat(foretold.get(3)).isEmpty();

        publish(reach);

        List<Day> forecast = room.by(agent, () -> room.room.room(branch)).forecast();
        foretold.forEach((capacity, overflow) -> assertThat(forecast).filteredOn(day -> day.standing() > capacity)
                .extracting(Day::day).isEqualTo(overflow.map(remark -> remark.args()[2]).orElse(List.of())));
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void whoHasTheirDocumentWhen(Reach reach) {
        Map<String, LocalDate> now = expected();
        assertThat(now.values()).containsOnly(BEFORE);
        Map<Object, Object> foretold = impact(reach).listings().getFirst().rows().stream()
                .collect(toMap(List::getFirst, List::getLast));
        assertThat(foretold).hasSize(following(reach).size() + 1).containsEntry("Ada Ferrand", AFTER)
                .allSatisfy((person, day) -> assertThat(day).isEqualTo(AFTER));

        publish(reach);

        Map<String, LocalDate> then = expected();
        now.forEach((person, day) -> assertThat(then.get(person)).isEqualTo(foretold.getOrDefault(person, day)));
        // What is being filled is expected as it is then sealed: nobody is told of yet another day.
        clock.setTo(CLOSING);
        closingTime.sealWhatIsOpen();
        assertThat(room.see(agent, open).crate().state()).isEqualTo(CrateState.QUARANTINE);
        assertThat(expected()).isEqualTo(then);
    }

    private CrateId crateFor(String firstName) {
        String barcode = room.lentBook(branch, "Titre pour " + firstName, DUE);
        CrateId crate = room.scan(agent, branch, barcode).crate();
        Patron patron = drive.patron(firstName, "Ferrand");
        waits.put(firstName + " Ferrand", new Wait(patron,
                waiting.ask(patron, copies.byBarcode(barcode).orElseThrow().title(), branch)));
        return crate;
    }

    private Set<CrateId> following(Reach reach) {
        return switch (reach) {
            case NEW_ONLY -> Set.of();
            case ALL_RUNNING -> Set.of(chosen, other);
            case CHOSEN -> Set.of(chosen);
        };
    }

    private Map<String, LocalDate> expected() {
        return waits.entrySet().stream().collect(toMap(Map.Entry::getKey,
                wait -> waiting.see(wait.getValue().by(), wait.getValue().id()).expectedOn()));
    }

    private static LocalDate lastDay(Optional<Remark> overflow) {
        return (LocalDate) ((List<?>) overflow.orElseThrow().args()[2]).getLast();
    }

    private Impact impact(Reach reach) {
        return room.by(manager, () -> policies.impact(TABLE, QuarantineRoom.hours(table(), "240"), reach, ticked(reach))).value();
    }

    private Published publish(Reach reach) {
        return room.by(manager, () -> policies.publish(TABLE, table().version(), QuarantineRoom.hours(table(), "240"),
                "Consigne", reach, ticked(reach))).value();
    }

    private Set<UUID> ticked(Reach reach) {
        return reach == Reach.CHOSEN ? Set.of(chosen.value()) : Set.of();
    }

    private Policy table() {
        return policies.open(TABLE).orElseThrow();
    }

    private record Wait(Patron by, WaitId id) {
    }
}

package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.policy.PolicyTable.Listing;
import org.passerelle.platform.policy.PolicyTable.Remark;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom and what a changed table would touch if all that runs followed it, computed on what is really there. */
class PolicyImpactTest extends CrateTests {

    private static final String QUARANTINE = "quarantine-policy";
    private static final String LIMITS = "pickup-limits";
    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    Policies policies;
    @Autowired
    Waiting waiting;
    @Autowired
    Drive drive;
    @Autowired
    CopyPlaces copies;

    @Test
    void whoWaitsIsListedWithTheDayOnWhichTheDocumentWouldCome() {
        CopyInfo wanted = inSealedCrate("Germinal");
        waiting.ask(drive.patron("Jeanne", "Ferrand"), wanted.title(), branch);

        Impact impact = impact(QUARANTINE, with("hours", "240"));

        assertThat(people(impact)).containsExactly(List.of("Jeanne Ferrand", "Germinal", "Médiathèque MED",
                LocalDate.parse("2026-11-27"), LocalDate.parse("2026-12-04")));
        assertThat(impact.listings().getFirst().total()).isOne();
        assertThat(remark(impact, "quarantine.impact.waiting").args()).containsExactly(0L, 1L);
        assertThat(people(impact(QUARANTINE, with("hours", "24")))).singleElement()
                .satisfies(row -> assertThat(row.getLast()).isEqualTo(LocalDate.parse("2026-11-25")));
    }

    @Test
    void everybodyHasTheCopyOfTheirTurn() {
        CopyInfo inCrate = inSealedCrate("Germinal");
        waiting.lendAnother(inCrate.title(), branch, Instant.parse("2026-12-02T22:59:59Z"));
        waiting.ask(drive.patron("Jeanne", "Ferrand"), inCrate.title(), branch);
        waiting.ask(drive.patron("Paul", "Martin"), inCrate.title(), branch);
        waiting.ask(drive.patron("Ada", "Troisième"), inCrate.title(), branch);

        // The loan that is due on 2 December comes before the crate now, once the crate opens on the 4th.
        assertThat(people(impact(QUARANTINE, with("hours", "240")))).extracting(List::getFirst, row -> row.get(3), List::getLast)
                .containsExactly(
                        tuple("Jeanne Ferrand", LocalDate.parse("2026-11-27"), LocalDate.parse("2026-12-02")),
                        tuple("Paul Martin", LocalDate.parse("2026-12-02"), LocalDate.parse("2026-12-04")));
    }

    @Test
    void aDocumentThatNobodyWaitsForTouchesNobody() {
        inSealedCrate("Germinal");
        assertThat(impact(QUARANTINE, with("hours", "240")).listings()).isEmpty();
    }

    @Test
    void howManySealedCratesWouldOpenEarlierAndHowManyLaterIsCounted() {
        room.sealedCrate(agent, branch, 1);
        room.sealedCrate(agent, branch, 1);
        for (MaterialType material : List.of(MaterialType.DVD, MaterialType.MAGAZINE)) {
            CrateId crate = room.scan(agent, branch, room.copy(branch, "Titre", material)).crate();
            room.by(agent, () -> room.crateDesk.seal(crate)).value();
        }

        // Books and discs lie there for 72 hours, magazines for 96.
        assertThat(remark(impact(QUARANTINE, with("hours", "73")), "quarantine.impact.moves").args())
                .containsExactly(1L, 3L);
        assertThat(remark(impact(QUARANTINE, with("hours", "96")), "quarantine.impact.moves").args())
                .containsExactly(0L, 3L);
        assertThat(remark(impact(QUARANTINE, with("hours", "0")), "quarantine.impact.moves").args())
                .containsExactly(4L, 0L);
    }

    @Test
    void cratesBeingFilledCountToo() {
        String barcode = room.lentBook(branch, "Germinal", DUE);
        room.scan(agent, branch, barcode);
        waiting.ask(drive.patron("Jeanne", "Ferrand"), copies.byBarcode(barcode).orElseThrow().title(), branch);

        Impact impact = impact(QUARANTINE, with("hours", "240"));

        assertThat(impact.changes()).isEmpty();
        assertThat(remark(impact, "quarantine.impact.open").args()).containsExactly(0L, 1L);
        assertThat(people(impact)).hasSize(1);
    }

    @Test
    void theDaysThatOverflowTheRoomAreNamedAndAnEmptyCrateTakesNoPlace() {
        room.jdbc.sql("update app.quarantine_settings set capacity = 1").update();
        room.sealedCrate(agent, branch, 1);
        var undone = room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        room.by(agent, () -> room.undoneScans.undo(undone.id())).value();
        assertThat(impact(QUARANTINE, with("hours", "240")).remarks()).extracting(Remark::messageKey)
                .doesNotContain("quarantine.impact.overflow");

        room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        clock.advance(Duration.ofDays(1));

        Object[] overflow = remark(impact(QUARANTINE, with("hours", "48")), "quarantine.impact.overflow").args();
        assertThat(overflow[0]).isEqualTo("Médiathèque MED");
        assertThat((List<?>) overflow[2]).isEqualTo(List.of(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-26")));
    }

    @Test
    void theImpactCostsAsManyStatementsForManyCratesAndManyWhoWait() {
        waitedFor(1);
        int few = statementsOfImpact();
        waitedFor(12);
        assertThat(statementsOfImpact()).isEqualTo(few);
    }

    private void waitedFor(int crates) {
        for (int n = 0; n < crates; n++) {
            waiting.ask(drive.patron("Usager", "N" + n), inSealedCrate("Titre " + n).title(), branch);
        }
    }

    private int statementsOfImpact() {
        List<Row> rows = with("hours", "240");
        return Statements.during(() -> impact(QUARANTINE, rows)).size();
    }

    @Test
    void lowerLimitsNameThosePatronsWhoHaveMoreAlready() {
        UUID first = drive.title(branch, "Germinal", 1);
        UUID second = drive.title(branch, "Nana", 1);
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        drive.reserve(jeanne, branch, Drive.SLOT, first, second);
        drive.reserve(drive.patron("Paul", "Martin"), branch, Drive.SLOT, drive.title(branch, "Bel-Ami", 1));

        assertThat(impact(LIMITS, with(LIMITS, "maxDocuments", "2")).listings()).isEmpty();
        Listing over = impact(LIMITS, with(LIMITS, "maxDocuments", "1")).listings().getFirst();

        assertThat(over.titleKey()).isEqualTo("policy.limits.over");
        assertThat(over.total()).isOne();
        assertThat(over.rows().getFirst()).first().isEqualTo("Jeanne Ferrand");
        assertThat(((Remark) over.rows().getFirst().get(2)).args()).containsExactly(2, 1);
    }

    @Test
    void anotherLoanLengthReachesWhatIsReservedAndNotYetBagged() {
        drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, Drive.SLOT, drive.title(branch, "Germinal", 1));

        assertThat(remark(impact(LIMITS, with(LIMITS, "loanDays", "7")), "policy.limits.loanDays").args())
                .containsExactly(1, 21, 7);
        assertThat(impact(LIMITS, with(LIMITS, "loanDays", "21")).remarks()).extracting(Remark::messageKey)
                .doesNotContain("policy.limits.loanDays");
    }

    private CopyInfo inSealedCrate(String title) {
        String barcode = room.lentBook(branch, title, DUE);
        CrateId crate = room.scan(agent, branch, barcode).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        return copies.byBarcode(barcode).orElseThrow();
    }

    private Impact impact(String table, List<Row> rows) {
        return room.by(room.manager(), () -> policies.impact(table, rows, Reach.ALL_RUNNING, Set.of())).value();
    }

    private static List<List<Object>> people(Impact impact) {
        return impact.listings().getFirst().rows();
    }

    private static Remark remark(Impact impact, String key) {
        return impact.remarks().stream().filter(each -> each.messageKey().equals(key)).findFirst().orElseThrow();
    }

    private List<Row> with(String output, String value) {
        return with(QUARANTINE, output, value);
    }

    /** The table with the same answer in each row that grants something. */
    private List<Row> with(String table, String output, String value) {
        Policies.Policy policy = room.by(room.manager(), () -> policies.open(table)).orElseThrow();
        int column = policy.shape().outputs().stream().map(each -> each.name()).toList().indexOf(output);
        return policy.rows().stream().map(row -> {
            List<String> then = new ArrayList<>(row.then());
            if (!row.when().contains("true") || !table.equals(LIMITS)) {
                then.set(column, value);
            }
            return new Row(row.when(), then, row.note());
        }).toList();
    }
}

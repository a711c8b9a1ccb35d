package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.copies.service.CopyStories;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What the returns desk answers to each scan. */
class ReturnsDeskTest extends ReturnTests {

    @Autowired
    CopyStories stories;

    @Test
    void aScanClosesTheLoanAndNamesTheCrate() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);

        Scanned scanned = room.scan(agent, branch, book);

        assertThat(scanned.to()).isEqualTo(Destination.CRATE);
        assertThat(scanned.crateCode()).startsWith("Q");
        assertThat(scanned.late()).isFalse();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(stateOfLoan(book)).isEqualTo("RETURNED");
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void eachKindOfDocumentHasItsOwnCrateOfTheDay() {
        Scanned book = room.scan(agent, branch, room.lentBook(branch, "Nana", NEXT_WEEK));
        Scanned sameKind = room.scan(agent, branch, room.lentBook(branch, "Germinal", NEXT_WEEK));
        Scanned disc = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD));

        assertThat(sameKind.crate()).isEqualTo(book.crate());
        assertThat(disc.crate()).isNotEqualTo(book.crate());
    }

    @Test
    void theDropOffDecidesWhoIsLateNotTheDayOfTheScan() {
        String book = room.lentBook(branch, "Nana", LocalDate.parse("2026-11-22"));
        Instant sunday = Instant.parse("2026-11-22T15:00:00Z");

        Scanned scanned = room.by(agent, () -> room.returnsDesk.scan(
                new ReturnScan(branch, book, false, sunday, ReturnSource.BOX))).value();

        assertThat(scanned.late()).isFalse();
        String tooLate = room.lentBook(branch, "Germinal", LocalDate.parse("2026-11-22"));
        assertThat(room.scan(agent, branch, tooLate).late()).isTrue();
    }

    @Test
    void aDropOffThatCannotBeIsRefused() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);

        assertThat(scanDroppedOff(book, clock.instant().plusSeconds(60)).refusal())
                .isEqualTo(QuarantineRefusal.DROPPED_OFF_IN_FUTURE);
        assertThat(scanDroppedOff(book, clock.instant().minus(Duration.ofDays(91))).refusal())
                .isEqualTo(QuarantineRefusal.DROPPED_OFF_TOO_LONG_AGO);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
    }

    private Outcome<Scanned> scanDroppedOff(String barcode, Instant at) {
        return room.by(agent, () -> room.returnsDesk.scan(new ReturnScan(branch, barcode, false, at, ReturnSource.BOX)));
    }

    @Test
    void anUnknownBarcodeAndTheSameCopyTwiceHaveTheirAnswers() {
        assertThat(room.tryToScan(agent, branch, "0000").refusal()).isEqualTo(CirculationRefusal.UNKNOWN_BARCODE);
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        room.scan(agent, branch, book);
        assertThat(room.tryToScan(agent, branch, book).refusal()).isEqualTo(QuarantineRefusal.ALREADY_IN_CRATE);
    }

    @Test
    void aCopyThatWasNotOnLoanComesBackAllTheSame() {
        String book = room.book(branch, "Nana");
        Scanned scanned = room.scan(agent, branch, book);
        assertThat(scanned.wasOnLoan()).isFalse();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);
    }

    @Test
    void aMissingCopyIsFoundAgain() {
        String book = room.book(branch, "Nana");
        room.jdbc.sql("update app.copy_place set kind = 'MISSING'").update();
        assertThat(room.scan(agent, branch, book).to()).isEqualTo(Destination.CRATE);
    }

    @Test
    void aDropOffBeforeTheLoanBeganIsRefusedAndTheLoanRunsOn() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        Instant began = clock.instant().minus(Duration.ofDays(3)).plusSeconds(30);
        room.jdbc.sql("update app.loan set started_at = ?").param(Timestamp.from(began)).update();

        assertThat(scanDroppedOff(book, began.minusSeconds(31)).refusal())
                .isEqualTo(CirculationRefusal.DROPPED_OFF_BEFORE_LOAN);
        assertThat(stateOfLoan(book)).isEqualTo("RUNNING");
        assertThat(room.jdbc.sql("select count(*) from app.crate").query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> room.jdbc.sql("update app.loan set state = 'RETURNED', returned_at = ?")
                .param(Timestamp.from(began.minusSeconds(60))).update()).isInstanceOf(DataIntegrityViolationException.class);

        // People type minutes.
        assertThat(scanDroppedOff(book, began.minusSeconds(30)).isDone()).isTrue();
    }

    @Test
    void whatIsBeingPutAwayElsewhereIsSaidToBelongThere() {
        CurrentUser there = room.agentOf(other);
        CrateId crate = room.sealedCrate(there, other, 1);
        quarantineOver();
        room.inspect(there, crate, Map.of()).value();
        String book = room.see(there, crate).documents().getFirst().barcode();

        assertThat(room.tryToScan(agent, branch, book)).isInstanceOfSatisfying(Outcome.Refused.class, no -> {
            assertThat(no.reason()).isEqualTo(QuarantineRefusal.TO_SHELF_ELSEWHERE);
            assertThat(no.args()).containsExactly("Livre 0", "Médiathèque ANX");
        });
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.TO_SHELF);
    }

    @Test
    void aCopyOfAnotherBranchTravelsAfterItsQuarantineAndArrivesAtTheDeskThere() {
        String book = room.lentBook(other, "Nana", NEXT_WEEK);
        CrateId crate = room.scan(agent, branch, book).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        room.jdbc.sql("update app.copy_place set kind = 'IN_TRANSIT', case_id = null").update();

        assertThat(room.tryToScan(agent, branch, book).refusal()).isEqualTo(QuarantineRefusal.COPY_ON_ITS_WAY);
        assertThat(room.scan(room.agentOf(other), other, book).to()).isEqualTo(Destination.SHELF);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void theScanSaysHowManyWaitForTheDocument() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);
        UUID title = copies.byBarcode(book).orElseThrow().title();
        waiting.ask(drive.patron("Jeanne", "Ferrand"), title, branch);
        waiting.ask(drive.patron("Ali", "Diallo"), title, branch);

        List<String> statements = Statements.during(() -> assertThat(room.scan(agent, branch, book)).satisfies(scanned -> {
            assertThat(scanned.waiting()).isEqualTo(2);
            assertThat(scanned.firstInLine()).isEqualTo("Jeanne Ferrand");
            assertThat(scanned.isSetAside()).isFalse();
        }));

        assertThat(statements).hasSizeLessThanOrEqualTo(12);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);
    }

    @Test
    void aScanCostsAtMostTwelveStatementsEvenWhenItOpensACrate() {
        String first = room.lentBook(branch, "Nana", NEXT_WEEK);
        String second = room.lentBook(branch, "Germinal", NEXT_WEEK);

        assertThat(Statements.during(() -> room.scan(agent, branch, first))).hasSizeLessThanOrEqualTo(12);
        assertThat(Statements.during(() -> room.scan(agent, branch, second))).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aCopyComesBackFromItsRepairToItsShelfOrItsBranch() {
        String book = room.book(branch, "Nana");
        String ofOther = room.book(other, "Germinal");
        room.jdbc.sql("update app.copy_place set kind = 'REPAIR', note = 'dos cassé'").update();

        assertThat(room.scan(agent, branch, book).to()).isEqualTo(Destination.SHELF);
        assertThat(room.scan(agent, branch, ofOther).to()).isEqualTo(Destination.OTHER_BRANCH);

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
        assertThat(room.placeOf(ofOther)).isEqualTo(PlaceKind.IN_TRANSIT);
        assertThat(room.scan(room.agentOf(other), other, ofOther).to()).isEqualTo(Destination.SHELF);
        assertThat(room.jdbc.sql("select count(*) from app.copy_place where note is not null").query(Integer.class)
                .single()).isZero();
    }

    @Test
    void whatAScannerAddsAndAnotherCaseDoNotHideTheCopy() {
        String book = room.lentBook(branch, "Nana", NEXT_WEEK);

        assertThat(room.scan(agent, branch, "]C1" + book.toLowerCase(Locale.ROOT)).copy().barcode()).isEqualTo(book);

        String digits = "30007006038474";
        rename(room.lentBook(branch, "Germinal", NEXT_WEEK), digits);
        assertThat(room.scan(agent, branch, "a" + digits + "b").copy().barcode()).isEqualTo(digits);
    }

    @Test
    void twoCopiesWhoseBarcodesDifferInCaseAloneAreToldApartOrRefused() {
        rename(room.lentBook(branch, "Nana", NEXT_WEEK), "H3-DUP");
        rename(room.lentBook(branch, "Germinal", NEXT_WEEK), "h3-dup");

        assertThat(room.tryToScan(agent, branch, "H3-Dup")).isInstanceOfSatisfying(Outcome.Refused.class, no -> {
            assertThat(no.reason()).isEqualTo(CirculationRefusal.AMBIGUOUS_BARCODE);
            assertThat(no.args()).containsExactly("H3-Dup", "H3-DUP, h3-dup");
        });
        assertThat(room.scan(agent, branch, "h3-dup").copy().titleText()).isEqualTo("Germinal");
        assertThat(room.placeOf("H3-DUP")).isEqualTo(PlaceKind.ON_LOAN);
    }

    private void rename(String barcode, String to) {
        room.jdbc.sql("update app.copy set barcode = ? where barcode = ?").params(to, barcode).update();
    }

    @Test
    void aBarcodeThatIsNoTextIsUnknown() {
        assertThat(room.tryToScan(agent, branch, "\u0000").refusal()).isEqualTo(CirculationRefusal.UNKNOWN_BARCODE);
        assertThat(room.by(agent, () -> stories.of("\u0000"))).isEmpty();
    }
}

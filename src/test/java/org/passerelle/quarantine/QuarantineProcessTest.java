package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.operations.service.Incidents;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;

/** A crate's way from its sealing to the shelves, one test for each way it can end. */
class QuarantineProcessTest extends CrateTests {

    @Autowired
    Incidents incidents;
    @Autowired
    CrateLabels labels;

    @Test
    void whenTheQuarantineIsOverTheDocumentsAreInspectedAndPutAway() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        String first = room.see(agent, crate).documents().get(0).barcode();
        String second = room.see(agent, crate).documents().get(1).barcode();

        clock.advance(Duration.ofHours(72).minusSeconds(1));
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);

        clock.advance(Duration.ofSeconds(1));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        assertThat(room.placeOf(first)).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(room.by(agent, () -> room.putAwayDesk.putAway(crate, first)).value().left()).isEqualTo(1);
        assertThat(room.by(agent, () -> room.putAwayDesk.putAway(crate, second)).value().left()).isZero();

        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");
        assertThat(room.placeOf(first)).isEqualTo(PlaceKind.SHELF);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aCrateOfWhichNothingGoesBackToTheShelvesEndsWithItsInspection() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        Map<UUID, Verdict> verdicts = room.see(agent, crate).documents().stream()
                .collect(Collectors.toMap(ReturnedCopy::id, row -> Verdict.repair("dos cassé")));

        room.inspect(agent, crate, verdicts).value();

        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_allSettled");
        assertThat(room.see(agent, crate).documents()).allSatisfy(row ->
                assertThat(room.placeOf(row.barcode())).isEqualTo(PlaceKind.REPAIR));
    }

    @Test
    void whatSomebodyWaitsForIsSetAsideAtTheInspectionAndNotBefore() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        ReturnedCopy wanted = room.see(agent, crate).documents().getFirst();
        UUID title = copies.byBarcode(wanted.barcode()).orElseThrow().title();
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, title, branch);
        quarantineOver();
        waiting.makeOffers();
        assertThat(waiting.see(jeanne, wait).isOffered()).isFalse();
        assertThat(room.placeOf(wanted.barcode())).isEqualTo(PlaceKind.QUARANTINE);

        room.inspect(agent, crate, Map.of()).value();

        assertThat(room.see(agent, crate).documents()).extracting(ReturnedCopy::outcome)
                .containsExactlyInAnyOrder(ReturnOutcome.SET_ASIDE, ReturnOutcome.TO_SHELF);
        assertThat(room.placeOf(wanted.barcode())).isEqualTo(PlaceKind.HELD);
        waiting.makeOffers();
        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatTheTableWantsTreatedIsTreatedFirstAndOnlyAsItAllows() {
        String disc = room.copy(branch, "Le Mépris", MaterialType.DVD);
        CrateId crate = room.scan(agent, branch, disc).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        quarantineOver();
        var task = room.task(crate, QuarantineProcess.Tasks.TREAT);

        assertThat(room.by(agent, () -> room.crateDesk.treated(task, crate, Method.VIRUCIDE, " ", 5)).refusal())
                .isEqualTo(QuarantineRefusal.PRODUCT_MISSING);
        assertThat(room.by(agent, () -> room.crateDesk.treated(task, crate, Method.VIRUCIDE, "Sanivir", 4)).refusal())
                .isEqualTo(QuarantineRefusal.CONTACT_TOO_SHORT);
        room.by(agent, () -> room.crateDesk.treated(task, crate, Method.VIRUCIDE, "Sanivir", 5)).value();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(room.see(agent, crate).treatments()).singleElement().satisfies(done -> {
            assertThat(done.product()).isEqualTo("Sanivir");
            assertThat(done.minutes()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-28T10:00:00Z | sortie mar. 31 mars, 12",
        "2026-10-24T10:00:00Z | sortie mar. 27 oct., 11"})
    void theTimerFiresAfterAsManyElapsedHoursWhateverTheClocksOfTheBranchDo(Instant sealedAt, String told)
            throws IOException {
        clock.setTo(sealedAt);
        CrateId crate = room.sealedCrate(agent, branch, 1);
        assertThat(room.releaseOf(crate)).isEqualTo(sealedAt.plus(QUARANTINE));
        PdfReader label = new PdfReader(room.by(agent, () -> labels.pdf(crate, Locale.FRENCH)));
        assertThat(new PdfTextExtractor(label).getTextFromPage(1).replace('\u00a0', ' ')).contains(told);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();

        clock.advance(QUARANTINE.minusSeconds(1));
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);

        clock.advance(Duration.ofSeconds(1));
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void noVirucideOnPaper() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        room.jdbc.sql("update app.crate set treatment = true").update();
        quarantineOver();
        var task = room.task(crate, QuarantineProcess.Tasks.TREAT);

        assertThat(room.by(agent, () -> room.crateDesk.treated(task, crate, Method.VIRUCIDE, "Sanivir", 5)).refusal())
                .isEqualTo(QuarantineRefusal.METHOD_NOT_ALLOWED);
        assertThat(room.by(agent, () -> room.crateDesk.treated(task, crate, Method.DRY_WIPE, null, -1)).refusal())
                .isEqualTo(QuarantineRefusal.MINUTES_MISSING);
        room.by(agent, () -> room.crateDesk.treated(task, crate, Method.DRY_WIPE, "\u0000", 0)).value();
        assertThat(room.see(agent, crate).treatments()).singleElement()
                .satisfies(done -> assertThat(done.product()).isNull());
    }

    @Test
    void aCopyOfAnotherBranchTravelsHomeAfterItsInspection() {
        UUID home = room.branch("ANX");
        String book = room.lentBook(home, "Nana", LocalDate.parse("2026-12-31"));
        CrateId crate = room.scan(agent, branch, book).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        quarantineOver();

        room.inspect(agent, crate, Map.of()).value();

        assertThat(room.see(agent, crate).documents()).singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo(ReturnOutcome.IN_TRANSIT));
        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_allSettled");
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.IN_TRANSIT);
        room.scan(room.agentOf(home), home, book);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aReleaseThatFailsIsShownInTheRoomAndGoesOnWhenTriedAgain() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        room.jdbc.sql("update app.crate set treatment = null").update();
        clock.advance(Duration.ofHours(72));
        assertThatThrownBy(() -> engine.runDueJobs()).isNotNull();
        var jobs = engine.raw().getManagementService();
        jobs.setJobRetries(jobs.createJobQuery().processDefinitionKey(QuarantineProcess.KEY).singleResult().getId(), 0);
        assertThat(room.by(agent, () -> room.room.room(branch)).figures().blocked()).isOne();
        assertThat(room.by(agent, () -> room.room.crates(branch, Part.CLOSED, 50))).singleElement()
                .satisfies(standing -> assertThat(standing.blocked()).isTrue());

        room.jdbc.sql("update app.crate set treatment = false").update();
        List<StuckStep> stuck = room.by(room.manager(), () -> incidents.all());
        assertThat(room.by(room.manager(), () -> incidents.names(stuck)).values())
                .containsExactly(room.see(agent, crate).crate().code());
        String step = stuck.getFirst().ref();
        room.by(room.manager(), () -> incidents.tryAgain(step)).value();
        clock.advance(Duration.ofMinutes(1));
        engine.runDueJobs();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(room.by(agent, () -> room.room.room(branch)).figures().blocked()).isZero();
    }
}

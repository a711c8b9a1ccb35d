package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.copies.service.CopyStories;
import org.passerelle.quarantine.copies.service.CopyStories.CopyStory;
import org.passerelle.quarantine.copies.service.CopyStories.EarlyRelease;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.domain.Treatments.Treatment;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;

/** What stays on record of a return. */
class ReturnRecordsTest extends CrateTests {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    CopyStories stories;

    @Test
    void theLoanEndsAtTheDropOffNotAtTheScan() {
        String book = room.lentBook(branch, "Nana", LocalDate.parse("2026-11-30"));
        clock.advance(Duration.ofDays(8));
        Instant dropOff = Instant.parse("2026-11-29T15:00:00Z");

        Scanned scanned = returned(book, dropOff, ReturnSource.BOX);

        assertThat(scanned.late()).isFalse();
        assertThat(story(book).loans()).singleElement()
                .satisfies(loan -> assertThat(loan.returnedAt()).isEqualTo(dropOff));
        assertThat(story(book).returns()).singleElement().satisfies(back -> {
            assertThat(back.droppedOffAt()).isEqualTo(dropOff);
            assertThat(back.scannedAt()).isEqualTo(clock.instant());
        });
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ReturnSource.class, names = {"DRIVE", "VOLUNTEER", "RELAY"})
    void whatComesAnotherWayGoesTheSameWayAndItsSourceStaysOnRecord(ReturnSource source) {
        CurrentUser camille = room.onRecord(agent);
        String atTheDesk = room.lentBook(branch, "Germinal", DUE);
        String brought = room.lentBook(branch, "Nana", DUE);
        CrateId ofTheDesk = room.scan(camille, branch, atTheDesk).crate();

        Scanned scanned = returned(brought, null, source);

        assertThat(scanned.to()).isEqualTo(Destination.CRATE);
        assertThat(scanned.crate()).isEqualTo(ofTheDesk);
        assertThat(scanned.wasOnLoan()).isTrue();
        assertThat(room.placeOf(brought)).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(story(brought).loans()).singleElement()
                .satisfies(loan -> assertThat(loan.returnedAt()).isEqualTo(clock.instant()));
        assertThat(story(brought).returns()).singleElement().satisfies(back -> {
            assertThat(back.source()).isEqualTo(source);
            assertThat(back.by()).isEqualTo("Camille");
        });
        assertThat(story(atTheDesk).returns().getFirst().source()).isEqualTo(ReturnSource.DESK);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatACrateWasTreatedWithBelongsToTheStoryOfWhatLayInIt() {
        CurrentUser camille = room.onRecord(agent);
        String treated = room.copy(branch, "Le Mépris", MaterialType.DVD);
        String gone = room.copy(branch, "Playtime", MaterialType.DVD);
        CrateId crate = room.scan(camille, branch, treated).crate();
        room.scan(camille, branch, gone);
        room.by(camille, () -> room.crateDesk.seal(crate)).value();
        room.releaseEarly(camille, crate, returnOf(crate, gone));
        quarantineOver();
        room.by(camille, () -> room.crateDesk.treated(room.task(crate, QuarantineProcess.Tasks.TREAT), crate,
                Method.VIRUCIDE, "Sanivir", 7)).value();

        assertThat(story(treated).returns().getFirst().treatments()).containsExactly(
                new Treatment(Method.VIRUCIDE, "Sanivir", 7, clock.instant(), "Camille"));
        assertThat(story(gone).returns().getFirst().treatments()).isEmpty();
        room.inspect(camille, crate, Map.of()).value();
        clock.advance(Duration.ofDays(30));
        room.by(camille, () -> room.putAwayDesk.allPutAway(crate)).value();
        room.scan(camille, branch, treated);
        assertThat(story(treated).returns()).extracting(back -> back.treatments().size()).containsExactly(0, 1);
    }

    @Test
    void whyItLeftItsQuarantineEarlyAndByWhomBelongsToItsStory() {
        CurrentUser camille = room.onRecord(agent);
        CurrentUser nadia = room.onRecord(room.manager());
        CrateId crate = room.sealedCrate(camille, branch, 2);
        String one = room.see(camille, crate).documents().getFirst().barcode();
        String other = room.see(camille, crate).documents().getLast().barcode();

        released(nadia, crate, returnOf(crate, one), "Club de lecture");
        EarlyRelease alone = new EarlyRelease("Club de lecture", "Camille", "Nadia", clock.instant());
        assertThat(story(one).returns().getFirst().early()).isEqualTo(alone);
        assertThat(story(other).returns().getFirst().early()).isNull();

        clock.advance(Duration.ofHours(1));
        released(nadia, crate, null, "Bac blanc demain");
        EarlyRelease whole = new EarlyRelease("Bac blanc demain", "Camille", "Nadia", clock.instant());
        engine.runDueJobs();
        room.inspect(camille, crate, Map.of()).value();
        assertThat(story(other).returns().getFirst().early()).isEqualTo(whole);
        assertThat(story(one).returns().getFirst().early()).isEqualTo(alone);
    }

    private void released(CurrentUser granting, CrateId crate, UUID returned, String reason) {
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, returned, reason)).value();
        room.by(granting, () -> room.releaseDesk.approve(room.decision(request), request)).value();
    }

    private UUID returnOf(CrateId crate, String barcode) {
        return room.see(agent, crate).documents().stream().filter(row -> row.barcode().equals(barcode)).findFirst()
                .orElseThrow().id();
    }

    private Scanned returned(String barcode, Instant droppedOff, ReturnSource source) {
        return room.by(agent, () -> room.returnsDesk.scan(new ReturnScan(branch, barcode, false, droppedOff, source)))
                .value();
    }

    private CopyStory story(String barcode) {
        return room.by(agent, () -> stories.of(barcode)).orElseThrow();
    }
}

package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.service.CopyStories;
import org.passerelle.quarantine.service.CopyStories.CopyStory;
import org.passerelle.quarantine.service.ReturnScan;
import org.passerelle.quarantine.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.service.ReturnsDesk.Scanned;
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

    private Scanned returned(String barcode, Instant droppedOff, ReturnSource source) {
        return room.by(agent, () -> room.returnsDesk.scan(new ReturnScan(branch, barcode, false, droppedOff, source)))
                .value();
    }

    private CopyStory story(String barcode) {
        return room.by(agent, () -> stories.of(barcode)).orElseThrow();
    }
}

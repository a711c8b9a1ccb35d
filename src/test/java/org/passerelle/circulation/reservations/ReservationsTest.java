package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.DriveTests;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.Outcome;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;

/** What may be reserved, when, and by whom. */
class ReservationsTest extends DriveTests {

    UUID elsewhere;
    Patron stranger;

    @BeforeEach
    void anotherBranchAndAnotherPatron() {
        elsewhere = drive.branch("GARE");
        stranger = drive.patron("Ali", "Diallo");
    }

    @Test
    void onlyCopiesOfThePickupBranchCountAsAvailable() {
        UUID title = drive.title(elsewhere, "Germinal", 3);

        Outcome<?> outcome = drive.tryToReserve(patron, branch, SLOT, title);

        assertThat(outcome.refusal()).isEqualTo(CirculationRefusal.TITLES_NOT_AVAILABLE);
        assertThat(((Outcome.Refused<?>) outcome).args()).containsExactly("Germinal");
        assertThat(drive.taken(branch, SLOT)).isZero();
    }

    @Test
    void whereOneTitleIsGoneNothingIsKept() {
        UUID there = drive.title(branch, "Nana", 1);
        UUID gone = drive.title(branch, "Germinal", 0);

        assertThat(drive.tryToReserve(patron, branch, SLOT, there, gone).isDone()).isFalse();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.tryToReserve(patron, branch, SLOT, there).isDone()).isTrue();
    }

    @Test
    void fiftyPatronsWantingTheLastCopyMakeOneReservation() throws Exception {
        UUID title = drive.title(branch, "Germinal", 1);
        List<Callable<Outcome<?>>> wishes = IntStream.range(0, 50).mapToObj(n -> drive.patron("P" + n, "Test"))
                .<Callable<Outcome<?>>>map(p -> () -> drive.tryToReserve(p, branch,
                        SLOT.plusSeconds(1800L * (Math.abs(p.cardNumber().hashCode()) % 6)), title)).toList();
        assertThat(Patience.<Outcome<?>>atOnce(wishes)).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.HELD);
    }

    @Test
    void oneDocumentTooManyIsRefusedWhateverIsAskedAlready() {
        drive.reserve(patron, branch, SLOT, titles(5));

        Outcome<?> tooMany = drive.tryToReserve(patron, branch, LATER_SLOT, titles(4));

        assertThat(tooMany.refusal()).isEqualTo(CirculationRefusal.TOO_MANY_DOCUMENTS);
        assertThat(((Outcome.Refused<?>) tooMany).args()).containsExactly(8, 5, 4);
        assertThat(drive.tryToReserve(stranger, branch, LATER_SLOT, titles(4)).isDone()).isTrue();
        assertThat(drive.tryToReserve(patron, branch, LATER_SLOT, titles(3)).isDone()).isTrue();
    }

    @Test
    void oneOpenReservationTooManyIsRefusedUntilOneHasEnded() {
        ReservationId first = drive.reserve(patron, branch, SLOT, titles(1));
        drive.reserve(patron, branch, SLOT, titles(1));
        drive.reserve(patron, elsewhere, SLOT, drive.title(elsewhere, "Nana", 1));

        assertThat(drive.tryToReserve(patron, branch, LATER_SLOT, titles(1)).refusal())
                .isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);
        assertThat(drive.taken(branch, LATER_SLOT)).isZero();

        drive.by(drive.as(patron), () -> drive.reservations.cancel(first)).value();
        assertThat(drive.tryToReserve(patron, branch, LATER_SLOT, titles(1)).isDone()).isTrue();
    }

    @Test
    void whatIsMissingCostsAsManyStatementsHoweverMuchItIs() {
        ReservationId one = drive.reserve(patron, branch, SLOT, titles(1));
        ReservationId five = drive.reserve(stranger, branch, SLOT, titles(5));
        Stream.of(one, five).forEach(id -> drive.see(agent, id).lines().forEach(line ->
                drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value()));

        assertThat(Statements.during(() -> drive.see(agent, five)))
                .hasSameSizeAs(Statements.during(() -> drive.see(agent, one)));
    }

    private UUID[] titles(int howMany) {
        return IntStream.range(0, howMany).mapToObj(n -> drive.title(branch, "Titre " + n, 1)).toArray(UUID[]::new);
    }

    @Test
    void aWrongBarcodeIsToldAndChangesNothing() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        UUID other = drive.title(branch, "Nana", 1);
        String otherBarcode = drive.jdbc.sql("select barcode from app.copy where title = ?").param(other)
                .query(String.class).single();

        assertThat(drive.by(agent, () -> drive.pickingDesk.picked(id, "' or 1=1 --")).refusal())
                .isEqualTo(CirculationRefusal.UNKNOWN_BARCODE);
        assertThat(drive.by(agent, () -> drive.pickingDesk.picked(id, otherBarcode)).refusal())
                .isEqualTo(CirculationRefusal.NOT_IN_THIS_RESERVATION);
        String barcode = drive.see(agent, id).lines().getFirst().barcode();
        drive.by(agent, () -> drive.pickingDesk.picked(id, " " + barcode + " ")).value();
        assertThat(drive.by(agent, () -> drive.pickingDesk.picked(id, barcode)).refusal())
                .isEqualTo(CirculationRefusal.ALREADY_PICKED);
    }

    @Test
    void anotherFreeCopyOfTheSameTitleServesAsWellAsThePromisedOne() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        String promised = drive.see(agent, id).lines().getFirst().barcode();
        String other = drive.jdbc.sql("select barcode from app.copy where title = ? and barcode <> ?")
                .params(title, promised).query(String.class).single();

        drive.by(agent, () -> drive.pickingDesk.picked(id, other)).value();

        assertThat(drive.placeOf(promised)).isEqualTo(PlaceKind.SHELF);
        assertThat(drive.placeOf(other)).isEqualTo(PlaceKind.PICKED);
    }
}

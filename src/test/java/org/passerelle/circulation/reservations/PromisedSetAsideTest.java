package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.waiting.WaitingTests;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.CatalogueFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waited has taken the offer: the copy still stands where it was set aside, and not on its shelf. */
class PromisedSetAsideTest extends WaitingTests {

    @Autowired
    CatalogueFixture catalogue;

    CurrentUser agent;
    ReservationId reservation;

    @BeforeEach
    void aCopySetAsideIsPromised() {
        agent = drive.agentOf(branch);
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        reservation = waiting.accept(jeanne, wait, Drive.SLOT).value().id();
    }

    @Test
    void thePickerIsToldThatItStandsApartUntilItIsInTheirHand() {
        assertThat(line().setAside()).isTrue();

        drive.by(agent, () -> drive.pickingDesk.picked(reservation, line().barcode())).value();

        assertThat(line().setAside()).isFalse();
    }

    @Test
    void whenItIsNotWantedAnyMoreItIsPutBackThroughATaskAndOnlyThenFree() {
        drive.by(drive.as(jeanne), () -> drive.reservations.cancel(reservation)).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(drive.tasks(reservation)).extracting(UserTask::taskKey)
                .containsExactly(DrivePickupProcess.Tasks.PUT_BACK);
        assertThat(drive.tryToReserve(jeanne, branch, Drive.SLOT, title).refusal())
                .isEqualTo(CirculationRefusal.TITLES_NOT_AVAILABLE);

        drive.by(agent, () -> drive.putBackDesk.putBack(reservation, line().barcode())).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void whenAnotherCopyServesItIsPutBackToo() {
        UUID other = catalogue.copy(title, branch);

        drive.by(agent, () -> drive.pickingDesk.picked(reservation, barcode(other))).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.PICKED, PlaceKind.TO_SHELF);
        assertThat(putBackTasks(copy)).hasSize(1);
    }

    @Test
    void whenOneThatWasMissingServesItIsForTheNextWhoWaits() {
        UUID other = catalogue.copy(title, branch);
        transaction.executeWithoutResult(status -> drive.copies.move(other, null, Set.of(PlaceKind.SHELF),
                PlaceKind.MISSING, null, null, null));
        WaitId next = waiting.ask(ali, title, branch);

        drive.by(agent, () -> drive.pickingDesk.picked(reservation, barcode(other))).value();
        waiting.makeOffers();

        assertThat(waiting.see(ali, next).isOffered()).isTrue();
        assertThat(putBackTasks(copy)).isEmpty();
    }

    private ReservationDetails.Line line() {
        return drive.by(agent, () -> drive.book.details(reservation)).lines().getFirst();
    }

    private String barcode(UUID id) {
        return drive.jdbc.sql("select barcode from app.copy where id = ?").param(id).query(String.class).single();
    }

}

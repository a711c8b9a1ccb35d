package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;

/** A copy that is damaged or not to be found goes out of use, whatever became of its reservation meanwhile. */
class CopyTroubleTest extends DriveTests {

    @Autowired
    Waiting waiting;
    @Autowired
    Journal journal;

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void aDamagedCopyIsNotLendableAgainThoughThePatronCancelledMeanwhile() {
        ReservationId id = reserveTwo();
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).value()).isEmpty();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        assertThat(noteOf(line)).isEqualTo("Dos arraché");
        assertThat(journal.story(DrivePickupProcess.caseOf(id))).last().extracting(Journal.Entry::messageKey)
                .isEqualTo("journal.drive-pickup.damaged");
    }

    @Test
    void aCopyThatIsNotFoundIsMissingThoughThePatronCancelledMeanwhile() {
        ReservationId id = reserveTwo();
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.MISSING);
    }

    @Test
    void whatWasPickedAndIsDamagedDoesNotGoBackToItsShelf() {
        ReservationId id = reserveTwo();
        List<Line> lines = drive.see(agent, id).lines();
        lines.forEach(line -> drive.by(agent, () -> drive.pickingDesk.picked(id, line.barcode())).value());
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        drive.by(agent, () -> drive.pickingDesk.damaged(id, lines.getFirst().copy(), "Dos arraché")).value();

        assertThat(drive.placeOf(lines.getFirst().barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        assertThat(drive.see(agent, id).lines()).extracting(Line::state)
                .containsExactlyInAnyOrder(LineState.MISSING, LineState.TO_PUT_BACK);
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
        drive.putBackAll(agent, id);
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNull();
    }

    @Test
    void theLastOfABagThatIsMissingOrDamagedEndsItsCase() {
        ReservationId id = twoInABag();
        List<Line> lines = drive.see(agent, id).lines();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        drive.by(agent, () -> drive.putBackDesk.notFound(id, lines.getFirst().copy())).value();
        drive.by(agent, () -> drive.putBackDesk.damaged(id, lines.getLast().copy(), "Mouillé")).value();

        assertThat(List.of(drive.placeOf(lines.getFirst().barcode()), drive.placeOf(lines.getLast().barcode())))
                .containsExactly(PlaceKind.MISSING, PlaceKind.OUT_OF_CIRCULATION);
        assertThat(drive.tasks(id)).isEmpty();
        assertThat(journal.story(DrivePickupProcess.caseOf(id))).extracting(Journal.Entry::messageKey)
                .as("nothing came back to its shelf").doesNotContain("journal.drive-pickup.putBack");
    }

    @Test
    void whatSomebodyHasScannedBackMeanwhileIsNotMissing() {
        ReservationId id = twoInABag();
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        drive.putBackAll(agent, id);

        assertThat(drive.by(agent, () -> drive.putBackDesk.notFound(id, line.copy())).refusal())
                .isEqualTo(CirculationRefusal.NOT_TO_PUT_BACK);

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void whoWasPromisedTheDamagedCopyMeanwhileIsNotGivenIt() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        Line line = drive.see(agent, id).lines().getFirst();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        ReservationId next = drive.reserve(drive.patron("Ali", "Diallo"), branch, SLOT, title);

        drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).value();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        assertThat(drive.see(agent, next).lines()).extracting(Line::state).containsExactly(LineState.MISSING);
    }

    @Test
    void forWhomTheDamagedCopyWasSetAsideMeanwhileWaitsOn() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        Line line = drive.see(agent, id).lines().getFirst();
        var ali = drive.patron("Ali", "Diallo");
        WaitId wait = waiting.ask(ali, title, branch);
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.HELD);

        drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).value();
        waiting.makeOffers();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        assertThat(waiting.see(ali, wait).isOffered()).isFalse();
        assertThat(waiting.see(ali, wait).position()).isEqualTo(1);
    }

    @Test
    void whatHasJustBeenOfferedToSomebodyIsNotTakenFromThemWithoutAWord() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        Line line = drive.see(agent, id).lines().getFirst();
        waiting.ask(drive.patron("Ali", "Diallo"), title, branch);
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        waiting.makeOffers();

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).refusal())
                .isEqualTo(CirculationRefusal.COPY_OFFERED);
    }

    @Test
    void whoDoesNotFindACopyThatAnotherHasReplacedMeanwhileMarksNoOther() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2));
        Line seen = drive.see(agent, id).lines().getFirst();
        drive.by(drive.agentOf(branch), () -> drive.pickingDesk.notFound(id, seen.copy())).value();

        assertThat(drive.by(agent, () -> drive.pickingDesk.notFound(id, seen.copy())).isDone()).isFalse();
        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, seen.copy(), "Dos arraché")).isDone()).isFalse();

        Line now = drive.see(agent, id).lines().getFirst();
        assertThat(now.copy()).isNotEqualTo(seen.copy());
        assertThat(drive.placeOf(now.barcode())).isEqualTo(PlaceKind.HELD);
        assertThat(drive.placeOf(seen.barcode())).isEqualTo(PlaceKind.MISSING);
    }

    @Test
    void aDamagedCopyIsNotLendableAgainThoughSomebodyHasScannedAnotherInItsPlace() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2), drive.title(branch, "Nana", 1));
        List<Line> lines = drive.see(agent, id).lines();
        Line promised = lines.stream().filter(line -> line.titleText().equals("Germinal")).findFirst().orElseThrow();
        Line nana = lines.stream().filter(line -> line.titleText().equals("Nana")).findFirst().orElseThrow();
        drive.by(drive.agentOf(branch), () -> drive.pickingDesk.notFound(id, nana.copy())).value();
        String other = drive.jdbc.sql("select barcode from app.copy where title = ? and barcode <> ?")
                .params(drive.jdbc.sql("select title from app.copy where barcode = ?").param(promised.barcode()).query(UUID.class).single(),
                        promised.barcode()).query(String.class).single();
        drive.by(drive.agentOf(branch), () -> drive.pickingDesk.picked(id, other)).value();
        assertThat(drive.placeOf(promised.barcode())).isEqualTo(PlaceKind.SHELF);

        drive.by(agent, () -> drive.pickingDesk.damaged(id, promised.copy(), "Dos arraché")).value();

        assertThat(drive.placeOf(promised.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        assertThat(noteOf(promised)).isEqualTo("Dos arraché");
        assertThat(drive.placeOf(other)).isEqualTo(PlaceKind.PICKED);
    }

    @Test
    void ofACopyThatTheReservationNeverAskedForNothingIsSaid() {
        ReservationId id = reserveTwo();
        ReservationId others = drive.reserve(drive.patron("Noor", "Haddad"), branch, SLOT, drive.title(branch, "Thérèse Raquin", 1));
        Line theirs = drive.see(agent, others).lines().getFirst();

        assertThat(drive.by(agent, () -> drive.pickingDesk.notFound(id, theirs.copy())).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, theirs.copy(), "Dos arraché")).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);

        assertThat(drive.placeOf(theirs.barcode())).isEqualTo(PlaceKind.HELD);
    }

    @Test
    void whatIsSaidOfACopyTwiceNamesWhoSaidItOfThatCopy() {
        ReservationId id = reserveTwo();
        List<Line> lines = drive.see(agent, id).lines();
        CurrentUser first = drive.agentNamed("Anne", branch);
        CurrentUser second = drive.agentNamed("Bruno", branch);
        drive.by(first, () -> drive.pickingDesk.notFound(id, lines.getFirst().copy())).value();
        drive.by(second, () -> drive.pickingDesk.notFound(id, lines.getLast().copy())).value();

        Outcome<?> again = drive.by(agent, () -> drive.pickingDesk.notFound(id, lines.getFirst().copy()));

        assertThat(((Outcome.Refused<?>) again).args()).contains("Anne");
    }

    @Test
    void whatIsSeenToBeDamagedWhileTheBagIsMadeStaysOutOfItThoughThereIsAnotherCopy() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 2),
                drive.title(branch, "Nana", 1));
        drive.pick(agent, id);
        List<Line> lines = drive.see(agent, id).lines();
        Line line = lines.stream().filter(each -> each.titleText().equals("Germinal")).findFirst().orElseThrow();

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).value()).isEmpty();

        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
        drive.bag(agent, id);
        assertThat(drive.see(agent, id).lines()).extracting(Line::state)
                .containsExactlyInAnyOrder(LineState.MISSING, LineState.BAGGED);
        engine.runDueJobs();
        assertThat(drive.templatesWritten(id)).contains("drive-ready-partly");
        drive.handOverAll(agent, id);
        assertThat(drive.tasks(id)).isEmpty();
    }

    @Test
    void theLastDocumentIsNotTakenOutOfItsBagAndWhatToDoInsteadWorks() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        drive.pick(agent, id);
        Line line = drive.see(agent, id).lines().getFirst();

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, line.copy(), "Dos arraché")).refusal())
                .isEqualTo(CirculationRefusal.LAST_FOR_BAG);
        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.PICKED);

        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        drive.by(agent, () -> drive.putBackDesk.damaged(id, line.copy(), "Dos arraché")).value();
        assertThat(drive.placeOf(line.barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
    }

    @Test
    void whatIsInABagIsTakenOutOfItAtTheHandover() {
        ReservationId id = twoInABag();
        List<Line> lines = drive.see(agent, id).lines();

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, lines.getFirst().copy(), "Dos arraché")).refusal())
                .isEqualTo(CirculationRefusal.IN_BAG);

        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(lines.getLast().id()))).value();
        drive.by(agent, () -> drive.putBackDesk.damaged(id, lines.getFirst().copy(), "Dos arraché")).value();
        assertThat(drive.placeOf(lines.getFirst().barcode())).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);
    }

    private String noteOf(Line line) {
        return drive.jdbc.sql("select p.note from app.copy_place p join app.copy c on c.id = p.copy where c.barcode = ?")
                .param(line.barcode()).query(String.class).single();
    }
}

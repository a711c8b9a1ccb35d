package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.LoanReturns;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A copy that was set aside, and that nobody wants any more, until it is scanned at its shelf. */
class ShelfReturnProcessTest extends WaitingTests {

    @Autowired
    SetAsideShelf shelf;
    @Autowired
    CopyPlaces copies;
    @Autowired
    Journal journal;

    CurrentUser agent;
    WaitId wait;

    @BeforeEach
    void aCopyIsSetAsideAndOffered() {
        agent = drive.agentOf(branch);
        wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
    }

    @Test
    void anOfferThatLapsesWithNobodyNextMakesATaskAndTheCopyIsFreeWhenItIsScannedBack() {
        clock.advance(Duration.ofHours(73));
        engine.runDueJobs();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(putBackTasks(copy)).singleElement().satisfies(task -> {
            assertThat(task.taskKey()).isEqualTo(ShelfReturnProcess.Tasks.PUT_BACK);
            assertThat(drive.jdbc.sql("select branch from app.inbox_task where case_id = ?").param(copy)
                    .query(UUID.class).single()).isEqualTo(branch);
            assertThat(drive.jdbc.sql("select due from app.inbox_task where case_id = ?").param(copy)
                    .query(OffsetDateTime.class).single().toInstant()).isEqualTo(task.created().plus(Duration.ofDays(1)));
        });
        assertThat(drive.tryToReserve(jeanne, branch, Drive.SLOT.plus(Duration.ofDays(7)), title).refusal())
                .isEqualTo(CirculationRefusal.TITLES_NOT_AVAILABLE);

        assertThat(scan(barcode()).isSetAside()).isFalse();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(engine.endOf(ShelfReturnProcess.caseOf(copy))).contains("end_scannedBack");
        assertThat(drive.by(agent, () -> journal.story(ShelfReturnProcess.caseOf(copy))))
                .extracting(Journal.Entry::messageKey)
                .containsExactly("journal.shelf-return.unwanted", "journal.shelf-return.putBack");
    }

    @Test
    void anOfferThatIsRefusedWithNobodyNextMakesATaskToo() {
        waiting.giveUp(jeanne, wait).value();

        assertThat(putBackTasks(copy)).hasSize(1);
        scan(barcode());
        assertThat(putBackTasks(copy)).isEmpty();
    }

    @Test
    void whatGoesToTheNextIsNotPutBack() {
        WaitId next = waiting.ask(ali, title, branch);

        waiting.giveUp(jeanne, wait).value();
        waiting.makeOffers();

        assertThat(putBackTasks(copy)).isEmpty();
        assertThat(waiting.see(ali, next).isOffered()).isTrue();
        waiting.giveUp(ali, next).value();
        assertThat(putBackTasks(copy)).hasSize(1);
    }

    @Test
    void whoAsksBeforeItIsScannedBackIsOfferedIt() {
        waiting.giveUp(jeanne, wait).value();
        WaitId next = waiting.ask(ali, title, branch);

        assertThat(scan(barcode()).isSetAside()).isTrue();
        waiting.makeOffers();

        assertThat(waiting.see(ali, next).isOffered()).isTrue();
        assertThat(putBackTasks(copy)).isEmpty();
    }

    @Test
    void onlyThatCopyIsScannedBackOnceAndOnlyByStaffOfTheBranch() {
        waiting.giveUp(jeanne, wait).value();
        UUID nana = drive.title(branch, "Nana", 1);
        String other = drive.jdbc.sql("select barcode from app.copy where title = ?").param(nana).query(String.class).single();

        assertThat(drive.by(agent, () -> shelf.putBack(copy, other)).refusal()).isEqualTo(CirculationRefusal.NOT_THIS_COPY);
        assertThat(drive.by(agent, () -> shelf.putBack(copy, "?")).refusal()).isEqualTo(CirculationRefusal.UNKNOWN_BARCODE);
        for (CurrentUser stranger : List.of(drive.as(jeanne), drive.agentOf(drive.branch("GARE")))) {
            assertThatThrownBy(() -> drive.by(stranger, () -> shelf.putBack(copy, barcode())))
                    .isInstanceOf(AccessDeniedException.class);
        }
        scan(" " + barcode() + " ");
        assertThat(drive.by(agent, () -> shelf.putBack(copy, barcode())).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);
    }

    @Test
    void scannedByMistakeItStandsApartAgainUntilSomebodyReservesIt() {
        waiting.giveUp(jeanne, wait).value();
        scan(barcode());
        assertThat(drive.by(drive.agentOf(branch), () -> shelf.notPutBack(copy)).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        drive.by(agent, () -> shelf.notPutBack(copy)).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(putBackTasks(copy)).hasSize(1);
        assertThat(drive.by(agent, () -> shelf.notPutBack(copy)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        scan(barcode());
        assertThat(putBackTasks(copy)).isEmpty();
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(drive.by(agent, () -> shelf.notPutBack(copy)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void whatSomebodyHasReservedSinceStaysTheirs() {
        waiting.giveUp(jeanne, wait).value();
        scan(barcode());

        drive.reserve(ali, branch, Drive.SLOT.plus(Duration.ofDays(7)), title);
        assertThat(drive.by(agent, () -> shelf.notPutBack(copy)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void aCopyThatIsNotThereIsMissingUntilItTurnsUp() {
        waiting.giveUp(jeanne, wait).value();

        drive.by(agent, () -> shelf.notFound(copy)).value();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.MISSING);
        assertThat(putBackTasks(copy)).isEmpty();
        assertThat(engine.endOf(ShelfReturnProcess.caseOf(copy))).contains("end_notFound");
        assertThat(journal.story(ShelfReturnProcess.caseOf(copy))).extracting(Journal.Entry::messageKey)
                .contains("journal.shelf-return.notFound");
        assertThat(drive.by(agent, () -> shelf.notFound(copy)).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(drive.by(agent, () -> shelf.putBack(copy, barcode())).refusal()).isEqualTo(CommonRefusal.ALREADY_DONE);
    }

    @Test
    void onlyStaffOfTheBranchSaysThatItIsNotThere() {
        waiting.giveUp(jeanne, wait).value();

        for (CurrentUser stranger : List.of(drive.as(jeanne), drive.agentOf(drive.branch("GARE")))) {
            assertThatThrownBy(() -> drive.by(stranger, () -> shelf.notFound(copy)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> drive.by(stranger, () -> shelf.notPutBack(copy)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(putBackTasks(copy)).hasSize(1);
    }

    @Test
    void whatNeverLeftItsShelfNeedsNoTask() {
        UUID other = drive.title(branch, "Nana", 1);
        UUID away = waiting.lend(other, branch);
        WaitId unwanted = waiting.ask(jeanne, other, branch);
        waiting.comesBack(away);

        waiting.giveUp(jeanne, unwanted).value();

        assertThat(drive.places()).containsKey(PlaceKind.SHELF);
        assertThat(putBackTasks(away)).isEmpty();
    }

    private LoanReturns.PutBack scan(String barcode) {
        return drive.by(agent, () -> shelf.putBack(copy, barcode)).value();
    }

    private String barcode() {
        return copies.copies(List.of(copy)).getFirst().barcode();
    }
}

package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;
import static org.passerelle.circulation.waiting.process.WaitingTitleProcess.caseOf;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** To whom a copy is offered that somebody has set aside. */
class WaitingOffersTest extends WaitingTests {

    @Autowired
    TransactionTemplate transaction;

    WaitId first;
    WaitId second;

    @BeforeEach
    void twoWaitForIt() {
        first = waiting.ask(jeanne, title, branch);
        second = waiting.ask(ali, title, branch);
    }

    @Test
    void whatHasComeBackIsKeptForTheLineUntilTheOfferIsMade() {
        waiting.comesBackUnseen(copy);

        assertThat(waiting.see(jeanne, first)).satisfies(wait -> {
            assertThat(wait.state()).isEqualTo(WaitState.CHOSEN);
            assertThat(wait.position()).isEqualTo(1);
            assertThat(wait.isOpen()).isTrue();
        });
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.HELD);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
        assertThat(drive.by(drive.as(jeanne), () -> waiting.list.mine())).hasSize(1);
        assertThat(waiting.tryToAsk(jeanne, title, branch).refusal()).isEqualTo(CirculationRefusal.ALREADY_WAITING);
    }

    @Test
    void whoGivesUpBeforeTheOfferIsMadeLeavesTheCopyToTheNext() {
        waiting.comesBackUnseen(copy);

        waiting.giveUp(jeanne, first).value();
        waiting.makeOffers();

        assertThat(waiting.see(ali, second).isOffered()).isTrue();
    }

    @Test
    void aWaitThatEndsBeforeTheOfferIsMadeLeavesTheCopyToTheNext() {
        clock.setTo(waiting.see(jeanne, first).wantedUntil().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        waiting.comesBackUnseen(copy);

        engine.runDueJobs();
        waiting.makeOffers();

        assertThat(waiting.see(jeanne, first).state()).isEqualTo(WaitState.EXPIRED);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void whoseCardIsBlockedLeavesTheLineAndTheNextIsOffered() {
        block(jeanne);

        waiting.comesBack(copy);
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(first))).contains("end_notAllowed");
        assertThat(waiting.see(jeanne, first).state()).isEqualTo(WaitState.NOT_ALLOWED);
        assertThat(waiting.templatesWritten(first)).containsExactly("waiting-not-allowed");
        assertThat(waiting.see(ali, second).isOffered()).isTrue();
    }

    @Test
    void withNobodyWhoMayHaveItACopyIsFreeForAnybody() {
        block(jeanne);
        block(ali);

        waiting.comesBack(copy);

        assertThat(waiting.see(ali, second).state()).isEqualTo(WaitState.NOT_ALLOWED);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void whoHasReachedALimitIsPassedOverToldOnceAndStaysFirst() {
        waiting.reachTheLimit(jeanne, branch);

        waiting.comesBack(copy);
        engine.runDueJobs();

        assertThat(waiting.see(ali, second).isOffered()).isTrue();
        assertThat(waiting.see(jeanne, first)).extracting(WaitDetails::state, WaitDetails::position)
                .containsExactly(WaitState.WAITING, 1);
        assertThat(waiting.templatesWritten(first)).containsExactly("waiting-passed-over");

        Patron lia = drive.patron("Lia", "Costa");
        WaitId third = waiting.ask(lia, title, branch);
        waiting.giveUp(ali, second).value();
        waiting.makeOffers();
        assertThat(waiting.see(lia, third).isOffered()).isTrue();
        assertThat(waiting.templatesWritten(first)).containsExactly("waiting-passed-over");
    }

    @Test
    void withNobodyElseWhoMayHaveItWhoHasReachedALimitHasUntilTheDeadlineToMakeRoom() {
        List<ReservationId> reservations = waiting.reachTheLimit(jeanne, branch);
        waiting.giveUp(ali, second).value();

        waiting.comesBack(copy);
        assertThat(waiting.see(jeanne, first).isOffered()).isTrue();
        assertThat(waiting.accept(jeanne, first, SLOT).refusal()).isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);
        drive.by(drive.as(jeanne), () -> drive.reservations.cancel(reservations.getFirst())).value();

        assertThat(waiting.accept(jeanne, first, SLOT).isDone()).isTrue();
    }

    @Test
    void offersThatAreBegunOrMadeTwiceAtOnceAreMadeOnce() throws Exception {
        waiting.comesBackUnseen(copy);

        twiceAtOnce(waiting::beginOffers);
        assertThat(engine.raw().getRuntimeService().createProcessInstanceQuery()
                .processDefinitionKey(CopyOfferProcess.KEY).count()).isOne();
        twiceAtOnce(() -> transaction.executeWithoutResult(status -> waiting.offers.offer(copy)));
        engine.runDueJobs();

        assertThat(waiting.see(jeanne, first).isOffered()).isTrue();
        assertThat(waiting.see(ali, second).isOffered()).isFalse();
        assertThat(waiting.templatesWritten(first)).containsExactly("waiting-offered");
    }

    private static void twiceAtOnce(Runnable work) throws Exception {
        Patience.atOnce(2, Executors.callable(work));
    }

    @Test
    void anOfferAndGivingUpAtOnceNeverLoseTheCopy() throws Exception {
        for (int n = 0; n < 10; n++) {
            UUID other = drive.title(branch, "Course " + n, 1);
            UUID away = waiting.lend(other, branch);
            Patron patron = drive.patron("A" + n, "Test");
            WaitId wait = waiting.ask(patron, other, branch);
            WaitId next = waiting.ask(ali, other, branch);
            waiting.comesBackUnseen(away);
            List<Callable<Object>> race = List.of(() -> waiting.giveUp(patron, wait).value() == null, () -> {
                waiting.makeOffers();
                return null;
            });
            Patience.atOnce(race);
            waiting.makeOffers();
            assertThat(waiting.see(ali, next).isOffered()).isTrue();
            waiting.giveUp(ali, next).value();
        }
    }

    private void block(Patron patron) {
        drive.jdbc.sql("update app.patron set blocked = true where id = ?").param(patron.id()).update();
    }
}

package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;
import static org.passerelle.circulation.waiting.process.WaitingTitleProcess.caseOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.support.Consistency;

/** A wait, from the question to each of its end events. */
class WaitingTitleProcessTest extends WaitingTests {

    @Test
    void anOfferAcceptedIsAReservationThatGoesOnByItself() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);
        engine.runDueJobs();
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered");

        ReservationId id = waiting.accept(jeanne, wait, SLOT).value().id();

        assertThat(engine.endOf(caseOf(wait))).contains("end_reserved");
        assertThat(drive.see(drive.as(jeanne), id).lines()).extracting(line -> line.copy()).containsExactly(copy);
        assertThat(drive.task(id, DrivePickupProcess.Tasks.PICK_DOCUMENTS)).isNotNull();
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.HELD);
        assertThat(drive.templatesWritten(id)).containsExactly("drive-reserved");
    }

    @Test
    void anOfferCanBeAcceptedBeforeTheMessageHasBeenWritten() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);

        waiting.accept(jeanne, wait, SLOT).value();
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(wait))).contains("end_reserved");
        assertThat(waiting.templatesWritten(wait)).isEmpty();
    }

    @Test
    void whoGivesUpLeavesTheLine() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        WaitId next = waiting.ask(ali, title, branch);
        assertThat(waiting.see(ali, next).position()).isEqualTo(2);

        waiting.giveUp(jeanne, wait).value();

        assertThat(engine.endOf(caseOf(wait))).contains("end_givenUp");
        assertThat(waiting.see(ali, next).position()).isEqualTo(1);
    }

    @Test
    void whoGivesAnOfferUpPassesItToTheNext() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        WaitId next = waiting.ask(ali, title, branch);
        waiting.comesBack(copy);
        engine.runDueJobs();

        waiting.giveUp(jeanne, wait).value();

        waiting.makeOffers();
        assertThat(engine.endOf(caseOf(wait))).contains("end_givenUp");
        assertThat(waiting.see(ali, next).isOffered()).isTrue();
    }

    @Test
    void anOfferThatNobodyAnswersGoesToTheNextAndThenToTheShelf() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        WaitId next = waiting.ask(ali, title, branch);
        waiting.comesBack(copy);
        Instant deadline = waiting.see(jeanne, wait).offerUntil();
        assertThat(deadline).isEqualTo(clock.instant().plus(Duration.ofHours(72)));

        clock.setTo(deadline.minusSeconds(1));
        engine.runDueJobs();
        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        clock.setTo(deadline);
        engine.runDueJobs();
        waiting.makeOffers();
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(wait))).contains("end_tooLate");
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered", "waiting-lapsed");
        assertThat(waiting.see(ali, next).offerUntil()).isEqualTo(deadline.plus(Duration.ofHours(72)));
        assertThat(waiting.templatesWritten(next)).containsExactly("waiting-offered");
        assertThat(waiting.accept(jeanne, wait, SLOT).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);

        clock.setTo(deadline.plus(Duration.ofHours(72)));
        engine.runDueJobs();
        assertThat(engine.endOf(caseOf(next))).contains("end_tooLate");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void aWaitEndsWithTheLastDayOnWhichItIsWanted() {
        LocalDate lastDay = LocalDate.parse("2026-11-30");
        WaitId wait = waiting.by(jeanne, list -> list.ask(waiting.wish(jeanne, title, branch, lastDay, Channel.ONLINE)))
                .value();

        clock.setTo(Instant.parse("2026-11-30T22:59:59Z"));
        engine.runDueJobs();
        assertThat(engine.endOf(caseOf(wait))).isEmpty();
        clock.setTo(Instant.parse("2026-11-30T23:00:00Z"));
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(wait))).contains("end_noLongerWanted");
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-over");
        waiting.comesBack(copy);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void withoutALastDayAWaitEndsAfterNinetyDays() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        assertThat(waiting.see(jeanne, wait).wantedUntil()).isEqualTo(LocalDate.parse("2027-02-22"));

        clock.advance(Duration.ofDays(91));
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(wait))).contains("end_noLongerWanted");
    }

    @Test
    void aStepThatIsRepeatedChangesNothing() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);
        waiting.giveUp(jeanne, wait).value();
        String before = Consistency.fingerprint(drive.jdbc);

        waiting.repeatSteps(List.of(wait));

        assertThat(Consistency.fingerprint(drive.jdbc)).isEqualTo(before);
    }
}

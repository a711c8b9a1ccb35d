package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.FailingJobs;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the drive and the queue do when a time has come is done once, however often it fails first. */
@PasserelleTest
class FailingStepsTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    FailingJobs steps;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    Journal journal;

    private UUID branch;
    private Patron jeanne;
    private CurrentUser agent;
    private ReservationId reservation;
    private UUID copy;
    private WaitId wait;
    private WaitId next;

    @Test
    void aReminder() {
        steps.areTriedAgain(DrivePickupProcess.KEY, () -> {
            ready(LATER_SLOT);
            clock.setTo(LATER_SLOT.minus(Duration.ofHours(24)));
        });
        assertThat(drive.templatesWritten(reservation)).containsOnlyOnce("drive-reminder");
    }

    @Test
    void anAppointmentThatIsMissed() {
        steps.areTriedAgain(DrivePickupProcess.KEY, () -> {
            ready(SLOT);
            clock.setTo(SLOT.plus(Duration.ofHours(1)));
        });
        assertThat(drive.see(agent, reservation).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.templatesWritten(reservation)).containsOnlyOnce("drive-missed");
        assertThat(story(DrivePickupProcess.caseOf(reservation))).containsOnlyOnce("journal.drive-pickup.missed");
        assertThat(drive.taken(branch, SLOT)).isOne();
    }

    @Test
    void anOfferOfANewSlotThatNobodyAnswers() {
        steps.areTriedAgain(DrivePickupProcess.KEY, () -> {
            ready(SLOT);
            neitherCameNorAnswered();
        });
        assertThat(drive.see(agent, reservation).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(drive.templatesWritten(reservation)).containsOnlyOnce("drive-no-show");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(drive.tasks(reservation)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, reservation);
        assertThat(engine.endOf(DrivePickupProcess.caseOf(reservation))).contains("end_noShow");
        assertThat(drive.loanStates()).containsOnly("VOIDED");
    }

    @Test
    void theSameForDocumentsThatNobodyHasPicked() {
        steps.areTriedAgain(DrivePickupProcess.KEY, () -> {
            reserved(SLOT);
            neitherCameNorAnswered();
        });
        assertThat(engine.endOf(DrivePickupProcess.caseOf(reservation))).contains("end_noShow");
        assertThat(drive.templatesWritten(reservation)).containsOnlyOnce("drive-no-show");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void offeringACopyThatIsSetAside() {
        steps.areTriedAgain(CopyOfferProcess.KEY, () -> {
            twoWait();
            waiting.comesBackUnseen(copy);
            waiting.beginOffers();
        });
        assertThat(engine.endOf(CopyOfferProcess.caseOf(copy))).contains("end_settled");
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered");
    }

    @Test
    void tellingOfAnOfferThatACopyIsBack() {
        steps.areTriedAgain(WaitingTitleProcess.KEY, this::offered);
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered");
    }

    @Test
    void anOfferOfACopyThatNobodyAnswersAndThatGoesToTheNext() {
        steps.areTriedAgain(WaitingTitleProcess.KEY, () -> {
            offered();
            engine.runDueJobs();
            clock.setTo(waiting.see(jeanne, wait).offerUntil());
        });
        waiting.makeOffers();
        engine.runDueJobs();
        assertThat(engine.endOf(WaitingTitleProcess.caseOf(wait))).contains("end_tooLate");
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered", "waiting-lapsed");
        assertThat(waiting.templatesWritten(next)).containsExactly("waiting-offered");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.HELD);
    }

    @Test
    void aWaitThatIsNoLongerWanted() {
        steps.areTriedAgain(WaitingTitleProcess.KEY, () -> {
            twoWait();
            clock.advance(Duration.ofDays(91));
        });
        assertThat(engine.endOf(WaitingTitleProcess.caseOf(wait))).contains("end_noLongerWanted");
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-over");
    }

    private void aLibrary() {
        branch = drive.branch("PORT");
        jeanne = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
    }

    private void reserved(Instant slot) {
        aLibrary();
        reservation = drive.reserve(jeanne, branch, slot, drive.title(branch, "Germinal", 1),
                drive.title(branch, "Les Misérables", 1));
        engine.runDueJobs();
    }

    private void ready(Instant slot) {
        reserved(slot);
        drive.pick(agent, reservation);
        drive.bag(agent, reservation);
        engine.runDueJobs();
    }

    private void neitherCameNorAnswered() {
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
    }

    private void twoWait() {
        aLibrary();
        UUID title = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(title, branch);
        wait = waiting.ask(jeanne, title, branch);
        next = waiting.ask(drive.patron("Ali", "Diallo"), title, branch);
    }

    private void offered() {
        twoWait();
        waiting.comesBack(copy);
    }

    private List<String> story(CaseRef process) {
        return journal.story(process).stream().map(Journal.Entry::messageKey).toList();
    }
}

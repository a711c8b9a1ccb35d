package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.Drive.LATER_SLOT;
import static org.passerelle.circulation.Drive.SLOT;
import static org.passerelle.circulation.process.DrivePickupProcess.caseOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.domain.AppointmentState;
import org.passerelle.circulation.domain.DocumentsState;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.domain.ReservationOutcome;
import org.passerelle.circulation.domain.SlotRules;
import org.passerelle.circulation.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.service.ReservationDetails;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Consistency;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** The drive, from the click to each of its end events. */
@PasserelleTest
class DrivePickupProcessTest {

    @Autowired
    Drive drive;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    UUID branch;
    Patron patron;
    CurrentUser agent;

    @BeforeEach
    void anOpenBranch() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
    }

    ReservationId reserveTwo() {
        return drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1),
                drive.title(branch, "Les Misérables", 1));
    }

    @Test
    void documentsThatArePickedBaggedAndHandedOverAreCollected() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT);
        drive.by(drive.as(patron), () -> drive.reservations.arrived(id)).value();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.ARRIVED);

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.ON_LOAN);
        assertThat(drive.loanStates()).containsExactly("RUNNING", "RUNNING");
        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-ready");
    }

    @Test
    void aPatronWhoComesBeforeTheBagIsReadyIsServedAsSoonAsItIs() {
        ReservationId id = reserveTwo();
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.BAG_NOT_READY);
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();

        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.task(id, Tasks.HAND_OVER)).isNotNull();
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void whoPrefersTheTelephoneIsCalledForTheNewestNewsAlone() {
        patron = drive.patronByPhone("Jeanne", "Ferrand");
        ReservationId id = reserveTwo();
        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();
        engine.runDueJobs();

        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
        assertThat(drive.templatesStill(id, "OVERTAKEN")).containsExactly("drive-reserved", "drive-slot-changed");
    }

    @Test
    void nobodyIsCalledAboutWhatIsCollected() {
        patron = drive.patronByPhone("Jeanne", "Ferrand");
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-ready");

        drive.handOverAll(agent, id).value();

        assertThat(drive.templatesStill(id, "TO_CALL")).isEmpty();
    }

    @Test
    void whatThePatronDoesNotTakeGoesBackToItsShelf() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        UUID taken = drive.see(agent, id).lines().getFirst().id();

        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(taken))).value();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(drive.task(id, Tasks.PUT_BACK)).isNotNull();
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.places()).containsEntry(PlaceKind.ON_LOAN, 1L).containsEntry(PlaceKind.SHELF, 1L);
        assertThat(drive.loanStates()).containsExactlyInAnyOrder("RUNNING", "VOIDED");
    }

    @Test
    void withNothingFoundThePatronIsToldAndThePlaceIsFree() {
        ReservationId id = reserveTwo();
        assertThat(drive.taken(branch, SLOT)).isEqualTo(1);
        drive.see(agent, id).lines().forEach(line ->
                assertThat(drive.by(agent, () -> drive.pickingDesk.notFound(id, line.id())).value()).isEmpty());

        drive.by(agent, () -> drive.pickingDesk.pickingDone(drive.task(id, Tasks.PICK_DOCUMENTS), id)).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_nothingFound");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NOTHING_FOUND);
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-nothing-found");
        assertThat(calendarMethod(id, "drive-nothing-found")).isEqualTo("CANCEL");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.MISSING);
    }

    @Test
    void cancellingBeforeAnythingIsPickedEndsTheCaseAtOnce() {
        ReservationId id = reserveTwo();

        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_cancelled");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.templatesWritten(id)).contains("drive-cancelled");
    }

    @Test
    void cancellingAfterBaggingSendsTheDocumentsBackThroughATask() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);

        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        assertThat(drive.loanStates()).containsOnly("VOIDED");
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_cancelled");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.see(agent, id).documents()).isEqualTo(DocumentsState.NONE);
    }

    @Test
    void whoDoesNotComeIsOfferedOneNewSlotAndThenTheDocumentsGoBack() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofMinutes(59)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        clock.setTo(SLOT.plus(Duration.ofMinutes(60)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(72)));

        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(drive.loanStates()).containsOnly("VOIDED");
        assertThat(drive.templatesWritten(id)).contains("drive-missed", "drive-no-show");
    }

    @Test
    void aMissedPatronBooksAnewAndIsNotOfferedASecondSlot() {
        ReservationId id = reserveTwo();
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);

        clock.setTo(LATER_SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();

        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
    }

    @Test
    void aLatePatronIsServedWhileANewSlotIsOffered() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(2)));
        engine.runDueJobs();

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void aLatePatronIsServedUntilTheDocumentsArePutBack() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        String scannedBack = drive.see(agent, id).lines().getFirst().barcode();
        drive.by(agent, () -> drive.pickingDesk.putBack(id, scannedBack)).value();

        drive.handOverAll(agent, id).value();

        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(drive.places()).containsEntry(PlaceKind.ON_LOAN, 1L).containsEntry(PlaceKind.SHELF, 1L);
    }

    private ReservationId missedForGood(boolean bagged) {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        if (bagged) {
            drive.bag(agent, id);
        }
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        return id;
    }

    @Test
    void whoCameAfterAllAndLeftAgainWithoutTheBagKeepsNoTaskOpen() {
        ReservationId id = missedForGood(true);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.HAND_OVER_LATE);

        drive.putBackAll(agent, id);

        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void whatWasPickedButNeverBaggedIsNotHandedOverAfterAMissedAppointment() {
        ReservationId id = missedForGood(false);

        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
        assertThat(drive.by(agent, () -> drive.reservations.arrived(id)).refusal())
                .isEqualTo(CirculationRefusal.RESERVATION_OVER);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
    }

    @Test
    void whoWasTakenForThePatronIsNotThereAndTheAppointmentIsMissedInItsTime() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.BOOKED);
        assertThat(drive.see(agent, id).arrivedAt()).isNull();
        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(drive.by(agent, () -> drive.reservations.notThere(id)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        clock.setTo(SLOT.plus(Duration.ofMinutes(60)));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.MISSED);
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void whoIsNotThereAfterAMissedAppointmentHasUntilTheSameDeadline() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        Instant deadline = drive.see(agent, id).answerUntil();
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(agent, () -> drive.reservations.notThere(id)).value();

        assertThat(drive.see(agent, id).answerUntil()).isEqualTo(deadline);
        clock.setTo(deadline.minusSeconds(1));
        engine.runDueJobs();
        assertThat(drive.see(agent, id).isOpen()).isTrue();
        clock.setTo(deadline);
        engine.runDueJobs();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.NO_SHOW);

        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.by(agent, () -> drive.reservations.notThere(id)).value();
        assertThat(drive.tasks(id)).extracting(task -> task.taskKey()).containsExactly(Tasks.PUT_BACK);
        drive.putBackAll(agent, id);
        assertThat(engine.endOf(caseOf(id))).contains("end_noShow");
    }

    @Test
    void whoCollectsBeforeTheSlotBeginsLeavesItsPlaceToOthers() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);

        drive.handOverAll(agent, id).value();

        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void whatWasMissingIsNotForgottenWhenTheRestIsCollected() {
        ReservationId id = reserveTwo();
        UUID missing = drive.see(agent, id).lines().getFirst().id();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, missing)).value();
        drive.pick(agent, id);
        drive.bag(agent, id);

        drive.handOverAll(agent, id).value();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
    }

    @Test
    void thePatronIsToldWhatIsMissingAndHowToFindTheDrive() {
        drive.jdbc.sql("update app.branch set practical_note_fr = 'Sonnez au portail' where id = ?").param(branch).update();
        ReservationId id = reserveTwo();
        ReservationDetails.Line missing = drive.see(agent, id).lines().getFirst();
        String found = drive.see(agent, id).lines().getLast().titleText();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, missing.id())).value();
        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-ready-partly");
        assertThat(body(id, "drive-reserved")).contains("Sonnez au portail");
        assertThat(body(id, "drive-ready-partly")).contains("Sonnez au portail")
                .containsSubsequence("- " + found, "Nous n’avons pas pu trouver", "- " + missing.titleText());
    }

    private String body(ReservationId id, String template) {
        return drive.jdbc.sql("select body from app.outbox_message where about_case = ? and template = ?")
                .params(id.value(), template).query(String.class).single();
    }

    @Test
    void aMissingCopyThatTurnsUpIsPickedAfterAllFromWhereverItStands() {
        ReservationId id = reserveTwo();
        var lines = drive.see(agent, id).lines();
        lines.forEach(line -> drive.by(agent, () -> drive.pickingDesk.notFound(id, line.id())).value());

        drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())).value();

        assertThat(drive.placeOf(lines.getFirst().barcode())).isEqualTo(PlaceKind.PICKED);
        drive.jdbc.sql("update app.copy_place set kind = 'SHELF' where kind = 'MISSING'").update();
        drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getLast().barcode())).value();
        drive.pick(agent, id);
        assertThat(drive.see(agent, id).documents()).isEqualTo(DocumentsState.TO_BAG);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void oncePickingIsDoneNoLineChangesAnyMore() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title, drive.title(branch, "Nana", 1));
        var lines = drive.see(agent, id).lines();
        UUID germinal = lines.stream().filter(line -> line.title().equals(title)).findFirst().orElseThrow().id();
        drive.pick(agent, id);

        assertThat(drive.by(agent, () -> drive.pickingDesk.damaged(id, germinal, "taché")).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void whoseBagIsReadyNeedsNoTimeForItToBePrepared() {
        ReservationId id = reserveTwo();
        BranchFixture.rules(drive.jdbc, branch, new SlotRules(30, 4, 120, 30, 30, 72));
        clock.setTo(SLOT.minus(Duration.ofMinutes(10)));
        assertThat(drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, SLOT.plus(Duration.ofMinutes(30))))
                .refusal()).isEqualTo(CirculationRefusal.SLOT_TOO_SOON);
        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, SLOT.plus(Duration.ofMinutes(30))))
                .isDone()).isTrue();
    }

    @Test
    void aBagThatIsReadyTooLateIsNotExpectedOnADayThatIsPast() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();

        drive.bag(agent, id);

        assertThat(body(id, "drive-ready")).contains("choisissez un nouveau créneau avant").doesNotContain("Nous vous attendons");
    }

    @Test
    void aCancellationTakesTheAppointmentOutOfThePatronsCalendar() {
        ReservationId id = reserveTwo();

        drive.by(agent, () -> drive.reservations.cancel(id)).value();

        assertThat(calendarMethod(id, "drive-cancelled")).isEqualTo("CANCEL");
    }

    private String calendarMethod(ReservationId id, String template) {
        String type = drive.jdbc.sql("""
                select a.content_type from app.outbox_attachment a join app.outbox_message m on m.id = a.message
                where m.about_case = ? and m.template = ?""")
                .params(id.value(), template).query(String.class).single();
        return type.substring(type.indexOf("method=") + "method=".length());
    }

    @Test
    void aCodeIsFoundHoweverItIsTyped() {
        ReservationId id = reserveTwo();
        String typed = " " + drive.see(agent, id).code().replace("-", "").toLowerCase(Locale.ROOT);

        assertThat(drive.by(agent, () -> drive.book.byCode(typed))).contains(drive.see(agent, id));
    }

    @Test
    void aPatronsReservationsTakeAFixedNumberOfStatements() {
        drive.reserve(patron, branch, SLOT, drive.title(branch, "Nana", 1));
        int one = statementsOfMine();
        drive.reserve(patron, branch, LATER_SLOT, drive.title(branch, "Pot-Bouille", 1));

        assertThat(statementsOfMine()).isEqualTo(one).isLessThanOrEqualTo(5);
    }

    private int statementsOfMine() {
        return Statements.during(() -> drive.by(drive.as(patron), () -> drive.book.mine())).size();
    }

    @Test
    void theSlotCanBeChangedUntilTheHandoverEvenAfterArrival() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();

        drive.by(drive.as(patron), () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();

        assertThat(drive.task(id, Tasks.HAND_OVER)).isNull();
        assertThat(drive.taken(branch, SLOT)).isZero();
        assertThat(drive.taken(branch, LATER_SLOT)).isEqualTo(1);
        clock.setTo(LATER_SLOT);
        engine.runDueJobs();
        drive.handOverAll(agent, id).value();
        assertThat(engine.endOf(caseOf(id))).contains("end_collected");
    }

    @Test
    void thePatronIsRemindedADayBeforeUnlessTheSlotWasBookedLaterThanThat() {
        ReservationId soon = reserveTwo();
        Patron other = drive.patron("Ali", "Diallo");
        ReservationId later = drive.reserve(other, branch, LATER_SLOT, drive.title(branch, "Nana", 1));

        clock.setTo(LATER_SLOT.minus(Duration.ofDays(1)));
        engine.runDueJobs();

        assertThat(drive.templatesWritten(later)).contains("drive-reminder");
        // Booked at 9 h for 14 h the next day: a reminder at 14 h, five hours later, is still one.
        assertThat(drive.templatesWritten(soon)).containsOnlyOnce("drive-reminder");
        Patron third = drive.patron("Eva", "Silva");
        ReservationId tomorrow = drive.reserve(third, branch, LATER_SLOT, drive.title(branch, "Pot-Bouille", 1));
        engine.runDueJobs();
        assertThat(drive.templatesWritten(tomorrow)).doesNotContain("drive-reminder");
    }

    @Test
    void theSecondOfTwoAgentsIsToldAndNothingIsDoneTwice() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        var task = drive.task(id, Tasks.PREPARE_BAG);
        drive.bag(agent, id);

        assertThat(drive.by(drive.agentOf(branch), () -> drive.pickingDesk.bagPrepared(task, id, "B3")).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(drive.see(agent, id).bagPlace()).isEqualTo("étagère B2");
        assertThat(drive.loanStates()).hasSize(2);
        drive.handOverAll(agent, id).value();
        assertThat(drive.handOverAll(agent, id).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }

    @Test
    void anotherCopyIsProposedForOneThatIsNotOnItsShelf() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        var line = drive.see(agent, id).lines().getFirst();

        var other = drive.by(agent, () -> drive.pickingDesk.notFound(id, line.id())).value();

        assertThat(other).isPresent();
        assertThat(drive.see(agent, id).lines().getFirst().barcode()).isEqualTo(other.get().barcode())
                .isNotEqualTo(line.barcode());
        drive.pick(agent, id);
        drive.bag(agent, id);
        assertThat(drive.templatesWritten(id)).contains("drive-ready");
        assertThat(List.of(drive.placeOf(line.barcode()), drive.placeOf(other.get().barcode())))
                .containsExactly(PlaceKind.MISSING, PlaceKind.BAGGED);
    }
}

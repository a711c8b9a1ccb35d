package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.Drive.LATER_SLOT;
import static org.passerelle.circulation.Drive.SLOT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.domain.AppointmentState;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.service.PickupLinks;
import org.passerelle.circulation.service.ReserveCommand;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PasserelleTest
class ReservationsTest {

    @Autowired
    Drive drive;
    @Autowired
    PickupLinks links;
    @Autowired
    AppClock clock;
    @Autowired
    Engine engine;

    UUID branch;
    UUID elsewhere;
    Patron patron;
    Patron stranger;
    CurrentUser agent;

    @BeforeEach
    void twoBranches() {
        branch = drive.branch("PORT");
        elsewhere = drive.branch("GARE");
        patron = drive.patron("Jeanne", "Ferrand");
        stranger = drive.patron("Ali", "Diallo");
        agent = drive.agentOf(branch);
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
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long done = threads.invokeAll(wishes).stream().filter(f -> f.resultNow().isDone()).count();
            assertThat(done).isEqualTo(1);
        }
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
                drive.by(agent, () -> drive.pickingDesk.notFound(id, line.id())).value()));

        assertThat(Statements.during(() -> drive.see(agent, five)))
                .hasSameSizeAs(Statements.during(() -> drive.see(agent, one)));
    }

    private UUID[] titles(int howMany) {
        return IntStream.range(0, howMany).mapToObj(n -> drive.title(branch, "Titre " + n, 1)).toArray(UUID[]::new);
    }

    @Test
    void aPatronCannotReserveForAnother() {
        UUID title = drive.title(branch, "Germinal", 1);

        assertThatThrownBy(() -> drive.by(drive.as(stranger), () -> drive.reservations.reserve(
                new ReserveCommand(patron.id(), branch, SLOT, List.of(title), Channel.ONLINE))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void staffReserveByTelephoneAndTheChannelIsOnRecord() {
        ReservationId id = reservedByStaff(patron, Channel.PHONE);

        assertThat(drive.see(agent, id).channel()).isEqualTo(Channel.PHONE);
        assertThat(drive.task(id, Tasks.PICK_DOCUMENTS)).isNotNull();
    }

    @Test
    void whoPrefersACallIsNotCalledToBeToldWhatTheyHaveJustBeenTold() {
        Patron caller = drive.patronByPhone("Marcel", "Petit");

        assertThat(drive.templatesWritten(reservedByStaff(caller, Channel.PHONE))).isEmpty();
        assertThat(drive.templatesWritten(reservedByStaff(caller, Channel.LETTER))).containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(reservedByStaff(patron, Channel.PHONE))).containsExactly("drive-reserved");
    }

    @Test
    void norCalledBackAboutWhatStaffChangedForThemWhileTheySpoke() {
        ReservationId id = reservedByStaff(drive.patronByPhone("Marcel", "Petit"), Channel.LETTER);
        ReservationId written = reservedByStaff(patron, Channel.PHONE);

        drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT, true)).value();
        drive.by(agent, () -> drive.reservations.changeSlot(written, LATER_SLOT, true)).value();
        engine.runDueJobs();

        assertThat(drive.templatesWritten(id)).containsExactly("drive-reserved");
        assertThat(drive.templatesStill(id, "OVERTAKEN")).as("it told the slot of before").containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(written)).contains("drive-slot-changed");

        drive.by(agent, () -> drive.reservations.cancel(id, true)).value();
        drive.by(agent, () -> drive.reservations.cancel(written, true)).value();
        engine.runDueJobs();
        assertThat(drive.templatesWritten(id)).containsExactly("drive-reserved");
        assertThat(drive.templatesWritten(written)).contains("drive-cancelled");
    }

    @Test
    void whoWasNotSpokenToIsCalledAboutWhatStaffChanged() {
        ReservationId id = reservedByStaff(drive.patronByPhone("Marcel", "Petit"), Channel.PHONE);

        drive.by(agent, () -> drive.reservations.changeSlot(id, LATER_SLOT)).value();
        assertThat(drive.templatesWritten(id)).containsExactly("drive-slot-changed");
        drive.by(agent, () -> drive.reservations.cancel(id)).value();
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
    }

    @Test
    void aPatronWhoChangesOrCancelsOnLineIsStillToldWhateverIsSaid() {
        Patron caller = drive.patronByPhone("Marcel", "Petit");
        ReservationId id = drive.reserve(caller, branch, SLOT, drive.title(branch, "Germinal", 1));

        drive.by(drive.as(caller), () -> drive.reservations.changeSlot(id, LATER_SLOT, true)).value();
        assertThat(drive.templatesWritten(id)).contains("drive-slot-changed");
        drive.by(drive.as(caller), () -> drive.reservations.cancel(id, true)).value();
        engine.runDueJobs();
        assertThat(drive.templatesStill(id, "TO_CALL")).containsExactly("drive-cancelled");
    }

    private ReservationId reservedByStaff(Patron whom, Channel channel) {
        UUID title = drive.title(branch, "Germinal", 1);
        return drive.by(agent, () -> drive.reservations.reserve(
                new ReserveCommand(whom.id(), branch, SLOT, List.of(title), channel))).value().id();
    }

    @Test
    void aPatronNeverSeesOrChangesAnothersReservation() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        CurrentUser other = drive.as(stranger);

        assertDenied(other, () -> drive.book.details(id));
        assertDenied(other, () -> drive.reservations.cancel(id));
        assertDenied(other, () -> drive.reservations.changeSlot(id, LATER_SLOT));
        assertDenied(other, () -> drive.reservations.arrived(id));
        assertThat(drive.by(other, () -> drive.book.mine())).isEmpty();
        assertDenied(other, () -> drive.book.byCode(drive.see(agent, id).code()));
    }

    @Test
    void aPatronCannotDoWhatStaffDo() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        var line = drive.see(agent, id).lines().getFirst();

        assertEachIsDenied(drive.as(patron), id, line.id(), line.barcode());
    }

    @Test
    void anAgentOfAnotherBranchSeesButCannotActUntilGivenThatBranchToo() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        CurrentUser guest = drive.agentOf(elsewhere);
        var line = drive.see(guest, id).lines().getFirst();

        assertEachIsDenied(guest, id, line.id(), line.barcode());
        assertDenied(guest, () -> drive.reservations.cancel(id));
        assertDenied(guest, () -> drive.reservations.arrived(id));
        assertDenied(guest, () -> drive.reservations.changeSlot(id, LATER_SLOT));
        drive.pick(drive.agentOf(elsewhere, branch), id);
    }

    private void assertEachIsDenied(CurrentUser user, ReservationId id, UUID line, String barcode) {
        TaskRef task = drive.task(id, Tasks.PICK_DOCUMENTS);
        assertDenied(user, () -> drive.pickingDesk.picked(id, barcode));
        assertDenied(user, () -> drive.pickingDesk.notFound(id, line));
        assertDenied(user, () -> drive.pickingDesk.damaged(id, line, "taché"));
        assertDenied(user, () -> drive.pickingDesk.pickingDone(task, id));
        assertDenied(user, () -> drive.pickingDesk.bagPrepared(task, id, "B2"));
        assertDenied(user, () -> drive.pickingDesk.putBack(id, barcode));
        assertDenied(user, () -> drive.driveDesk.handOver(id, Set.of(line)));
        assertDenied(user, () -> drive.reservations.notThere(id));
    }

    private void assertDenied(CurrentUser user, Supplier<?> gesture) {
        assertThatThrownBy(() -> drive.by(user, gesture)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoHoldsTheLinkMayDoForThatReservationWhatItsPatronMay() {
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        String token = drive.token(id);

        assertThat(links.open(token)).isPresent();
        assertThat(links.open(drive.see(agent, id).code())).isEmpty();
        assertThat(links.open(token.substring(1))).isEmpty();
        assertThat(links.arrived(token).refusal()).isEqualTo(CirculationRefusal.TOO_EARLY_TO_ARRIVE);
        assertThat(links.changeSlot(token, LATER_SLOT).isDone()).isTrue();
        clock.setTo(LATER_SLOT);
        assertThat(links.arrived(token).isDone()).isTrue();
        assertThat(links.changeSlot(token, LATER_SLOT).isDone()).isTrue();
        assertThat(drive.see(agent, id).appointment()).isEqualTo(AppointmentState.ARRIVED);
        assertThat(links.cancel(token).isDone()).isTrue();
        assertThat(links.cancel(token).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
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

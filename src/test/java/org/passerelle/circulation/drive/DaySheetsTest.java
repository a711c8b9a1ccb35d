package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Article;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.desk.ui.DayView;
import org.passerelle.circulation.drive.service.DaySheet;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DaySheet.Column;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.SlotLoad;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PasserelleTest
class DaySheetsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Autowired
    ApplicationContext context;
    @Autowired
    Drive drive;
    @Autowired
    DaySheets sheets;
    @Autowired
    DriveToday today;
    @Autowired
    Reservations reservations;
    @Autowired
    AppClock clock;
    @Autowired
    Engine engine;
    @Autowired
    JdbcClient jdbc;

    UUID branch;
    CurrentUser agent;

    @BeforeEach
    void aBranch() {
        branch = drive.branch("PORT");
        agent = drive.agentOf(branch);
    }

    @Test
    void eachAppointmentStandsWhereTheDayHasIt() {
        ReservationId expected = reserve("Attendu", SLOT.plus(Duration.ofMinutes(30)));
        ReservationId here = reserve("Present", SLOT);
        ReservationId served = reserve("Servi", SLOT);
        ReservationId cancelled = reserve("Annule", SLOT);
        ReservationId late = reserve("Retard", SLOT);
        ReservationId otherDay = reserve("Ailleurs", LATER_SLOT);
        ready(served);
        drive.by(agent, () -> reservations.cancel(cancelled));
        clock.setTo(SLOT.plus(Duration.ofMinutes(35)));
        drive.by(agent, () -> reservations.arrived(here));
        drive.handOverAll(agent, served);

        assertThat(column(Column.EXPECTED)).containsExactly(expected);
        assertThat(column(Column.ARRIVED)).containsExactly(here);
        assertThat(column(Column.COLLECTED)).containsExactly(served);
        assertThat(column(Column.NOT_SERVED)).containsExactlyInAnyOrder(late, cancelled);
        assertThat(sheet().appointments()).extracting(Appointment::id).doesNotContain(otherDay);
    }

    @Test
    void whoComesOnAnotherDayIsSeenThatDay() {
        ReservationId early = reserve("Avance", LATER_SLOT);
        clock.setTo(SLOT);

        drive.by(agent, () -> reservations.arrived(early));

        assertThat(column(Column.ARRIVED)).containsExactly(early);
    }

    @Test
    void aBagThatNobodyCameForCanStillBeHandedOverUntilItIsPutBack() {
        ReservationId missed = reserve("Absent", SLOT);
        ready(missed);
        clock.setTo(SLOT.plus(Duration.ofDays(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofDays(4));
        engine.runDueJobs();

        Appointment appointment = sheet().appointments().getFirst();
        assertThat(appointment.outcome()).isEqualTo(ReservationOutcome.NO_SHOW);
        assertThat(appointment.column(clock.instant())).isEqualTo(Column.NOT_SERVED);
        assertThat(appointment.standing().canArrive()).isTrue();

        drive.putBackAll(agent, missed);

        assertThat(sheet().appointments().getFirst().standing().canArrive()).isFalse();
    }

    @Test
    void whatIsStillOpenFromDaysBeforeIsOnTodaysBoard() {
        ReservationId forgotten = reserve("Oublie", SLOT);
        drive.by(agent, () -> reservations.arrived(forgotten)).value();
        ReservationId cancelled = reserve("Annule", SLOT);
        drive.by(agent, () -> reservations.cancel(cancelled)).value();
        clock.setTo(SLOT.plus(Duration.ofDays(2)));
        engine.runDueJobs();

        LocalDate today = DAY.plusDays(2);
        assertThat(drive.by(agent, () -> sheets.sheet(branch, today)).appointments()).extracting(Appointment::id)
                .containsExactly(forgotten);
        assertThat(drive.by(agent, () -> sheets.sheet(branch, today.plusDays(1))).appointments()).isEmpty();
    }

    @Test
    void aPatronIsFoundByNameOrCardWhateverTheDay() {
        ReservationId id = reserve("Ferrand", LATER_SLOT);
        reserve("Diallo", SLOT);
        String card = drive.see(agent, id).patron().cardNumber();

        for (String typed : List.of("ferr", "FERRAND", card)) {
            assertThat(drive.by(agent, () -> sheets.find(branch, typed).here())).as(typed).extracting(Appointment::id)
                    .containsExactly(id);
        }
        assertThat(drive.by(agent, () -> sheets.find(branch, "%").count())).isZero();
        assertThat(drive.by(agent, () -> sheets.find(drive.branch("GARE"), "ferrand").here())).isEmpty();
        assertThatThrownBy(() -> sheets.find(branch, "ferrand")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPersonIsFoundAtOtherBranchesToo() {
        UUID gare = drive.branch("GARE");
        Patron caller = drive.patron("Jeanne", "Lointaine");
        ReservationId id = drive.reserve(caller, gare, SLOT, drive.title(gare, "Nana", 1));

        for (String typed : List.of("lointaine", caller.cardNumber())) {
            assertThat(drive.by(agent, () -> sheets.find(branch, typed).elsewhere())).singleElement().satisfies(placed -> {
                assertThat(placed.appointment().id()).isEqualTo(id);
                assertThat(placed.branchName()).isEqualTo("Médiathèque GARE");
            });
        }
        assertThat(drive.by(agent, () -> sheets.find(gare, "lointaine").elsewhere())).isEmpty();
        assertThat(Statements.during(() -> drive.by(agent, () -> sheets.find(branch, "lointaine")))).hasSize(1);
        assertThat(Statements.during(() -> drive.by(agent, () -> sheets.ofPatron(caller.id())))).hasSize(1);
        assertThatThrownBy(() -> drive.by(drive.as(caller), () -> sheets.find(branch, "lointaine")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(caller), () -> sheets.ofPatron(caller.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theSlotsTellHowFullTheyAre() {
        for (int n = 0; n < 4; n++) {
            reserve("Usager" + n, SLOT);
        }

        DaySheet sheet = sheet();

        assertThat(sheet.slots()).hasSize(18);
        assertThat(sheet.slots()).filteredOn(SlotLoad::isFull).extracting(SlotLoad::startsAt)
                .containsExactly(SLOT);
        assertThat(sheet.taken()).isEqualTo(4);
        assertThat(sheet.places()).isEqualTo(72);
    }

    @Test
    void theWholeDayTakesFourStatementsHoweverBusyItIs() {
        fiveHundredAppointments();

        List<String> sent = Statements.during(() -> drive.by(agent, () -> {
            sheets.places();
            return sheet();
        }));

        assertThat(sent).hasSizeLessThanOrEqualTo(4);
        assertThat(sheet().appointments()).hasSize(500);
    }

    @Test
    void openingTheDaysScreenTakesFourStatementsHoweverBusyItIs() {
        fiveHundredAppointments();
        try (Screens screens = new Screens(context, DayView.class)) {
            BrowserlessUIContext screen = screens.of(agent);

            assertThat(Statements.during(() -> screen.navigate("drive/" + branch + "/" + DAY, DayView.class)))
                    .hasSizeBetween(2, 4);
            assertThat(Screens.text(screen)).contains("500");
            assertThat(screen.find(Article.class).all()).hasSize(30);
        }
    }

    @Test
    void theMenuCountsWhatIsLeftOfTodayWhereOneWorks() {
        UUID elsewhere = drive.branch("GARE");
        reserve("Attendu", SLOT);
        ReservationId served = reserve("Servi", SLOT);
        reserve("Demain", LATER_SLOT);
        ready(served);
        clock.setTo(SLOT);
        drive.handOverAll(agent, served);

        assertThat(drive.by(agent, today::toServe)).isEqualTo(1);
        assertThat(drive.by(drive.agentOf(elsewhere), today::toServe)).isZero();
        assertThat(drive.by(new CurrentUser(UUID.randomUUID(), "Claude", Role.MANAGER, Set.of(), null),
                today::toServe)).isZero();
    }

    @Test
    void agentsOfAnotherBranchSeeTheDayButMayNotAct() {
        reserve("Attendu", SLOT);
        CurrentUser other = drive.agentOf(drive.branch("GARE"));

        DaySheet seen = drive.by(other, () -> sheets.sheet(branch, DAY));

        assertThat(seen.mayAct()).isFalse();
        assertThat(seen.appointments()).hasSize(1);
        assertThat(drive.by(other, sheets::places)).filteredOn(DaySheets.Place::mine).extracting(DaySheets.Place::name)
                .containsExactly("Médiathèque GARE");
    }

    @Test
    void patronsAndPassersBySeeNothing() {
        CurrentUser patron = drive.as(drive.patron("Jeanne", "Ferrand"));

        assertThatThrownBy(() -> drive.by(patron, () -> sheets.sheet(branch, DAY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(patron, sheets::places)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(patron, today::toServe)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sheets.sheet(branch, DAY)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aBranchThatDoesNotExistHasNoDay() {
        assertThatThrownBy(() -> drive.by(agent, () -> sheets.sheet(UUID.randomUUID(), DAY)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private ReservationId reserve(String lastName, Instant slot) {
        Patron patron = drive.patron("Jeanne", lastName);
        return drive.reserve(patron, branch, slot, drive.title(branch, "Germinal", 1));
    }

    private void ready(ReservationId id) {
        drive.pick(agent, id);
        drive.bag(agent, id);
        engine.runDueJobs();
    }

    private DaySheet sheet() {
        return drive.by(agent, () -> sheets.sheet(branch, DAY));
    }

    private Set<ReservationId> column(Column column) {
        return sheet().appointments().stream().filter(appointment -> appointment.column(clock.instant()) == column)
                .map(Appointment::id).collect(Collectors.toSet());
    }

    /** Written straight into the tables: what is measured is reading. */
    private void fiveHundredAppointments() {
        Patron patron = drive.patron("Jeanne", "Ferrand");
        UUID title = drive.title(branch, "Germinal", 1);
        jdbc.sql("""
                insert into app.reservation (id, version, code, token, patron, branch, slot_starts_at, slot_ends_at,
                                             booked_at, channel, documents, appointment, made_at)
                select gen_random_uuid(), 0, 'X' || n, 'token' || n, ?, ?, cast(? as timestamptz), cast(? as timestamptz),
                       now(), 'ONLINE', 'TO_PICK', 'BOOKED', now() from generate_series(1, 500) n""")
                .params(patron.id(), branch, SLOT.toString(), SLOT.plus(Duration.ofMinutes(30)).toString()).update();
        jdbc.sql("""
                insert into app.reservation_line (id, reservation, position, title, state)
                select gen_random_uuid(), r.id, n, ?, 'MISSING' from app.reservation r, generate_series(1, 6) n""")
                .param(title).update();
    }
}

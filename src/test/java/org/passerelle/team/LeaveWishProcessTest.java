package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.process.steps.CaseProcesses;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Statements;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.domain.LeaveWish;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.passerelle.team.members.process.LeaveWishProcess.Tasks;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveCalendar.Cell;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamPages;
import org.passerelle.team.members.service.Teams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody wishes for days: one test for each way it can end, and what the team sees before. */
class LeaveWishProcessTest extends TeamTests {

    private static final Wish WEEK = new Wish(MONDAY, MONDAY.plusDays(4), LeaveKind.LEAVE);

    @Autowired
    LeaveDesk desk;
    @Autowired
    LeaveCalendar calendar;
    @Autowired
    Teams teams;
    @Autowired
    TeamMembers members;
    @Autowired
    TeamPages pages;
    @Autowired
    CaseProcesses caseProcesses;
    @Autowired
    Staff staff;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whereNobodyDecidesAWishIsThereForAllToSee() {
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();

        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_noted");
        assertThat(row(colleague, "Inès Carpentier")).startsWith(Cell.WISHED, Cell.WISHED, Cell.WISHED, Cell.WISHED, Cell.WISHED,
                Cell.NOT_WORKING);
        given.as(ines, () -> desk.takeBack(id)).value();
        assertThat(row(colleague, "Inès Carpentier")).startsWith(Cell.PRESENT);
    }

    @Test
    void whereTheTeamApprovesAManagerAgrees() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        assertThat(given.as(colleague, () -> calendar.page(team, MONDAY, 7)).orElseThrow().wishes())
                .extracting(LeaveCalendar.Wished::state).containsExactly(LeaveWish.State.WISHED);
        var task = given.task(LeaveWishProcess.caseOf(id), Tasks.DECIDE_WISH);
        assertThat(task.person()).isEqualTo(helene.accountId());
        for (CurrentUser other : List.of(ines, colleague, otherManager, admin)) {
            assertThat(given.as(other, () -> desk.decide(task.ref(), id, true)).refusal()).as(other.displayName())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(other, () -> calendar.decision(task.ref()))).isEmpty();
        }

        assertThat(given.as(helene, () -> calendar.decision(task.ref())).orElseThrow().around().daysShort()).hasSize(5);
        given.as(helene, () -> desk.decide(task.ref(), id, true)).value();
        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_agreed");
        assertThat(row(ines, "Inès Carpentier")).startsWith(Cell.AGREED);
        assertThat(given.as(helene, () -> desk.decide(task.ref(), id, false)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void onADayWhenTheirBranchIsClosedNobodyWorksAndWhereAllAreClosedNobodyIsMissing() {
        CurrentUser elsewhere = given.staff("Zoé", Role.AGENT, verne);
        given.place(helene, elsewhere, team, verne);
        leastOnMondaysAndTuesdays(3);
        BranchFixture.closed(jdbc, canal, MONDAY, MONDAY.plusDays(1));
        BranchFixture.closed(jdbc, verne, MONDAY, MONDAY);

        assertThat(row(colleague, "Inès Carpentier")).startsWith(Cell.NOT_WORKING, Cell.NOT_WORKING, Cell.PRESENT);
        assertThat(row(colleague, "Zoé")).startsWith(Cell.NOT_WORKING, Cell.PRESENT, Cell.PRESENT);
        LeaveCalendar.Page page = given.as(colleague, () -> calendar.page(team, MONDAY, 7)).orElseThrow();
        assertThat(page.daysShort()).as("one branch works on").extracting(LeaveCalendar.Day::date).containsExactly(MONDAY.plusDays(1));
        clock.setTo(MONDAY.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
        TeamPages.Page today = given.as(colleague, () -> pages.page(team)).orElseThrow();
        assertThat(today.people()).extracting(TeamPages.Person::presence).containsOnly(Presence.NOT_WORKING);
        assertThat(today.days()).extracting(TeamPages.Day::missing).startsWith(0, 2);
    }

    @Test
    void whatIsDeclinedIsGoneFromTheCalendar() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        given.as(helene, () -> desk.decide(given.task(LeaveWishProcess.caseOf(id), Tasks.DECIDE_WISH).ref(), id, false)).value();

        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_declined");
        assertThat(row(ines, "Inès Carpentier")).startsWith(Cell.PRESENT);
        assertThat(given.as(ines, () -> desk.takeBack(id)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void whatIsTakenBackIsDecidedByNobody() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        assertThat(given.as(colleague, () -> desk.takeBack(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        given.as(ines, () -> desk.takeBack(id)).value();

        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_takenBack");
    }

    @Test
    void absencesDoNotOverlapButTeleworkAndMeetingsMay() {
        given.as(ines, () -> desk.wish(WEEK)).value();

        assertThat(given.as(ines, () -> desk.wish(new Wish(MONDAY.plusDays(4), MONDAY.plusDays(6), LeaveKind.LEAVE))).refusal())
                .isEqualTo(CommonRefusal.FIELDS_WRONG);
        given.as(ines, () -> desk.wish(new Wish(MONDAY, MONDAY, LeaveKind.MEETING))).value();
        given.as(ines, () -> desk.wish(new Wish(MONDAY, MONDAY, LeaveKind.TELEWORK))).value();
        for (Wish wrong : List.of(new Wish(null, null, LeaveKind.LEAVE), new Wish(MONDAY, MONDAY.minusDays(1), LeaveKind.LEAVE),
                new Wish(LocalDate.of(2020, 1, 1), MONDAY, LeaveKind.LEAVE), new Wish(MONDAY, MONDAY.plusYears(1), LeaveKind.LEAVE))) {
            assertThat(given.as(ines, () -> desk.wish(wrong)).refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        }
        assertThat(given.as(health, () -> desk.wish(WEEK)).refusal()).isEqualTo(TeamRefusal.IN_NO_TEAM);
    }

    @Test
    void aMovedAgentsWishIsDecidedByTheNewTeamsManagerAndALeaversByNobody() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        given.as(helene, () -> members.moveTo(ines.accountId(), otherTeam)).value();
        assertThat(given.task(LeaveWishProcess.caseOf(id), Tasks.DECIDE_WISH).person()).isEqualTo(otherManager.accountId());

        given.as(admin, () -> staff.close(ines.accountId())).value();
        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_takenBack");
    }

    @Test
    void aWishWhoseDaysHavePassedUndecidedIsTakenBackWithItsAgent() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        clock.advance(Duration.ofDays(60));
        given.as(helene, () -> members.remove(ines.accountId())).value();

        assertThat(engine.endOf(LeaveWishProcess.caseOf(id))).contains("end_takenBack");
    }

    @Test
    void anotherTeamSeesNeitherTheCalendarNorTheCase() {
        approve();
        UUID id = given.as(ines, () -> desk.wish(WEEK)).value();
        for (CurrentUser stranger : List.of(otherManager, bastien, admin, health)) {
            assertThat(given.as(stranger, () -> calendar.page(team, MONDAY, 7))).as(stranger.displayName()).isEmpty();
            assertThat(given.as(stranger, () -> caseProcesses.find(LeaveWishProcess.caseOf(id)))).isEmpty();
        }
        assertThat(given.as(colleague, () -> caseProcesses.find(LeaveWishProcess.caseOf(id)))).isPresent();
    }

    @Test
    void daysOnWhichNobodyWorksAreGreyForWhoIsAwayToo() {
        given.begun(helene, ines, MONDAY.plusDays(21));

        assertThat(row(colleague, "Inès Carpentier")).startsWith(Cell.AWAY, Cell.AWAY, Cell.AWAY, Cell.AWAY, Cell.AWAY, Cell.NOT_WORKING,
                Cell.NOT_WORKING);
    }

    @Test
    void whoHasLeaveTodayIsAwayOnTheTeamsPage() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        given.as(ines, () -> desk.wish(new Wish(today, today.plusDays(2), LeaveKind.LEAVE))).value();

        TeamPages.Person seen = given.as(colleague, () -> pages.page(team)).orElseThrow().people().stream()
                .filter(person -> person.account().equals(ines.accountId())).findFirst().orElseThrow();
        assertThat(seen.presence()).isEqualTo(Presence.AWAY);
        assertThat(seen.backOn()).isEqualTo(today.plusDays(3));
    }

    @Test
    void aCalendarCostsTheSameHoweverManyThereAre() {
        int few = Statements.during(() -> given.as(colleague, () -> calendar.page(team, MONDAY, 14))).size();
        for (int i = 0; i < 20; i++) {
            CurrentUser agent = given.staff("Agent " + i, Role.AGENT);
            given.place(helene, agent, team, canal);
            given.as(agent, () -> desk.wish(WEEK)).value();
        }
        assertThat(Statements.during(() -> given.as(colleague, () -> calendar.page(team, MONDAY, 14)))).hasSize(few);
    }

    private void leastOnMondaysAndTuesdays(int people) {
        TeamForm form = given.as(helene, () -> teams.form(team)).orElseThrow();
        given.as(helene, () -> teams.change(team, new TeamForm(form.name(), Map.of(DayOfWeek.MONDAY, people, DayOfWeek.TUESDAY, people),
                Set.of(helene.accountId()), false, form.version()))).value();
    }

    private void approve() {
        TeamForm form = given.as(helene, () -> teams.form(team)).orElseThrow();
        given.as(helene, () -> teams.change(team, new TeamForm(form.name(), Map.of(DayOfWeek.MONDAY, 2, DayOfWeek.TUESDAY, 2,
                DayOfWeek.WEDNESDAY, 2, DayOfWeek.THURSDAY, 2, DayOfWeek.FRIDAY, 2), Set.of(helene.accountId()), true, form.version())))
                .value();
    }

    private List<Cell> row(CurrentUser reader, String name) {
        return given.as(reader, () -> calendar.page(team, MONDAY, 14)).orElseThrow().rows().stream()
                .filter(row -> row.name().equals(name)).findFirst().orElseThrow().days();
    }
}

package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.FailurePoints.allOrNothing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.FailurePoints;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.AddedMeasures.Added;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gestures of a return and of leave, each kind of writing once, are done whole, its sealed texts, messages and cases included, or nothing of it stays. */
class TeamFailurePointsTest extends TeamTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant TALK = MONDAY.minusDays(3).atTime(14, 0).atZone(PARIS).toInstant();
    private static final LocalDate REVIEW = MONDAY.plusDays(30);
    private static final Wish WEEK = new Wish(MONDAY.plusDays(14), MONDAY.plusDays(18), LeaveKind.LEAVE);

    @Autowired
    ReturnStart start;
    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;
    @Autowired
    AddedMeasures added;
    @Autowired
    HealthDesk healthDesk;
    @Autowired
    LeaveDesk leave;
    @Autowired
    Teams teams;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;

    private UUID id;

    @Test
    void fromTheAnnouncementToTheMeasuresInForce() {
        by(helene, () -> start.start(ines.accountId(), new ReturnDates(MONDAY, null)));
        id = jdbc.sql("select id from app.work_return").query(UUID.class).single();
        by(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(Needs.Hours.LATER_START, null, Set.of(DayOfWeek.TUESDAY), null,
                Set.of(), true, "Train de 9 h"), WEEK));
        by(helene, () -> added.add(id, new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "La première semaine")));
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(TALK), TalkWay.PHONE)).value();
        by(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, TALK));
        by(helene, this::recordMeasures);
        by(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id));
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        by(health, () -> healthDesk.write(given.task(OccupationalHealthProcess.caseOf(support), OccupationalHealthProcess.Tasks.SUPPORT).ref(),
                support, new Adaptations(Set.of(MeasureKind.SEATED_WORK), REVIEW, "Siège haut")));
        assertThat(jdbc.sql("select count(*) from app.sealed_text").query(Integer.class).single()).as("needs, and two notes").isEqualTo(3);
    }

    @Test
    void fromTheReturnToAnotherAbsence() {
        agreed();
        clock.setTo(MONDAY.atTime(12, 0).atZone(PARIS).toInstant());
        engine.runDueJobs();
        by(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true));
        given.as(helene, () -> added.add(id, new Added(MeasureKind.EQUIPMENT, Set.of(), REVIEW, "Second écran"))).value();
        UUID equipment = jdbc.sql("select id from app.work_measure where kind = 'EQUIPMENT' and state = 'PROPOSED'").query(UUID.class).single();
        by(ines, () -> added.agreeTo(equipment));
        by(helene, () -> desk.awayAgain(id));
    }

    @Test
    void wishingForLeaveAndDecidingOnIt() {
        TeamForm form = given.as(admin, () -> teams.form(team)).orElseThrow();
        given.as(admin, () -> teams.change(team, new TeamForm(form.name(), Map.of(), Set.of(helene.accountId()), true, form.version()))).value();

        by(colleague, () -> leave.wish(WEEK));
        UUID wish = jdbc.sql("select id from app.leave_wish").query(UUID.class).single();
        by(helene, () -> leave.decide(given.task(LeaveWishProcess.caseOf(wish), LeaveWishProcess.Tasks.DECIDE_WISH).ref(), wish, true));
        FailurePoints.allOrNothingAtEachStatement(jdbc, () -> given.as(colleague, () -> leave.takeBack(wish)));
    }

    private void by(CurrentUser user, Supplier<Outcome<?>> gesture) {
        allOrNothing(jdbc, () -> given.as(user, gesture));
    }

    private Outcome<Void> recordMeasures() {
        return desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(
                new Recorded(MeasureKind.NO_ROUNDS, MeasureSource.MANAGER, Set.of(), REVIEW),
                new Recorded(MeasureKind.TELEWORK, MeasureSource.AGENT, Set.of(DayOfWeek.TUESDAY), REVIEW)), 5);
    }

    private void agreed() {
        id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(TALK), TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, TALK)).value();
        given.as(helene, this::recordMeasures).value();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
    }
}

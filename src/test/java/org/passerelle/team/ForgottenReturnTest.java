package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.retention.Forgetting;
import org.passerelle.platform.retention.KeptData;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.EveryColumn;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.MeasureReviews;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a return that is over nothing is left after a while; as long as a measure is in force, its return stays. */
class ForgottenReturnTest extends TeamTests {

    private static final List<String> TABLES = List.of("work_return", "work_talk_time", "work_follow_up", "work_measure",
            "work_health_support", "sealed_text");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    List<KeptData> kept;
    @Autowired
    Forgetting forgetting;
    @Autowired
    MeasureReviews reviews;
    @Autowired
    MyReturn mine;
    @Autowired
    ReturnDesk desk;
    @Autowired
    HealthDesk healthDesk;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void nothingOfItIsLeft() {
        UUID id = begunWithAdaptation();
        given.as(helene, () -> desk.withdraw(id)).value();
        clock.advance(Duration.ofDays(119));
        forget();
        assertThat(count("work_return")).isEqualTo(1);

        clock.advance(Duration.ofDays(2));
        forget();
        assertThat(TABLES).allMatch(table -> count(table) == 0);
        assertThat(jdbc.sql("select count(*) from app.journal_entry where process_key in ('return-to-work', 'occupational-health', "
                + "'measure-review')").query(Integer.class).single()).isZero();
    }

    @Test
    void theNightOfForgettingLeavesNothingOfAReturnThatIsClosedAndReviewedButTheEnginesHistoryForAsLong() {
        UUID id = begunWithAdaptation();
        agree(id);
        until(MONDAY);
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        given.as(ines, () -> mine.sign(given.ref(id, Tasks.SIGN_BRIEFING), id)).value();
        List.of(7, 30, 90).forEach(days -> given.as(ines, () -> mine.skipTalk(id, days)).value());
        until(MONDAY.plusDays(1));
        assertThat(engine.endOf(ReturnToWorkProcess.caseOf(id))).contains("end_closed");
        until(MONDAY.plusDays(30));
        List<UUID> ids = new ArrayList<>(List.of(id));
        for (UUID measure : jdbc.sql("select id from app.work_measure").query(UUID.class).list()) {
            given.as(helene, () -> reviews.over(given.task(MeasureReviewProcess.caseOf(measure), MeasureReviewProcess.Tasks.REVIEW_MEASURE)
                    .ref(), measure)).value();
            ids.add(measure);
        }
        ids.addAll(jdbc.sql("select id from app.work_health_support").query(UUID.class).list());
        assertThat(ids).as("the return, two measures, and a support").hasSize(4);

        forgetting.planMissingRuns();
        clock.setTo(MONDAY.plusDays(152).atTime(4, 45).atZone(PARIS).toInstant());
        engine.runDueJobs();
        assertThat(TABLES).allMatch(table -> count(table) == 0);
        assertThat(ids).allSatisfy(each -> assertThat(EveryColumn.with(jdbc, each.toString()))
                .allMatch(column -> column.startsWith("act_hi_")));

        HistoryService history = engine.raw().getHistoryService();
        history.cleanUpHistoryAsync();
        history.findHistoryCleanupJobs().forEach(job -> engine.raw().getManagementService().executeJob(job.getId()));
        assertThat(ids).allSatisfy(each -> assertThat(EveryColumn.with(jdbc, each.toString())).isEmpty());
    }

    /** Telework is agreed, and confirmed by the agent. */
    private void agree(UUID id) {
        Instant talk = clock.instant().plusSeconds(90_000);
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(talk), TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, talk)).value();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(new Recorded(MeasureKind.TELEWORK,
                MeasureSource.MANAGER, Set.of(DayOfWeek.FRIDAY), MONDAY.plusDays(30))), 0)).value();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
    }

    private void until(LocalDate day) {
        clock.setTo(day.atTime(21, 0).atZone(PARIS).toInstant());
        engine.runDueJobs();
    }

    @Test
    void whatIsNoLongerOnRecordIsForgottenAtOnce() {
        UUID id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), false,
                "Train de 9 h"))).value();
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(clock.instant().plusSeconds(90_000)),
                TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, clock.instant().plusSeconds(90_000))).value();
        for (String remark : List.of("Et le mercredi ?", "Et le jeudi ?")) {
            given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(), 0)).value();
            given.as(ines, () -> mine.sendBack(given.ref(id, Tasks.CONFIRM_MEASURES), id, remark)).value();
        }
        assertThat(count("sealed_text")).as("what is needed, and the last remark").isEqualTo(2);
        given.as(ines, () -> desk.awayAgain(id)).value();

        assertThat(count("sealed_text")).isZero();
    }

    @Test
    void aMeasureInForceKeepsItsReturn() {
        UUID id = begunWithAdaptation();
        jdbc.sql("update app.work_return set ended_at = ?, outcome = 'CLOSED' where id = ?")
                .params(Timestamp.from(clock.instant()), id).update();
        clock.advance(Duration.ofDays(400));
        forget();

        assertThat(count("work_return")).isEqualTo(1);
        assertThat(count("sealed_text")).isPositive();
    }

    private UUID begunWithAdaptation() {
        UUID id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), true, "Train de 9 h"))).value();
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        given.as(health, () -> healthDesk.write(given.task(OccupationalHealthProcess.caseOf(support),
                OccupationalHealthProcess.Tasks.SUPPORT).ref(), support, new Adaptations(Set.of(MeasureKind.SEATED_WORK),
                MONDAY.plusDays(30), "Assise"))).value();
        return id;
    }

    private void forget() {
        KeptData returns = kept.stream().filter(each -> each.key().equals("returns-to-work")).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> returns.forget(clock.instant().minus(returns.keepFor()), 500));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from app." + table).query(Integer.class).single();
    }
}

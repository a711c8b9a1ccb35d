package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.steps.Step;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.service.LeaveCalendar.Cell;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamPages;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkReturnOutcome;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.MeasureReviews;
import org.passerelle.team.returns.service.MyReturn.HealthSeen;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Measure;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody comes back to work: one test for each way it can end, and for each way it can be interrupted. */
class ReturnToWorkProcessTest extends TeamTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Needs SOME = new Needs(Needs.Hours.LATER_START, null, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), null,
            Set.of(Needs.Equipment.LAPTOP), false, "Train de 9 h");

    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;
    @Autowired
    ReturnPages pages;
    @Autowired
    HealthDesk healthDesk;
    @Autowired
    MeasureReviews reviews;
    @Autowired
    TeamMembers members;
    @Autowired
    Staff staff;
    @Autowired
    LeaveCalendar calendar;
    @Autowired
    TeamPages teamPages;
    @Autowired
    Inbox inbox;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;

    private UUID id;

    @BeforeEach
    void aReturnIsAnnounced() {
        id = given.begun(helene, ines, MONDAY);
    }

    @Test
    void fromTheDateToTheLastTalkItIsClosedWithItsMeasuresInForce() {
        prepare(SOME);
        assertThat(see().measures()).extracting(Measure::kind, Measure::source, Measure::state).contains(
                tuple(MeasureKind.TELEWORK, MeasureSource.AGENT, WorkMeasure.State.AGREED),
                tuple(MeasureKind.SAFETY_BRIEFING, MeasureSource.RULE, WorkMeasure.State.AGREED));
        comeBack();
        assertThat(see().stage()).isEqualTo(ReturnStage.THERE);
        for (int days : List.of(7, 30, 90)) {
            until(MONDAY.plusDays(days));
            given.as(helene, () -> desk.talkHeld(given.ref(id, "user_talk" + days), id, "user_talk" + days)).value();
        }

        assertThat(engine.endOf(process())).contains("end_closed");
        assertThat(see().outcome()).isEqualTo(WorkReturnOutcome.CLOSED);
        assertThat(see().measures()).filteredOn(one -> one.reviewOn() != null).isNotEmpty()
                .allMatch(one -> one.state() == WorkMeasure.State.AGREED);
    }

    @Test
    void whoDoesNotAnswerIsRemindedTwiceAndThenCalled() {
        clock.advance(Duration.ofDays(2));
        engine.runDueJobs();
        assertThat(engine.path(process())).contains("service_remind").doesNotContain("service_remindLast");
        clock.advance(Duration.ofDays(2));
        engine.runDueJobs();
        assertThat(engine.path(process())).containsOnlyOnce("service_remind", "service_remindLast");
        assertThat(jdbc.sql("select template from app.outbox_message where about_case = ? order by created_at").param(id)
                .query(String.class).list()).containsExactly("work-reminder", "work-reminder", "work-reminder-last");

        clock.advance(Duration.ofDays(2));
        engine.runDueJobs();
        assertThat(see().preparation()).isEqualTo(Preparation.TO_CALL);
        assertThat(given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.CALL_AGENT), id, SOME)).refusal())
                .isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, Needs.NONE)).value();

        assertThat(see().preparation()).isEqualTo(Preparation.TALK_TO_PROPOSE);
        assertThat(see().saidNeeds()).isFalse();
    }

    @Test
    void leaveIsWishedForWhileOneSaysWhatOneNeeds() {
        LocalDate july = LocalDate.of(2027, 7, 5);
        assertThat(given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME, new Wish(july, july.minusDays(1),
                LeaveKind.LEAVE))).refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(see().preparation()).isEqualTo(Preparation.NEEDS);

        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME, new Wish(july, july.plusDays(18), LeaveKind.LEAVE)))
                .value();
        assertThat(see().preparation()).isEqualTo(Preparation.TALK_TO_PROPOSE);
        assertThat(given.as(colleague, () -> calendar.page(team, july, 14)).orElseThrow().wishes())
                .extracting(LeaveCalendar.Wished::name, LeaveCalendar.Wished::ends).containsExactly(tuple("Inès Carpentier", july.plusDays(18)));
    }

    @Test
    void daysOfTeleworkCountOnTheTeamsPagesOnceTheyAreAgreed() {
        assertThat(week(MONDAY)).startsWith(Cell.PRESENT, Cell.PRESENT, Cell.PRESENT, Cell.PRESENT, Cell.PRESENT);
        prepare(SOME);
        assertThat(week(MONDAY)).startsWith(Cell.PRESENT, Cell.TELEWORK, Cell.PRESENT, Cell.TELEWORK, Cell.PRESENT);
        comeBack();
        until(MONDAY.plusDays(1));

        assertThat(given.as(colleague, () -> teamPages.page(team)).orElseThrow().people())
                .filteredOn(person -> person.account().equals(ines.accountId())).extracting(TeamPages.Person::presence)
                .containsExactly(Presence.TELEWORK);
        UUID telework = see().measures().stream().filter(one -> one.kind() == MeasureKind.TELEWORK).findFirst().orElseThrow().id();
        jdbc.sql("update app.work_measure set days = null where id = ?").param(telework).update();
        assertThat(week(MONDAY)).as("no day is named: every day").startsWith(Cell.TELEWORK, Cell.TELEWORK, Cell.TELEWORK, Cell.TELEWORK,
                Cell.TELEWORK);
        given.as(helene, () -> desk.withdraw(id)).value();
        assertThat(week(MONDAY)).as("what was withdrawn arranges nothing").doesNotContain(Cell.TELEWORK);
    }

    @Test
    void whenNoTimeSuitsOthersAreProposed() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME)).value();
        propose();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, null)).value();
        propose();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.minusDays(3)))).value();

        assertThat(see().talkAt()).isEqualTo(noon(MONDAY.minusDays(3)));
    }

    @Test
    void whenATalkIsChosenAgentAndManagerHaveItForTheirCalendars() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME)).value();
        propose();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.minusDays(3)))).value();

        assertThat(jdbc.sql("""
                select m.recipient_name, a.content_type, convert_from(a.bytes, 'UTF8') as file from app.outbox_message m
                join app.outbox_attachment a on a.message = m.id where m.about_case = ? order by 1""").param(id).query().listOfRows())
                .allSatisfy(row -> {
                    assertThat(row.get("content_type").toString()).startsWith("text/calendar");
                    assertThat(row.get("file").toString()).contains("BEGIN:VEVENT", "20261204T110000Z").doesNotContain("Inès");
                }).extracting(row -> row.get("recipient_name")).containsExactly("Hélène", "Inès Carpentier");
    }

    @Test
    void measuresThatAreSentBackAreRecordedAnew() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME)).value();
        propose();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.minusDays(3)))).value();
        record(MeasureKind.EQUIPMENT);
        given.as(ines, () -> mine.sendBack(given.ref(id, Tasks.CONFIRM_MEASURES), id, "Et le mercredi ?")).value();

        assertThat(given.as(helene, () -> pages.remark(id))).contains("Et le mercredi ?");
        assertThat(given.as(ines, () -> pages.readings())).extracting(read -> read.reader()).containsExactly("Hélène");
        record(MeasureKind.TELEWORK);
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
        assertThat(see().measures()).extracting(Measure::kind).containsExactly(MeasureKind.TELEWORK);
    }

    @Test
    void theDayOfReturnComesThoughNothingIsAgreedYet() {
        until(MONDAY);

        assertThat(given.open(process())).contains(Tasks.HOLD_BRIEFING, Tasks.CALL_AGENT);
        comeBack();
        assertThat(see().cameBackOn()).isEqualTo(MONDAY);
    }

    @Test
    void eachTalkCanBeSkippedBeforeItAndWhenItIsDueAndNoneHoldsUpTheNext() {
        prepare(Needs.NONE);
        comeBack();
        given.as(ines, () -> mine.skipTalk(id, 30)).value();
        until(MONDAY.plusDays(7));
        given.as(ines, () -> mine.skipTalk(id, 7)).value();
        assertThat(given.as(ines, () -> mine.skipTalk(id, 7)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        until(MONDAY.plusDays(90));

        assertThat(see().followUps()).containsExactly(new FollowUp(7, FollowUp.State.SKIPPED),
                new FollowUp(30, FollowUp.State.SKIPPED), new FollowUp(90, FollowUp.State.DUE));
        given.as(ines, () -> mine.skipTalk(id, 90)).value();
        assertThat(engine.endOf(process())).contains("end_closed");
    }

    @Test
    void anotherDayOfReturnMovesItsTimer() {
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(3), null))).value();
        until(MONDAY);
        assertThat(given.open(process())).doesNotContain(Tasks.HOLD_BRIEFING);

        until(MONDAY.plusDays(3));
        assertThat(given.open(process())).contains(Tasks.HOLD_BRIEFING);
        given.as(ines, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(4), null))).value();
        assertThat(given.open(process())).as("not today after all").doesNotContain(Tasks.HOLD_BRIEFING);
        until(MONDAY.plusDays(4));
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY.plusDays(4), true)).value();
        assertThat(given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(9), null))).refusal())
                .isEqualTo(TeamRefusal.BACK_ALREADY);
    }

    @Test
    void anotherDayWhileTheBriefingIsDueGivesTheAgentTheTimeToAnswer() {
        given.as(helene, () -> desk.withdraw(id)).value();
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        id = given.begun(helene, ines, today);
        engine.runDueJobs();
        assertThat(given.open(process())).contains(Tasks.HOLD_BRIEFING, Tasks.SAY_NEEDS);
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(today.plusDays(21), null))).value();
        until(today.plusDays(2));

        assertThat(given.open(process())).containsExactly(Tasks.SAY_NEEDS);
        until(today.plusDays(6));
        assertThat(given.open(process())).containsExactly(Tasks.CALL_AGENT);
    }

    @Test
    void whatWasRecordedGoesAlongToAnotherTeamAndWhatWasOnlyAskedForDoesNot() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME)).value();
        given.as(helene, () -> members.moveTo(ines.accountId(), otherTeam)).value();
        assertThat(see().measures()).extracting(Measure::kind).doesNotContain(MeasureKind.TELEWORK);
        assertThat(see().measures()).extracting(Measure::source).doesNotContain(MeasureSource.AGENT);

        given.as(otherManager, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(noon(MONDAY.minusDays(3))),
                TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.minusDays(3)))).value();
        given.as(otherManager, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(new Recorded(
                MeasureKind.TELEWORK, MeasureSource.AGENT, Set.of(DayOfWeek.FRIDAY), MONDAY.plusDays(30))), 0)).value();
        given.as(otherManager, () -> members.moveTo(ines.accountId(), team)).value();
        assertThat(see().measures()).extracting(Measure::kind).containsExactly(MeasureKind.TELEWORK);
    }

    @Test
    void whoIsAwayAgainIsPreparedAnewOnceADateIsKnown() {
        prepare(SOME);
        comeBack();
        given.as(ines, () -> desk.awayAgain(id)).value();
        assertThat(given.open(process())).isEmpty();
        assertThat(see().returnOn()).isNull();

        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(30), null))).value();
        assertThat(given.open(process())).containsExactly(Tasks.SAY_NEEDS);
        assertThat(see().measures()).as("what was agreed goes on").isNotEmpty();
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        until(MONDAY.plusDays(30));
        assertThat(given.open(process())).contains(Tasks.HOLD_BRIEFING);
    }

    @Test
    void whatIsAgreedAfterTheReturnHoldsForTheDaysOfEasingInToo() {
        comeBack();
        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, Needs.NONE)).value();
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(noon(MONDAY.plusDays(1))), TalkWay.PHONE))
                .value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.plusDays(1)))).value();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(), 10)).value();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();

        assertThat(see().easingUntil()).isEqualTo(MONDAY.plusDays(10));
    }

    @Test
    void whereNoEasingInWasAgreedNobodyEasesInNotEvenOnTheDayOfReturn() {
        prepare(MONDAY.minusDays(3), Needs.NONE, 0);
        comeBack();

        assertThat(easesInToday()).isFalse();
    }

    @Test
    void onTheDayOfReturnBeginsTheEasingInThatWasAgreed() {
        prepare(Needs.NONE);
        comeBack();
        assertThat(easesInToday()).isTrue();
        until(MONDAY.plusDays(2));
        assertThat(easesInToday()).isTrue();
        until(MONDAY.plusDays(3));
        assertThat(easesInToday()).isFalse();
    }

    private boolean easesInToday() {
        return given.as(ines, () -> teamPages.page(team)).orElseThrow().people().stream()
                .filter(person -> person.account().equals(ines.accountId())).findFirst().orElseThrow().easing();
    }

    @Test
    void talksComeThoughTheAgentHasNotSigned() {
        until(MONDAY);
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        until(MONDAY.plusDays(7));

        assertThat(given.open(process())).contains(Tasks.SIGN_BRIEFING, Tasks.TALK_7);
        given.as(ines, () -> mine.skipTalk(id, 30)).value();
    }

    @Test
    void whoAnswersIsNotRemindedAnyMore() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        clock.advance(Duration.ofDays(6));
        engine.runDueJobs();

        assertThat(engine.path(process())).doesNotContain("service_remind", "service_remindLast", Tasks.CALL_AGENT);
    }

    @Test
    void theManagerIsRemindedTwiceOfABriefingThatIsNotHeld() {
        for (int day = 0; day < 10; day++) {
            until(MONDAY.plusDays(day));
        }

        assertThat(engine.path(process())).filteredOn("service_remindManager"::equals).hasSize(2);
        assertThat(jdbc.sql("select count(*) from app.outbox_message where about_case = ? and recipient_name = 'Hélène'").param(id)
                .query(Integer.class).single()).isEqualTo(2);
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        assertThat(see().cameBackOn()).isEqualTo(MONDAY);
    }

    @Test
    void whoNeverSignsIsRemindedTwiceAndTheReturnGoesOnWithoutTheSignature() {
        prepare(Needs.NONE);
        until(MONDAY);
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        for (int day = 1; day < 14; day++) {
            until(MONDAY.plusDays(day));
        }
        assertThat(engine.path(process())).filteredOn("service_remindToSign"::equals).hasSize(2);
        assertThat(given.open(process())).contains(Tasks.SIGN_BRIEFING);

        until(MONDAY.plusDays(14));
        assertThat(given.open(process())).doesNotContain(Tasks.SIGN_BRIEFING);
        assertThat(see().stage()).isEqualTo(ReturnStage.THERE);
        assertThat(told()).contains("journal.return-to-work.notSigned").doesNotContain("journal.return-to-work.signed");
        List.of(7, 30, 90).forEach(days -> given.as(ines, () -> mine.skipTalk(id, days)).value());
        assertThat(engine.endOf(process())).contains("end_closed");
        assertThat(see().outcome()).isEqualTo(WorkReturnOutcome.CLOSED);
    }

    @Test
    void whoWorksHereNoLongerIsAccompaniedNoMore() {
        given.as(admin, () -> staff.close(ines.accountId())).value();

        assertThat(engine.endOf(process())).contains("end_left");
        assertThat(jdbc.sql("select outcome from app.work_return where id = ?").param(id).query(String.class).single())
                .isEqualTo(WorkReturnOutcome.LEFT.name());
        assertThat(given.open(process())).isEmpty();
    }

    @Test
    void aReturnAboutWhichNobodyDoesAnythingIsClosedAMonthAfterItsLastTalkWasDue() {
        until(MONDAY.plusDays(119));
        assertThat(given.open(process())).contains(Tasks.CALL_AGENT, Tasks.HOLD_BRIEFING);

        until(MONDAY.plusDays(120));
        assertThat(engine.path(process())).contains("end_unfinished", "end_closed");
        assertThat(see().outcome()).isEqualTo(WorkReturnOutcome.CLOSED);
        assertThat(given.open(process())).isEmpty();
        assertThat(told()).endsWith("journal.return-to-work.unfinished", "journal.return-to-work.closed");
        assertThat(given.as(helene, () -> pages.page(id)).orElseThrow().standing().steps()).filteredOn(step -> step.messageKey().endsWith(".back"))
                .singleElement().satisfies(step -> assertThat(step.state()).as("nobody has said that it took place").isEqualTo(Step.State.SKIPPED));
    }

    @Test
    void whatNobodyHasConfirmedSignedOrHeldEndsAsSuchAMonthAfterTheLastTalk() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, SOME)).value();
        propose(noon(MONDAY.minusDays(3)));
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(MONDAY.minusDays(3)))).value();
        record(MeasureKind.TELEWORK);
        until(MONDAY.plusDays(5));
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY.plusDays(5), true)).value();
        given.as(ines, () -> mine.skipTalk(id, 30)).value();
        until(MONDAY.plusDays(120));
        assertThat(given.open(process())).as("counted from the real return").contains(Tasks.CONFIRM_MEASURES, Tasks.TALK_7, Tasks.TALK_90);
        until(MONDAY.plusDays(125));

        assertThat(engine.path(process())).contains("end_unfinished", "end_closed");
        assertThat(see().followUps()).extracting(talk -> talk.state().name()).containsExactly("NOT_HELD", "SKIPPED", "NOT_HELD");
        assertThat(see().measures()).as("what was not confirmed is not in force").isEmpty();
        assertThat(given.begun(helene, ines, MONDAY.plusDays(200))).as("the next return can begin").isNotNull();
    }

    @Test
    void whoIsBriefedLongAfterTheDayStillHasAMonth() {
        until(MONDAY.plusDays(118));
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        until(MONDAY.plusDays(131));
        assertThat(given.open(process())).contains(Tasks.SIGN_BRIEFING);
        until(MONDAY.plusDays(148));

        assertThat(engine.path(process())).contains("end_unfinished", "end_closed");
        assertThat(told()).contains("journal.return-to-work.notSigned");
    }

    @Test
    void anotherDayOfReturnMovesItsEnd() {
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(60), null))).value();
        until(MONDAY.plusDays(130));
        assertThat(see().outcome()).isNull();

        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(140), null))).value();
        until(MONDAY.plusDays(200));
        assertThat(given.open(process())).contains(Tasks.HOLD_BRIEFING);
        until(MONDAY.plusDays(260));
        assertThat(engine.path(process())).contains("end_unfinished", "end_closed");
    }

    @Test
    void whileNoDayIsKnownTheManagerIsAskedNowAndThenAndTheReturnWaits() {
        given.as(ines, () -> desk.awayAgain(id)).value();
        for (int days : List.of(80, 100, 190, 200, 400)) {
            until(MONDAY.plusDays(days));
        }

        assertThat(engine.path(process())).filteredOn("service_askDay"::equals).hasSize(3);
        assertThat(jdbc.sql("select recipient_name from app.outbox_message where template = 'work-day-unknown' and confidential "
                + "and body not like '%Inès%'").query(String.class).list()).hasSize(3).containsOnly("Hélène");
        assertThat(see().stage()).as("nobody has said that the person is back").isEqualTo(ReturnStage.AWAY_AGAIN);
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(420), null))).value();
        assertThat(given.open(process())).containsExactly(Tasks.SAY_NEEDS);
    }

    @Test
    void aDayThatIsKnownAfterAllIsTheOneFromWhichTheEndIsCounted() {
        given.as(ines, () -> desk.awayAgain(id)).value();
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(300), null))).value();
        until(MONDAY.plusDays(419));
        assertThat(see().outcome()).isNull();

        until(MONDAY.plusDays(420));
        assertThat(engine.path(process())).contains("end_unfinished", "end_closed");
    }

    @Test
    void whoWasCalledAsksForOccupationalHealthThemselvesAsLongAsTheReturnIsOpen() {
        clock.advance(Duration.ofDays(6));
        engine.runDueJobs();
        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, Needs.NONE)).value();
        assertThat(given.as(ines, () -> mine.health(id)).value()).isEqualTo(new HealthSeen(false, List.of()));

        given.as(ines, () -> mine.askForHealth(id)).value();
        given.as(ines, () -> mine.askForHealth(id)).value();
        assertThat(given.as(ines, () -> mine.health(id)).value()).isEqualTo(new HealthSeen(true, List.of()));
        CaseRef supported = OccupationalHealthProcess.caseOf(support());
        given.as(health, () -> healthDesk.write(given.task(supported, OccupationalHealthProcess.Tasks.SUPPORT).ref(), supported.id(),
                new Adaptations(Set.of(), null, ""))).value();
        given.as(ines, () -> mine.askForHealth(id)).value();
        assertThat(jdbc.sql("select count(*) from app.work_health_support").query(Integer.class).single()).as("once more, later").isEqualTo(2);

        given.as(ines, () -> desk.withdraw(id)).value();
        assertThat(given.as(ines, () -> mine.askForHealth(id)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void whoAsksWhereNobodyHoldsTheDutyIsToldToWhomToTurnAndItsNextHolderHasTheTask() {
        given.take(admin, health, Duty.OCCUPATIONAL_HEALTH);
        given.as(ines, () -> mine.askForHealth(id)).value();
        assertThat(given.as(ines, () -> mine.health(id)).value()).isEqualTo(new HealthSeen(true, List.of("Rh")));
        given.take(admin, humanResources, Duty.HUMAN_RESOURCES);
        assertThat(given.as(ines, () -> mine.health(id)).value()).isEqualTo(new HealthSeen(true, List.of("Admin")));
        CurrentUser herself = given.holder(admin, ines, Duty.OCCUPATIONAL_HEALTH, null);
        assertThat(given.as(herself, () -> mine.health(id)).value().turnTo()).as("nobody supports themselves").containsExactly("Admin");

        CurrentUser next = given.holder(admin, given.staff("Suivante", Role.AGENT), Duty.OCCUPATIONAL_HEALTH, canal);
        assertThat(given.as(ines, () -> mine.health(id)).value()).isEqualTo(new HealthSeen(true, List.of()));
        assertThat(given.as(next, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).hasSize(1);
    }

    @Test
    void whatOccupationalHealthNeverTakesUpEndsAfterAYearAndTheAgentIsTold() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        CaseRef supported = OccupationalHealthProcess.caseOf(support());
        until(LocalDate.of(2027, 11, 20));
        assertThat(given.open(supported)).containsExactly(OccupationalHealthProcess.Tasks.SUPPORT);

        until(LocalDate.of(2027, 11, 26));
        assertThat(engine.endOf(supported)).contains("end_unanswered");
        assertThat(jdbc.sql("select count(*) from app.work_health_support where ended_at is null").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select recipient_name from app.outbox_message where template = 'work-unanswered' and confidential")
                .query(String.class).list()).containsExactly("Inès Carpentier");
        assertThat(told()).as("nothing of it is in the story that managers read").endsWith("journal.return-to-work.unfinished", "journal.return-to-work.closed");
    }

    private List<String> told() {
        return given.as(ines, () -> pages.page(id)).orElseThrow().story().stream().map(Journal.Entry::messageKey).toList();
    }

    @Test
    void whatIsAgreedAnewEndsWhatWasAgreedOfTheSameKindBefore() {
        prepare(SOME);
        given.as(ines, () -> desk.awayAgain(id)).value();
        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(7), null))).value();
        prepare(SOME);

        assertThat(see().measures()).filteredOn(one -> one.kind() == MeasureKind.TELEWORK).extracting(Measure::state)
                .containsExactlyInAnyOrder(WorkMeasure.State.OVER, WorkMeasure.State.AGREED);
    }

    @Test
    void whatIsAgreedAtASecondReturnEndsWhatIsInForceOfTheSameKindFromTheFirst() {
        prepare(SOME);
        comeBack();
        List.of(7, 30, 90).forEach(days -> given.as(ines, () -> mine.skipTalk(id, days)).value());
        until(MONDAY.plusDays(3));
        UUID first = id;
        List<UUID> telework = inForce(first, MeasureKind.TELEWORK);
        assertThat(telework).hasSize(1);
        assertThat(inForce(first, MeasureKind.EQUIPMENT)).hasSize(1);

        id = given.begun(helene, ines, MONDAY.plusDays(7));
        prepare(MONDAY.plusDays(4), new Needs(null, null, Set.of(DayOfWeek.FRIDAY), null, Set.of(), false, ""), 2);

        assertThat(inForce(first, MeasureKind.TELEWORK)).isEmpty();
        assertThat(engine.endOf(MeasureReviewProcess.caseOf(telework.getFirst()))).contains("end_noLongerInForce");
        assertThat(week(MONDAY.plusDays(14))).startsWith(Cell.PRESENT, Cell.PRESENT, Cell.PRESENT, Cell.PRESENT, Cell.TELEWORK);
        assertThat(inForce(first, MeasureKind.EQUIPMENT)).as("nothing of that kind is agreed anew").hasSize(1);
        assertThat(given.as(ines, () -> pages.inForceFromOthers(id))).extracting(Measure::kind).contains(MeasureKind.EQUIPMENT)
                .doesNotContain(MeasureKind.TELEWORK, MeasureKind.SAFETY_BRIEFING);
        assertThat(given.as(colleague, () -> pages.inForceFromOthers(id))).isEmpty();
    }

    private List<UUID> inForce(UUID of, MeasureKind kind) {
        return given.as(ines, () -> pages.page(of)).orElseThrow().facts().measures().stream()
                .filter(one -> one.kind() == kind && one.state() == WorkMeasure.State.AGREED).map(Measure::id).toList();
    }

    @Test
    void aReturnThatIsWithdrawnEndsWithAllThatHungOnIt() {
        prepare(new Needs(null, null, Set.of(DayOfWeek.MONDAY), null, Set.of(), true, ""));
        given.as(helene, () -> desk.withdraw(id)).value();

        assertThat(engine.endOf(process())).contains("end_withdrawn");
        assertThat(engine.endOf(OccupationalHealthProcess.caseOf(support()))).contains("end_noLongerNeeded");
        assertThat(see().measures()).allMatch(one -> one.state() == WorkMeasure.State.OVER);
        assertThat(given.as(helene, () -> desk.withdraw(id)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void occupationalHealthWritesAdaptationsThatHoldAtOnce() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        CaseRef supported = OccupationalHealthProcess.caseOf(support());
        given.as(health, () -> healthDesk.write(given.task(supported, OccupationalHealthProcess.Tasks.SUPPORT).ref(), support(),
                new Adaptations(Set.of(MeasureKind.NO_EVENINGS), MONDAY.plusDays(30), "Fin de service à 17 h"))).value();

        assertThat(engine.endOf(supported)).contains("end_supported");
        Measure written = see().measures().stream().filter(one -> one.source() == MeasureSource.HEALTH).findFirst().orElseThrow();
        assertThat(written.state()).isEqualTo(WorkMeasure.State.AGREED);
        assertThat(given.as(helene, () -> pages.note(written.id()))).contains("Fin de service à 17 h");
    }

    @Test
    void aMeasureIsReviewedOnItsDayAndGoesOnOrEnds() {
        prepare(SOME);
        Measure telework = see().measures().stream().filter(one -> one.kind() == MeasureKind.TELEWORK).findFirst().orElseThrow();
        CaseRef review = MeasureReviewProcess.caseOf(telework.id());
        until(telework.reviewOn());
        given.as(helene, () -> reviews.goesOn(given.task(review, MeasureReviewProcess.Tasks.REVIEW_MEASURE).ref(), telework.id(),
                telework.reviewOn().plusDays(60))).value();
        until(telework.reviewOn().plusDays(60));
        given.as(helene, () -> reviews.over(given.task(review, MeasureReviewProcess.Tasks.REVIEW_MEASURE).ref(), telework.id())).value();

        assertThat(engine.endOf(review)).contains("end_measureOver");
    }

    @Test
    void reviewsOfAReturnThatIsWithdrawnEnd() {
        prepare(SOME);
        Measure telework = see().measures().stream().filter(one -> one.kind() == MeasureKind.TELEWORK).findFirst().orElseThrow();

        given.as(ines, () -> desk.withdraw(id)).value();

        assertThat(engine.endOf(MeasureReviewProcess.caseOf(telework.id()))).contains("end_noLongerInForce");
    }

    private CaseRef process() {
        return ReturnToWorkProcess.caseOf(id);
    }

    private Facts see() {
        return given.as(ines, () -> pages.page(id)).orElseThrow().facts();
    }

    private List<Cell> week(LocalDate from) {
        return given.as(colleague, () -> calendar.page(team, from, 7)).orElseThrow().rows().stream()
                .filter(row -> row.account().equals(ines.accountId())).findFirst().orElseThrow().days();
    }

    private UUID support() {
        return jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
    }

    private void prepare(Needs needs) {
        prepare(MONDAY.minusDays(3), needs, 2);
    }

    private void prepare(LocalDate talk, Needs needs, int easingDays) {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, needs)).value();
        propose(noon(talk));
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, noon(talk))).value();
        List<Recorded> proposed = see().measures().stream().filter(one -> one.state() == WorkMeasure.State.PROPOSED)
                .map(one -> new Recorded(one.kind(), one.source(), one.days(), one.reviewOn())).toList();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, proposed, easingDays)).value();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
    }

    private void propose() {
        propose(noon(MONDAY.minusDays(3)), noon(MONDAY.minusDays(2)));
    }

    private void propose(Instant... times) {
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(times), TalkWay.PHONE)).value();
    }

    private void record(MeasureKind kind) {
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(new Recorded(kind,
                MeasureSource.MANAGER, Set.of(), MONDAY.plusDays(30))), 0)).value();
    }

    private void comeBack() {
        until(MONDAY);
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
        given.as(ines, () -> mine.sign(given.ref(id, Tasks.SIGN_BRIEFING), id)).value();
    }

    private void until(LocalDate day) {
        clock.setTo(noon(day));
        engine.runDueJobs();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(PARIS).toInstant();
    }
}

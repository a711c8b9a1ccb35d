package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.EveryColumn;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.domain.WorkMeasure.State;
import org.passerelle.team.returns.domain.WorkReturnOutcome;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.AddedMeasures.Added;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Measure;
import org.passerelle.team.returns.service.ReturnPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager adds a measure: to those that are agreed on in the talk, or to those in force, which the agent answers alone. */
class AddedMeasuresTest extends TeamTests {

    private static final Instant TALK = MONDAY.minusDays(3).atTime(14, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    private static final LocalDate REVIEW = MONDAY.plusDays(30);
    private static final Added NO_ROUNDS = new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "");

    @Autowired
    AddedMeasures added;
    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;
    @Autowired
    ReturnPages pages;
    @Autowired
    Policies rules;
    @Autowired
    Teams teams;
    @Autowired
    TeamMembers members;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;

    private UUID id;

    @BeforeEach
    void measuresAreProposed() {
        id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
    }

    @Test
    void whatIsAddedBeforeTheTalkIsConfirmedWithTheOthersAndKeepsItsNote() {
        given.as(helene, () -> added.add(id, new Added(MeasureKind.TELEWORK, Set.of(DayOfWeek.FRIDAY), REVIEW, "Dès la deuxième semaine")))
                .value();
        assertThat(see().measures()).filteredOn(one -> one.kind() == MeasureKind.TELEWORK).singleElement().satisfies(one -> {
            assertThat(one.source()).isEqualTo(MeasureSource.MANAGER);
            assertThat(one.state()).isEqualTo(State.PROPOSED);
            assertThat(one.days()).containsExactly(DayOfWeek.FRIDAY);
            assertThat(see().waitsForAgent(one)).isFalse();
        });

        recorded();
        assertThat(see().addable()).as("what is recorded is confirmed as it stands").isFalse();
        assertThat(add(NO_ROUNDS).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();

        Measure telework = the(MeasureKind.TELEWORK);
        assertThat(telework.state()).isEqualTo(State.AGREED);
        assertThat(given.as(ines, () -> pages.note(telework.id()))).contains("Dès la deuxième semaine");
        assertThat(EveryColumn.with(jdbc, "Dès la deuxième semaine")).isEmpty();
    }

    @Test
    void theNoteOfWhatIsLeftOutIsForgotten() {
        given.as(helene, () -> added.add(id, new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "Pas avant janvier"))).value();
        talked();

        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(), 0)).value();

        assertThat(jdbc.sql("select count(*) from app.sealed_text where kind = 'measure'").query(Integer.class).single()).isZero();
    }

    @Test
    void aNewVersionOfTheRulesDoesNotProposeAgainWhatAManagerHasAdded() {
        Added equipment = new Added(MeasureKind.EQUIPMENT, Set.of(), REVIEW, "");
        add(equipment).value();
        assertThat(add(equipment)).as("there already").satisfies(no -> wrongAt(no, "kind"));
        Policy before = given.as(helene, () -> rules.open("return-measures")).orElseThrow();
        List<Row> otherwise = before.rows().stream().map(row -> new Row(row.when(), List.of("EQUIPMENT", "9", "false", "40"), "")).toList();

        given.tried(() -> {
            assertThat(given.as(helene, () -> rules.publish("return-measures", before.version(), otherwise, "Équipement",
                    Policies.Reach.ALL_RUNNING, Set.of())).value().moved()).isOne();
            assertThat(see().measures()).filteredOn(one -> one.kind() == MeasureKind.EQUIPMENT).extracting(Measure::source)
                    .containsExactly(MeasureSource.MANAGER);
        });
    }

    @Test
    void whereTimeWasUpBeforeAnythingWasAgreedNothingIsAddedThatNobodyCouldAnswer() {
        jdbc.sql("insert into app.work_measure (id, version, work_return, agent, kind, source, state, review_on) "
                + "values (?, 0, ?, ?, 'SEATED_WORK', 'HEALTH', 'AGREED', ?)")
                .params(UUID.randomUUID(), id, ines.accountId(), REVIEW.plusDays(200)).update();
        clock.setTo(MONDAY.plusDays(120).atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
        engine.runDueJobs();
        assertThat(see().outcome()).isEqualTo(WorkReturnOutcome.CLOSED);

        assertThat(see().addable()).isFalse();
        assertThat(add(NO_ROUNDS).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void whatWaitsFromAnEarlierReturnIsAnsweredBesideTheNewOne() {
        agreed();
        add(NO_ROUNDS).value();
        Measure rounds = the(MeasureKind.NO_ROUNDS);
        jdbc.sql("update app.work_return set ended_at = announced_at, outcome = 'CLOSED' where id = ?").param(id).update();
        UUID next = given.begun(helene, ines, MONDAY.plusDays(60));

        assertThat(given.as(ines, () -> pages.waitingFromOthers(next))).containsExactly(rounds);
        assertThat(given.as(colleague, () -> pages.waitingFromOthers(next))).isEmpty();
        given.as(ines, () -> added.agreeTo(rounds.id())).value();
        assertThat(given.as(ines, () -> pages.waitingFromOthers(next))).isEmpty();
    }

    @Test
    void aMeasureThatWaitsAloneIsNoLongerOfAManagerWhoHasGone() {
        agreed();
        add(NO_ROUNDS).value();
        Measure rounds = the(MeasureKind.NO_ROUNDS);
        jdbc.sql("update app.work_return set ended_at = announced_at, outcome = 'CLOSED' where id = ?").param(id).update();
        jdbc.sql("update app.work_measure set state = 'OVER' where work_return = ? and id <> ?").params(id, rounds.id()).update();
        CurrentUser next = given.staff("Maya", Role.MANAGER);
        TeamForm form = given.as(admin, () -> teams.form(team)).orElseThrow();

        given.as(admin, () -> teams.change(team, new TeamForm(form.name(), form.minimum(), Set.of(next.accountId()), false, form.version())))
                .value();

        assertThat(jdbc.sql("select manager from app.work_return where id = ?").param(id).query(UUID.class).single())
                .isEqualTo(next.accountId());
    }

    @Test
    void whatWaitsAloneIsDroppedWhenItsAgentMoves() {
        agreed();
        add(new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "Tournée du mercredi")).value();
        jdbc.sql("update app.work_return set ended_at = announced_at, outcome = 'CLOSED' where id = ?").param(id).update();
        jdbc.sql("update app.work_measure set state = 'OVER' where work_return = ? and state = 'AGREED'").param(id).update();

        given.as(helene, () -> members.moveTo(ines.accountId(), otherTeam)).value();

        assertThat(jdbc.sql("select count(*) from app.work_measure where state = 'PROPOSED'").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from app.sealed_text where kind = 'measure'").query(Integer.class).single()).isZero();
    }

    @Test
    void whatIsAddedToThoseInForceHoldsOnceTheAgentAgrees() {
        agreed();
        add(NO_ROUNDS).value();
        Measure rounds = the(MeasureKind.NO_ROUNDS);
        assertThat(given.as(ines, () -> pages.mine()).orElseThrow().facts().waitsForAgent(rounds)).isTrue();
        assertThat(jdbc.sql("select count(*) from app.outbox_message where template = 'work-measure'").query(Integer.class).single()).isOne();
        for (CurrentUser other : List.of(helene, colleague, otherManager, health, humanResources, admin)) {
            assertThat(given.as(other, () -> added.agreeTo(rounds.id())).refusal()).as(other.displayName()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(other, () -> added.decline(rounds.id())).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        }

        given.as(ines, () -> added.agreeTo(rounds.id())).value();

        assertThat(the(MeasureKind.NO_ROUNDS).state()).isEqualTo(State.AGREED);
        clock.setTo(REVIEW.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
        engine.runDueJobs();
        assertThat(given.task(MeasureReviewProcess.caseOf(rounds.id()), MeasureReviewProcess.Tasks.REVIEW_MEASURE).person())
                .isEqualTo(helene.accountId());
        assertThat(given.as(ines, () -> added.decline(rounds.id())).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void ofWhatTheAgentDeclinesNothingIsKept() {
        agreed();
        add(new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "Tournée du mercredi")).value();

        given.as(ines, () -> added.decline(the(MeasureKind.NO_ROUNDS).id())).value();

        assertThat(see().measures()).extracting(Measure::kind).doesNotContain(MeasureKind.NO_ROUNDS);
        assertThat(jdbc.sql("select count(*) from app.sealed_text where kind = 'measure'").query(Integer.class).single()).isZero();
    }

    @Test
    void whatIsTypedIsCheckedAgain() {
        agreed();
        assertThat(add(new Added(null, Set.of(), REVIEW, ""))).satisfies(no -> wrongAt(no, "kind"));
        assertThat(add(new Added(MeasureKind.NO_ROUNDS, Set.of(), null, ""))).satisfies(no -> wrongAt(no, "reviewOn"));
        assertThat(add(new Added(MeasureKind.NO_ROUNDS, Set.of(), LocalDate.of(2026, 11, 24), ""))).satisfies(no -> wrongAt(no, "reviewOn"));
        assertThat(add(new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW.plusYears(3), ""))).satisfies(no -> wrongAt(no, "reviewOn"));
        assertThat(add(new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "a".repeat(Needs.LONGEST_NOTE + 1))))
                .satisfies(no -> wrongAt(no, "note"));
        assertThat(add(new Added(MeasureKind.SAFETY_BRIEFING, Set.of(), null, ""))).satisfies(no -> wrongAt(no, "kind"));
        for (MeasureKind health : List.of(MeasureKind.NO_LIFTING, MeasureKind.MORE_BREAKS, MeasureKind.EASING_IN)) {
            assertThatThrownBy(() -> add(new Added(health, Set.of(), REVIEW, ""))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(see().measures()).extracting(Measure::state).containsOnly(State.AGREED);
    }

    @Test
    void nobodyElseAddsOneAndNobodyToTheirOwnReturn() {
        for (CurrentUser stranger : List.of(ines, colleague, otherManager, health, humanResources, admin)) {
            assertThat(given.as(stranger, () -> added.add(id, NO_ROUNDS)).refusal()).as(stranger.displayName())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
        }
        assertThat(given.as(ines, () -> pages.page(id)).orElseThrow().facts().addable()).isFalse();
    }

    @Test
    void whoIsAwayAgainLosesWhatWaitsForTheirWord() {
        agreed();
        add(new Added(MeasureKind.NO_ROUNDS, Set.of(), REVIEW, "Tournée du mercredi")).value();

        given.as(helene, () -> desk.awayAgain(id)).value();

        assertThat(see().addable()).isFalse();
        assertThat(add(NO_ROUNDS).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(see().measures()).extracting(Measure::kind, Measure::state).doesNotContain(tuple(MeasureKind.NO_ROUNDS, State.PROPOSED));
        assertThat(jdbc.sql("select count(*) from app.sealed_text where kind = 'measure'").query(Integer.class).single()).isZero();
    }

    private Outcome<Void> add(Added typed) {
        return given.as(helene, () -> added.add(id, typed));
    }

    private static void wrongAt(Outcome<Void> outcome, String field) {
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(((Outcome.Refused<Void>) outcome).args()).extracting(arg -> ((FieldError) arg).field()).containsExactly(field);
    }

    private Facts see() {
        return given.as(helene, () -> pages.page(id)).orElseThrow().facts();
    }

    private Measure the(MeasureKind kind) {
        return see().measures().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private void talked() {
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(TALK), TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, TALK)).value();
    }

    /** As they were proposed. */
    private void recorded() {
        talked();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, see().measures().stream()
                .map(one -> new Recorded(one.kind(), one.source(), one.days(), one.reviewOn())).toList(), 5)).value();
    }

    private void agreed() {
        recorded();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
    }
}

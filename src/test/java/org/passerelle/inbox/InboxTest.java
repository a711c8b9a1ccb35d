package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.domain.InboxRows.Counts;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.journal.Journal.Entry;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.Staff;
import org.passerelle.support.Engine;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PasserelleTest
class InboxTest {

    private static final Instant NOW = FreshState.START;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    Inbox inbox;
    @Autowired
    Staff staff;
    @Autowired
    InboxKeeper keeper;
    @Autowired
    InboxFixture given;
    @Autowired
    SampleErrandProcess process;
    @Autowired
    Engine engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    @Qualifier("inboxHealthIndicator")
    HealthIndicator health;

    UUID port;
    UUID gare;
    CurrentUser camille;
    CurrentUser noor;
    CurrentUser elsewhere;
    CurrentUser manager;

    @BeforeEach
    void aNetworkOfTwoBranches() {
        port = given.branch("Port", "Europe/Paris");
        gare = given.branch("Gare", "Pacific/Noumea");
        camille = given.staff("Camille", Role.AGENT, port);
        noor = given.staff("Noor", Role.AGENT, port);
        elsewhere = given.staff("Aline", Role.AGENT, gare);
        manager = given.staff("Sacha", Role.MANAGER);
    }

    @Test
    void anOpenTaskIsOneRowWithTheFactsOfItsModule() {
        UUID errand = given.errand("Mme Ferrand", port, NOW.plusSeconds(60));

        InboxTask task = given.taskOf(camille, errand);

        assertThat(task.kind()).isEqualTo(new TaskKind("sample-errand", SampleErrandProcess.RUN));
        assertThat(task.formKey()).isEqualTo("sample-errand.run");
        assertThat(task.subjectKey()).isEqualTo("sample.subject");
        assertThat(task.subjectArgs()).containsExactly("Mme Ferrand");
        assertThat(task.branchName()).isEqualTo("Port");
        assertThat(task.groups()).containsExactly("AGENT");
        assertThat(task.due()).isEqualTo(NOW.plusSeconds(60));
        assertThat(task.created()).isEqualTo(NOW);
        assertThat(task.mayAct()).isTrue();
    }

    @Test
    void aCompletedTaskLeavesAndTheNextOneOfItsCaseComes() {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand("M. Okafor", port, null, "okafor"));
        process.start(errand, true);
        process.ran(given.taskOf(camille, errand).ref());
        assertThat(rows()).isZero();

        engine.runDueJobs();

        assertThat(given.taskOf(camille, errand).kind().taskKey()).isEqualTo("user_reportErrand");
        assertThat(given.taskOf(camille, errand).mayAct()).isFalse();
        assertThat(given.taskOf(manager, errand).mayAct()).isTrue();
    }

    @Test
    void aTaskThatItsCaseNoLongerNeedsLeaves() {
        UUID errand = given.errand("annulée", port, null);

        process.cancelled(errand);

        assertThat(rows()).isZero();
    }

    @Test
    void aGestureThatIsRolledBackLeavesTheInboxAsItWas() {
        UUID errand = given.errand("tenue", port, null);
        TaskRef ref = given.taskOf(camille, errand).ref();

        assertThatThrownBy(() -> given.inTransaction(() -> {
            process.ran(ref);
            assertThat(rows()).isZero();
            throw new IllegalStateException("after the row, before the commit");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(rows()).isEqualTo(1);
        assertThat(keeper.compare().agrees()).isTrue();
    }

    @Test
    void aModuleSaysThatTheFactsOfACaseChanged() {
        UUID errand = given.errand("avant", port, null);
        SampleErrands.ALL.put(errand, new Errand("après", gare, NOW, "après"));

        given.inTransaction(() -> {
            events.publishEvent(new CaseFactsChanged(new CaseRef(SampleErrandProcess.KEY, errand)));
            return null;
        });

        InboxTask task = given.taskOf(camille, errand);
        assertThat(task.subjectArgs()).containsExactly("après");
        assertThat(task.branch()).isEqualTo(gare);
        assertThat(task.due()).isEqualTo(NOW);
        assertThat(task.groups()).containsExactly("AGENT");
    }

    @Test
    void whatIsDueFirstStandsFirstAndWhatHasNoDateLast() {
        given.errand("sans date", port, null);
        given.errand("demain", port, NOW.plus(Duration.ofDays(1)));
        given.errand("hier", port, NOW.minus(Duration.ofDays(1)));

        assertThat(names(camille, InboxFilter.START)).containsExactly("hier", "demain", "sans date");
        assertThat(given.as(camille, () -> inbox.page(InboxFilter.START, 1, 1))).extracting(InboxTask::subjectArgs)
                .containsExactly(List.of("demain"));
    }

    @Test
    void eachChipShowsItsPartAndTellsHowMany() {
        UUID mine = given.errand("à moi", port, NOW.minusSeconds(1));
        given.as(camille, () -> inbox.claim(given.taskOf(camille, mine).ref()));
        UUID taken = given.errand("à Noor", port, NOW.plusSeconds(1));
        given.as(noor, () -> inbox.claim(given.taskOf(noor, taken).ref()));
        given.errand("libre", port, NOW.plusSeconds(2));
        given.errand("pour tous", null, null);
        given.errand("autre site", gare, NOW.plusSeconds(3));

        assertThat(names(camille, chip(Chip.WAITING))).containsExactly("à moi", "libre", "pour tous");
        assertThat(names(camille, chip(Chip.MINE))).containsExactly("à moi");
        assertThat(names(camille, chip(Chip.GROUP))).containsExactly("libre", "pour tous");
        assertThat(names(camille, chip(Chip.ALL))).hasSize(5);
        assertThat(given.as(camille, () -> inbox.overview(InboxFilter.START)).counts().chips()).isEqualTo(
                Map.of(Chip.WAITING, 3, Chip.MINE, 1, Chip.GROUP, 2, Chip.ALL, 5));
        assertThat(given.as(camille, () -> inbox.waiting())).isEqualTo(3);
        assertThat(names(manager, chip(Chip.GROUP))).containsExactly("libre", "autre site", "pour tous");
    }

    @Test
    void todayIsTheDayOfTheBranchsOwnClock() {
        // 8 h in London is already 19 h in Nouméa, where the next day begins five hours later.
        given.errand("ce soir au Port", port, NOW.plus(Duration.ofHours(6)));
        given.errand("demain à la Gare", gare, NOW.plus(Duration.ofHours(6)));

        assertThat(names(manager, InboxFilter.START.with(Due.TODAY))).containsExactly("ce soir au Port");
    }

    @Test
    void tasksAreNarrowedToWhatIsLateDueTodayOrDueThisWeek() {
        LocalDate monday = NOW.atZone(PARIS).toLocalDate().with(DayOfWeek.MONDAY);
        given.errand("dimanche dernier", port, monday.atStartOfDay(PARIS).minusMinutes(1).toInstant());
        given.errand("lundi à minuit", port, monday.atStartOfDay(PARIS).toInstant());
        given.errand("tout à l’heure", port, NOW.plusSeconds(60));
        given.errand("dimanche soir", port, monday.plusWeeks(1).atStartOfDay(PARIS).minusMinutes(1).toInstant());
        given.errand("lundi prochain", port, monday.plusWeeks(1).atStartOfDay(PARIS).toInstant());
        given.errand("sans date", port, null);

        assertThat(names(camille, InboxFilter.START.with(Due.LATE)))
                .containsExactly("dimanche dernier", "lundi à minuit");
        assertThat(names(camille, InboxFilter.START.with(Due.TODAY))).contains("tout à l’heure")
                .doesNotContain("dimanche dernier", "lundi prochain", "sans date");
        assertThat(names(camille, InboxFilter.START.with(Due.WEEK)))
                .containsExactly("lundi à minuit", "tout à l’heure", "dimanche soir");
        Counts counts = given.as(camille, () -> inbox.overview(InboxFilter.START.with(Due.WEEK))).counts();
        assertThat(counts.chips()).containsEntry(Chip.WAITING, 3).containsEntry(Chip.MINE, 0);
        assertThat(counts.dues()).containsEntry(Due.LATE, 2).containsEntry(Due.WEEK, 3).containsEntry(Due.ANY, 6);
    }

    @Test
    void tasksAreFoundByBranchKindAndWordsInAnyOrderWithTypos() {
        given.errand("Mme Ferrand Germinal Œuvres", port, null);
        given.errand("M. Okafor K7F-42 100%", gare, null);

        assertThat(names(camille, words("œuvres ferrand"))).containsExactly("Mme Ferrand Germinal Œuvres");
        assertThat(names(camille, words("FÉRAND"))).containsExactly("Mme Ferrand Germinal Œuvres");
        assertThat(names(camille, words("k7f-42"))).containsExactly("M. Okafor K7F-42 100%");
        assertThat(names(camille, words("%"))).hasSize(2);
        assertThat(names(camille, words("_______"))).hasSize(2);
        assertThat(names(camille, words("nobody"))).isEmpty();
        assertThat(names(camille, words("Ferrand\0"))).hasSize(1);
        assertThat(names(camille, words("Ferrand\ud800"))).hasSize(1);
        assertThat(names(camille, words("Ferrand" + " ".repeat(300) + "nobody"))).hasSize(1);
        assertThat(names(camille, words("'; drop table app.inbox_task; --"))).isEmpty();
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, gare, null, ""))).containsExactly("M. Okafor K7F-42 100%");
        TaskKind run = new TaskKind("sample-errand", "user_runErrand");
        assertThat(given.as(camille, () -> inbox.overview(InboxFilter.START)).kinds()).containsExactly(run);
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, null, run, ""))).hasSize(2);
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, null, new TaskKind("sample-errand", "user_none"), "")))
                .isEmpty();
    }

    @Test
    void aCodeThatIsThereComesAloneAndOneThatIsNotFindsItsNeighbours() {
        given.errand("Caisse Q1001", port, null);
        given.errand("Caisse Q1002", port, null);
        given.errand("Caisse Q10021", port, null);

        assertThat(names(camille, words("q1001"))).containsExactly("Caisse Q1001");
        assertThat(names(camille, words("caise Q1002"))).containsExactlyInAnyOrder("Caisse Q1002", "Caisse Q10021");
        assertThat(names(camille, words("Q1009"))).isNotEmpty();
    }

    @Test
    void thePageTakesThreeStatementsWhateverTheVolume() {
        for (int i = 0; i < 60; i++) {
            given.errand("course " + i, i % 2 == 0 ? port : gare, NOW.plusSeconds(i));
        }
        assertThat(given.as(camille, () -> Statements.during(() -> {
            InboxFilter filter = words("course");
            inbox.overview(filter);
            assertThat(inbox.page(filter, 0, 50)).hasSize(50);
        }))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theNextTaskIsKnownWhetherOrNotThisOneIsStillThere() {
        UUID first = given.errand("première", port, NOW);
        given.errand("deuxième", port, NOW);
        given.errand("troisième", port, null);
        InboxTask task = given.taskOf(camille, first);
        String second = given.as(camille, () -> inbox.after(InboxFilter.START, task)).orElseThrow()
                .subjectArgs().getFirst();
        process.ran(task.ref());

        assertThat(second).isNotEqualTo("première");
        assertThat(given.as(camille, () -> inbox.after(InboxFilter.START, task)).orElseThrow().subjectArgs())
                .containsExactly(second);
        assertThat(given.as(camille, () -> inbox.before(InboxFilter.START, given.taskOf(camille,
                lastErrand()))).orElseThrow().subjectArgs()).containsExactly("deuxième");
        assertThat(given.as(camille, () -> inbox.after(InboxFilter.START, given.taskOf(camille, lastErrand()))))
                .isEmpty();
    }

    @Test
    void aTaskIsTakenGivenBackAndHandedToAColleague() {
        TaskRef ref = given.taskOf(camille, given.errand("à prendre", port, null)).ref();

        assertThat(given.as(camille, () -> inbox.claim(ref)).isDone()).isTrue();
        assertThat(task(camille, ref).assigneeName()).isEqualTo("Camille");
        assertThat(given.as(camille, () -> inbox.giveBack(ref)).isDone()).isTrue();
        assertThat(task(camille, ref).assignee()).isNull();
        assertThat(given.as(camille, () -> inbox.colleagues(task(camille, ref)))).extracting(Inbox.Colleague::name)
                .containsExactly("Noor", "Sacha");
        assertThat(given.as(camille, () -> inbox.handOver(ref, noor.accountId())).isDone()).isTrue();
        assertThat(task(camille, ref).assigneeName()).isEqualTo("Noor");
    }

    @Test
    void whoTookATaskWhoGaveItBackAndToWhomItWasHandedIsToldInItsCasesStory() {
        InboxTask task = given.taskOf(camille, given.errand("racontée", port, null));
        given.as(camille, () -> inbox.claim(task.ref()));
        given.as(camille, () -> inbox.claim(task.ref()));
        given.as(noor, () -> inbox.claim(task.ref()));
        given.as(camille, () -> inbox.giveBack(task.ref()));
        given.as(camille, () -> inbox.giveBack(task.ref()));
        given.as(noor, () -> inbox.handOver(task.ref(), elsewhere.accountId()));
        given.as(noor, () -> inbox.handOver(task.ref(), camille.accountId()));

        List<String> name = List.of("process.sample-errand.user_runErrand");
        assertThat(given.as(camille, () -> inbox.story(task.process()))).containsExactly(
                new Entry(NOW, "Camille", null, Channel.STAFF, "journal.inbox.claimed", name),
                new Entry(NOW, "Camille", null, Channel.STAFF, "journal.inbox.givenBack", name),
                new Entry(NOW, "Noor", "Camille", Channel.STAFF, "journal.inbox.handedOver", name));
    }

    @Test
    void whatAColleagueHasIsLeftToThemOrToAManager() {
        TaskRef ref = given.taskOf(camille, given.errand("prise", port, null)).ref();
        given.as(noor, () -> inbox.claim(ref));

        Outcome<Void> second = given.as(camille, () -> inbox.claim(ref));
        assertThat(second.refusal()).isEqualTo(InboxRefusal.TASK_TAKEN);
        assertThat(((Outcome.Refused<Void>) second).args()).containsExactly("Noor");
        assertThat(given.as(camille, () -> inbox.giveBack(ref)).refusal()).isEqualTo(InboxRefusal.TASK_TAKEN);
        assertThat(given.as(camille, () -> inbox.handOver(ref, camille.accountId())).refusal())
                .isEqualTo(InboxRefusal.TASK_TAKEN);
        assertThat(given.as(manager, () -> inbox.handOver(ref, camille.accountId())).isDone()).isTrue();
        assertThat(given.as(manager, () -> inbox.giveBack(ref)).isDone()).isTrue();
    }

    @Test
    void theTasksOfWhoLeavesOrLosesTheBranchWaitForEverybodyAgain() {
        TaskRef left = given.taskOf(camille, given.errand("laissée", port, null)).ref();
        TaskRef lost = given.taskOf(camille, given.errand("perdue", port, null)).ref();
        given.as(camille, () -> inbox.claim(left));
        given.as(noor, () -> inbox.claim(lost));

        given.as(manager, () -> staff.close(camille.accountId())).value();
        given.as(manager, () -> staff.takeBranch(noor.accountId(), port)).value();

        assertThat(task(manager, left).assignee()).isNull();
        assertThat(task(manager, lost).assignee()).isNull();
        assertThat(given.as(manager, () -> inbox.colleagues(task(manager, left)))).extracting(Inbox.Colleague::name)
                .doesNotContain("Camille", "Noor");
        assertThat(given.as(manager, () -> inbox.handOver(left, camille.accountId())).refusal())
                .isEqualTo(InboxRefusal.COLLEAGUE_MAY_NOT);
        assertThat(given.as(manager, () -> inbox.story(task(manager, left).process()))).last()
                .returns("journal.inbox.givenBack", Entry::messageKey);
    }

    @Test
    void peopleOfAnotherBranchSeeATaskAndCannotActOnIt() {
        TaskRef ref = given.taskOf(elsewhere, given.errand("du Port", port, null)).ref();

        assertThat(task(elsewhere, ref).mayAct()).isFalse();
        assertThat(given.as(elsewhere, () -> inbox.claim(ref)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThat(given.as(elsewhere, () -> inbox.giveBack(ref)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThat(given.as(elsewhere, () -> inbox.handOver(ref, elsewhere.accountId())).refusal())
                .isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThat(given.as(camille, () -> inbox.handOver(ref, elsewhere.accountId())).refusal())
                .isEqualTo(InboxRefusal.COLLEAGUE_MAY_NOT);
    }

    @Test
    void aTaskForAnotherRoleIsSeenAndNotTaken() {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand("compte rendu", port, null, ""));
        process.start(errand, true);
        process.ran(given.taskOf(camille, errand).ref());
        engine.runDueJobs();

        assertThat(given.as(camille, () -> inbox.claim(given.taskOf(camille, errand).ref())).refusal())
                .isEqualTo(InboxRefusal.TASK_FOR_OTHER_ROLE);
    }

    @Test
    void patronsAndStrangersAreGivenNothing() {
        CurrentUser patron = given.staff("Usager", Role.PATRON);
        InboxTask task = given.taskOf(camille, given.errand("secret", port, null));
        for (Callable<?> gesture : List.<Callable<?>>of(() -> inbox.page(InboxFilter.START, 0, 10),
                () -> inbox.overview(InboxFilter.START), () -> inbox.task(task.ref()), () -> inbox.claim(task.ref()),
                () -> inbox.giveBack(task.ref()), () -> inbox.handOver(task.ref(), patron.accountId()),
                () -> inbox.colleagues(task), () -> inbox.branches(), () -> inbox.story(task.process()),
                () -> inbox.diagram(task.process()), () -> inbox.after(InboxFilter.START, task),
                () -> inbox.before(InboxFilter.START, task), () -> inbox.waiting())) {
            assertThatThrownBy(gesture::call).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> given.as(patron, () -> call(gesture))).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(given.as(camille, () -> inbox.handOver(task.ref(), patron.accountId())).refusal())
                .isEqualTo(InboxRefusal.COLLEAGUE_MAY_NOT);
    }

    @Test
    void ofTwoPeopleWhoTakeTheSameTaskAtOnceOneHasItAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 5; round++) {
            TaskRef ref = given.taskOf(camille, given.errand("course " + round, port, null)).ref();
            try (ExecutorService people = Executors.newFixedThreadPool(2)) {
                Future<Outcome<Void>> one = people.submit(() -> given.as(camille, () -> inbox.claim(ref)));
                Future<Outcome<Void>> other = people.submit(() -> given.as(noor, () -> inbox.claim(ref)));
                assertThat(List.of(one.get().isDone(), other.get().isDone())).containsExactlyInAnyOrder(true, false);
                assertThat(one.get().isDone() ? other.get().refusal() : one.get().refusal())
                        .isEqualTo(InboxRefusal.TASK_TAKEN);
            }
        }
    }

    @Test
    void aTaskThatIsGoneIsTold() {
        TaskRef ref = given.taskOf(camille, given.errand("finie", port, null)).ref();
        process.ran(ref);

        assertThat(given.as(camille, () -> inbox.claim(ref)).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
        assertThat(given.as(camille, () -> inbox.task(ref))).isEmpty();
        assertThat(given.as(camille, () -> inbox.claim(new TaskRef("' or 1=1"))).refusal())
                .isEqualTo(InboxRefusal.TASK_GONE);
    }

    @Test
    void theInboxIsRebuiltFromTheEngineAndTheHealthCheckComparesBoth() {
        given.errand("une", port, NOW);
        UUID claimed = given.errand("deux", gare, null);
        given.as(elsewhere, () -> inbox.claim(given.taskOf(elsewhere, claimed).ref()));
        List<Map<String, Object>> before = everyRow();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        jdbc.sql("delete from app.inbox_task where branch = ?").param(gare).update();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        keeper.rebuild();

        assertThat(everyRow()).hasSize(2).isEqualTo(before);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anotherTaskInThePlaceOfOneIsNoticed() {
        given.errand("une", port, NOW);
        given.errand("deux", port, NOW);
        jdbc.sql("update app.inbox_task set id = 'of-another-time' where subject_args[1] = 'une'").update();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("engineTasks", 2L).containsEntry("missing", 1L)
                .containsEntry("extra", 1L);
    }

    @Test
    void theEngineIsAskedAFixedNumberOfTimesForEachPageOfTasks() {
        given.errand("une", port, NOW);
        assertThat(given.taskOf(camille, given.errand("deux", port, NOW)).groups()).containsExactly("AGENT");
        int few = askedOfTheEngine();
        for (int i = 0; i < 30; i++) {
            given.errand("course " + i, port, NOW);
        }

        assertThat(askedOfTheEngine()).isEqualTo(few).isLessThanOrEqualTo(10);
    }

    private int askedOfTheEngine() {
        return (int) Statements.during(keeper::rebuild).stream().filter(sql -> sql.contains("ACT_")).count();
    }

    private static Object call(Callable<?> gesture) {
        try {
            return gesture.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID lastErrand() {
        return given.as(camille, () -> inbox.page(InboxFilter.START, 0, 10)).getLast().process().id();
    }

    private InboxTask task(CurrentUser user, TaskRef ref) {
        return given.as(user, () -> inbox.task(ref)).orElseThrow();
    }

    private List<String> names(CurrentUser user, InboxFilter filter) {
        return given.as(user, () -> inbox.page(filter, 0, 100)).stream().map(task -> task.subjectArgs().getFirst())
                .toList();
    }

    private static InboxFilter chip(Chip chip) {
        return InboxFilter.START.with(chip);
    }

    private static InboxFilter words(String words) {
        return new InboxFilter(Chip.ALL, Due.ANY, null, null, words);
    }

    private long rows() {
        return jdbc.sql("select count(*) from app.inbox_task").query(Long.class).single();
    }

    private List<Map<String, Object>> everyRow() {
        return jdbc.sql("select *, subject_args::text as args, candidate_groups::text as groups from app.inbox_task order by id").query()
                .listOfRows().stream().map(row -> {
                    row.remove("subject_args");
                    row.remove("candidate_groups");
                    return row;
                }).toList();
    }
}

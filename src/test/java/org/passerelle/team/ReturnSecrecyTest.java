package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.notification.domain.OutboxFilter;
import org.passerelle.notification.service.Outbox;
import org.passerelle.operations.service.Incidents;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyGap;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.CaseProcesses;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.secrets.SealedTexts.Reading;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.FormsInPlace;
import org.passerelle.platform.ui.search.SearchEverywhere;
import org.passerelle.support.EveryColumn;
import org.passerelle.support.Screens;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamPages;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.AddedMeasures.Added;
import org.passerelle.team.returns.service.HealthDesk;
import org.passerelle.team.returns.service.HealthDesk.Adaptations;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.passerelle.team.ui.ReturnView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * Attacks on a return by those whose it is not: the manager of another team, a colleague, occupational health, an administrator,
 * human resources, a patron. Each by service call, by the task's and the case's ids, by words, by counts, by handing over.
 */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class ReturnSecrecyTest extends TeamTests {

    private static final String SECRET = "Zanzibarquette";
    /** The name of the task to say what one needs. */
    private static final String ASKED = "Dire ce dont vous avez besoin";

    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;
    @Autowired
    ReturnPages pages;
    @Autowired
    AddedMeasures added;
    @Autowired
    FormsInPlace forms;
    @Autowired
    ReturnStart start;
    @Autowired
    HealthDesk healthDesk;
    @Autowired
    Incidents incidents;
    @Autowired
    TeamPages teamPages;
    @Autowired
    TeamMembers teamMembers;
    @Autowired
    Inbox inbox;
    @Autowired
    OpenTasks openTasks;
    @Autowired
    CaseProcesses caseProcesses;
    @Autowired
    SearchEverywhere search;
    @Autowired
    Outbox outbox;
    @Autowired
    Policies rules;
    @Autowired
    List<PolicyTable> policies;
    @Autowired
    DecisionTables tables;
    @Autowired
    Staff staff;
    @Autowired
    Contacts contacts;
    @Autowired
    Duties duties;
    @Autowired
    AppClock clock;
    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;

    private UUID id;
    private CaseRef process;
    private CurrentUser patron;

    @BeforeEach
    void aReturn() {
        id = given.begun(helene, ines, MONDAY);
        process = ReturnToWorkProcess.caseOf(id);
        patron = new CurrentUser(UUID.randomUUID(), "Usager", Role.PATRON, Set.of(), UUID.randomUUID());
    }

    private List<CurrentUser> strangers() {
        return List.of(otherManager, colleague, bastien, health, humanResources, admin);
    }

    @Test
    void forNobodyElseThereIsSuchAReturn() {
        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> pages.page(id))).as(stranger.displayName()).isEmpty();
            assertThat(given.as(stranger, () -> desk.needs(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> pages.remark(id))).isEmpty();
            assertThat(given.as(stranger, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(1), null))).refusal())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> desk.awayAgain(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> desk.withdraw(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> mine.skipTalk(id, 7)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> mine.askForHealth(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> mine.health(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> added.add(id, new Added(MeasureKind.NO_ROUNDS, Set.of(), MONDAY.plusDays(9), ""))).refusal())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
        }
        assertThatThrownBy(() -> given.as(patron, () -> pages.page(id))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(otherManager, () -> pages.ofTeam(team))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(admin, () -> pages.ofTeam(team))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onNobodyElsesPageIsThereAFormOfATaskThatIsNotTheirs() {
        OpenTask asked = given.as(ines, () -> openTasks.of(List.of(id))).getFirst();
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        OpenTask talk = given.as(helene, () -> openTasks.of(List.of(id))).getFirst();
        FormsInPlace.Told told = FormsInPlace.told(new Note(), () -> { });
        List<CurrentUser> others = new ArrayList<>(strangers());
        others.add(ines);
        for (CurrentUser other : others) {
            assertThat(given.as(other, () -> forms.form(talk, told))).as(other.displayName()).isEmpty();
        }
        assertThat(given.as(helene, () -> forms.form(asked, told))).as("and none of what is over").isEmpty();
    }

    @Test
    void theNoteOfAMeasureThatAManagerAddsIsSealedAndOpensForTheirTeamsManagersAndTheAgent() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        given.as(helene, () -> added.add(id, new Added(MeasureKind.NO_ROUNDS, Set.of(), MONDAY.plusDays(9), SECRET))).value();
        engine.runDueJobs();
        UUID measure = jdbc.sql("select id from app.work_measure where note is not null").query(UUID.class).single();

        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> pages.note(measure))).as(stranger.displayName()).isEmpty();
        }
        assertThat(given.as(ines, () -> pages.note(measure))).contains(SECRET);
        assertThat(given.as(helene, () -> pages.note(measure))).contains(SECRET);
        assertThat(given.as(ines, () -> pages.readings())).extracting(Reading::messageKey).containsExactly("sealed.measure");
        assertThat(EveryColumn.with(jdbc, SECRET)).isEmpty();
    }

    @Test
    void nobodyBeginsAReturnOfSomebodyWhomTheyDoNotManageNorLearnsThatOneIsUnderWay() {
        for (UUID agent : List.of(ines.accountId(), colleague.accountId())) {
            assertThat(given.as(otherManager, () -> start.start(agent, new ReturnDates(MONDAY, null))).refusal())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
        }
        assertThatThrownBy(() -> given.as(colleague, () -> start.start(ines.accountId(), new ReturnDates(MONDAY, null))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void inNoInboxStoryDiagramOrSearchIsThereATrace() {
        TaskRef task = given.ref(id, Tasks.SAY_NEEDS);
        for (CurrentUser stranger : List.of(otherManager, colleague, health, humanResources, admin, helene)) {
            Around around = given.as(stranger, () -> inbox.overview(InboxFilter.START.with(Chip.ALL),
                    inbox.read(InboxFilter.START.with(Chip.ALL))));
            assertThat(around.counts().chips().values()).as(stranger.displayName()).allMatch(count -> count == 0);
            assertThat(given.as(stranger, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 100))).isEmpty();
            assertThat(given.as(stranger, () -> inbox.task(task))).isEmpty();
            assertThat(given.as(stranger, () -> openTasks.of(List.of(id)))).isEmpty();
            assertThat(given.as(stranger, () -> search.find("Inès Carpentier", Locale.FRENCH)).stream()
                    .flatMap(group -> group.results().stream())).isEmpty();
        }
        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> inbox.story(process))).isEmpty();
            assertThat(given.as(stranger, () -> inbox.standing(process))).isEmpty();
            assertThat(given.as(stranger, () -> caseProcesses.find(process))).isEmpty();
        }
        assertThat(given.as(helene, () -> caseProcesses.find(process))).isPresent();
        assertThat(given.as(ines, () -> caseProcesses.find(process))).isPresent();
    }

    @Test
    void noTraceWaitsEitherWhileNothingIsToBeDone() {
        given.as(ines, () -> desk.awayAgain(id)).value();

        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> inbox.story(process))).as(stranger.displayName()).isEmpty();
            assertThat(given.as(stranger, () -> caseProcesses.find(process))).isEmpty();
        }
    }

    @Test
    void whoseTaskItIsReadsTheStoryBesideIt() {
        TaskRef task = given.ref(id, Tasks.SAY_NEEDS);
        InboxTask shown = given.as(ines, () -> inbox.task(task)).orElseThrow();

        assertThat(given.as(ines, () -> inbox.story(shown))).isNotEmpty();
        assertThat(given.as(ines, () -> inbox.standing(shown))).isPresent();
    }

    @Test
    void aTaskIsHandedToNobodyAndDoneByNobodyElse() {
        TaskRef task = given.ref(id, Tasks.SAY_NEEDS);
        assertThat(given.as(ines, () -> inbox.handOver(task, colleague.accountId())).isDone()).isFalse();
        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> inbox.claim(task)).refusal()).as(stranger.displayName()).isEqualTo(InboxRefusal.TASK_GONE);
            assertThat(given.as(stranger, () -> inbox.handOver(task, stranger.accountId())).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
            assertThat(given.as(stranger, () -> inbox.giveBack(task)).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
            assertThat(given.as(stranger, () -> mine.sayNeeds(task, id, Needs.NONE)).isDone()).isFalse();
        }
        assertThatThrownBy(() -> given.as(patron, () -> inbox.claim(task))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(patron, () -> inbox.handOver(task, patron.accountId())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(patron, () -> inbox.task(task))).isInstanceOf(AccessDeniedException.class);
        clock.advance(Duration.ofDays(6));
        engine.runDueJobs();
        TaskRef call = given.ref(id, Tasks.CALL_AGENT);
        for (CurrentUser stranger : List.of(otherManager, colleague, health, admin, ines)) {
            assertThat(given.as(stranger, () -> desk.called(call, id, Needs.NONE)).refusal()).as(stranger.displayName())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
        }
    }

    @Test
    void theAddressOfATaskAndThatOfTheReturnShowNobodyElseAnything() {
        String task = given.ref(id, Tasks.SAY_NEEDS).value();
        List<CurrentUser> all = new ArrayList<>(strangers());
        all.add(patron);
        try (Screens screens = new Screens(context, InboxView.class, ReturnView.class)) {
            for (CurrentUser stranger : all) {
                BrowserlessUIContext window = screens.of(stranger);
                for (String address : List.of("inbox/" + task, "return-to-work/" + id)) {
                    Screens.enter(window, address, "");
                    assertThat(Screens.text(window)).as(stranger.displayName() + " at " + address).doesNotContain("Inès")
                            .doesNotContain(ASKED);
                }
            }
            BrowserlessUIContext theirs = screens.of(ines);
            Screens.enter(theirs, "inbox/" + task, "");
            assertThat(Screens.text(theirs)).contains(ASKED);
        }
    }

    @Test
    void aTaskThatDoesNotExistTellsNobodyAtWhichStepAReturnIs() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        TaskRef invented = new TaskRef("0");
        for (CurrentUser stranger : strangers()) {
            assertThat(given.as(stranger, () -> desk.proposeTalk(invented, id, List.of(), TalkWay.PHONE)).refusal())
                    .as(stranger.displayName()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(given.as(stranger, () -> desk.called(invented, id, Needs.NONE)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        }
        UUID another = given.begun(otherManager, bastien, MONDAY);
        given.as(bastien, () -> mine.sayNeeds(given.ref(another, Tasks.SAY_NEEDS), another, Needs.NONE)).value();
        assertThat(given.as(otherManager, () -> desk.proposeTalk(given.ref(another, Tasks.PROPOSE_TALK), id, List.of(), TalkWay.PHONE))
                .refusal()).as("a task of one's own is no key to another case").isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void whoAsksForOccupationalHealthAloneLooksToTheirManagerLikeWhoAsksForNothing() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        UUID another = given.begun(helene, colleague, MONDAY);
        given.as(colleague, () -> mine.sayNeeds(given.ref(another, Tasks.SAY_NEEDS), another, Needs.NONE)).value();

        for (UUID each : List.of(id, another)) {
            assertThat(given.as(helene, () -> pages.page(each)).orElseThrow().facts().saidNeeds()).isTrue();
            assertThat(given.as(helene, () -> desk.needs(each)).value()).isEqualTo(Needs.NONE);
        }
        assertThat(given.as(ines, () -> mine.said(id)).value().health()).isTrue();
    }

    @Test
    void aStepThatIsStuckSaysItsKindAndNobodysName() {
        ManagementService jobs = engine.raw().getManagementService();
        jobs.setJobRetries(jobs.createJobQuery().processDefinitionKey(ReturnToWorkProcess.KEY).listPage(0, 1).getFirst().getId(), 0);
        List<StuckStep> stuck = given.as(otherManager, () -> incidents.all());

        assertThat(stuck).extracting(StuckStep::process).containsExactly(process);
        assertThat(given.as(otherManager, () -> incidents.names(stuck))).isEmpty();
        assertThat(stuck.toString()).doesNotContain("Inès").doesNotContain(ines.accountId().toString());
    }

    @Test
    void aTeamLearnsWhoIsAwayAndUntilWhenAndOnlyTheirManagersWhoEasesIn() {
        TeamPages.Person seen = given.as(colleague, () -> teamPages.page(team)).orElseThrow().people().stream()
                .filter(person -> person.account().equals(ines.accountId())).findFirst().orElseThrow();
        assertThat(seen.presence()).isEqualTo(Presence.AWAY);
        assertThat(seen.backOn()).isEqualTo(MONDAY);
        assertThat(given.as(bastien, () -> teamPages.page(team))).isEmpty();
        assertThat(given.as(admin, () -> teamPages.page(team))).isEmpty();

        comeBack();
        assertThat(easing(colleague)).isFalse();
        assertThat(easing(helene)).isTrue();
        assertThat(easing(ines)).isTrue();
    }

    @Test
    void whatIsWrittenToSomebodyIsInNobodysListOfMessages() {
        clock.advance(Duration.ofDays(3));
        engine.runDueJobs();

        UUID message = jdbc.sql("select id from app.outbox_message order by created_at desc limit 1").query(UUID.class).single();
        for (CurrentUser stranger : List.of(otherManager, colleague, admin, helene)) {
            for (OutboxFilter.Group group : OutboxFilter.Group.values()) {
                assertThat(given.as(stranger, () -> outbox.count(new OutboxFilter(group, null, "")))).isZero();
            }
            assertThat(given.as(stranger, () -> outbox.message(message))).isEmpty();
            assertThat(given.as(stranger, () -> outbox.attachment(message, 0))).isEmpty();
            assertThat(given.as(stranger, () -> outbox.sentByHand(message)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        }
    }

    @Test
    void theRulesScreenShowsNobodyTheReturnsOfAnotherTeam() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        PolicyTable table = policies.stream().filter(each -> each.shape().key().equals("return-measures")).findFirst().orElseThrow();
        List<Row> otherwise = tables.rows(table.shape(), tables.newest("return-measures"))
                .stream().map(row -> new Row(row.when(), List.of("EQUIPMENT", "9", "false", "40"),
                        "")).toList();
        PolicyTable.Answers answers = tables.answers(table.shape(), otherwise);

        assertThat(given.as(helene, () -> given.inTransaction(() -> table.impact(answers, any -> true).changes()))).hasSize(1);
        assertThat(given.as(otherManager, () -> given.inTransaction(() -> table.impact(answers, any -> true).changes()))).isEmpty();
        assertThat(given.as(admin, () -> given.inTransaction(() -> table.impact(answers, any -> true).changes()))).isEmpty();
    }

    @Test
    void aVersionOfTheRulesTellsNobodyHowManyReturnsFollowedIt() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        Policy before = given.as(helene, () -> rules.open("return-measures")).orElseThrow();
        List<Row> otherwise = before.rows().stream().map(row -> new Row(row.when(), List.of("EQUIPMENT", "9", "false", "40"), "")).toList();

        given.tried(() -> {
            assertThat(given.as(helene, () -> rules.publish("return-measures", before.version(), otherwise, "Consigne",
                    Policies.Reach.ALL_RUNNING, Set.of())).value().moved()).as("who publishes it is told of their own").isOne();
            for (CurrentUser reader : List.of(helene, otherManager, admin)) {
                assertThat(given.as(reader, () -> rules.open("return-measures")).orElseThrow().editions()).as(reader.displayName())
                        .allMatch(edition -> edition.reached() == null);
            }
            assertThat(jdbc.sql("select count(moved) from app.policy_publication where policy = 'return-measures'")
                    .query(Integer.class).single()).isZero();
        });
    }

    @Test
    void aTableThatAnswersTheWishForOccupationalHealthWithOtherMeasuresTellsManagersNothingOfIt() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        given.as(health, () -> healthDesk.write(given.task(OccupationalHealthProcess.caseOf(support),
                OccupationalHealthProcess.Tasks.SUPPORT).ref(), support, new Adaptations(Set.of(), null, ""))).value();
        PolicyTable table = policies.stream().filter(each -> each.shape().key().equals("return-measures")).findFirst().orElseThrow();
        List<Row> curious = tables.rows(table.shape(), tables.newest("return-measures")).stream().map(row -> new Row(row.when(),
                row.when().contains("true") ? List.of("ADAPTED_POST", "7", "true", "40") : List.of("EQUIPMENT", "6", "false", "30"), ""))
                .toList();

        given.tried(() -> {
            tables.publish(table.shape(), curious);
            assertThat(table.apply(Set.of(id))).isOne();
            ReturnPages.Facts shown = given.as(helene, () -> pages.page(id)).orElseThrow().facts();
            assertThat(shown.easingDays()).isEqualTo(6);
            assertThat(shown.measures()).extracting(ReturnPages.Measure::kind).contains(MeasureKind.EQUIPMENT)
                    .doesNotContain(MeasureKind.ADAPTED_POST);
            assertThat(shown.health()).as("what occupational health has finished is not begun again").isFalse();
        });
    }

    @Test
    void occupationalHealthSeesItsOwnTaskAndNothingOfTheReturn() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();

        assertThat(given.as(health, () -> healthDesk.support(support))).isPresent();
        assertThat(given.as(health, () -> pages.page(id))).isEmpty();
        assertThat(given.as(health, () -> inbox.story(process))).isEmpty();
        for (CurrentUser other : List.of(helene, otherManager, admin, humanResources, colleague)) {
            assertThat(given.as(other, () -> healthDesk.support(support))).as(other.displayName()).isEmpty();
            assertThat(given.as(other, () -> caseProcesses.find(OccupationalHealthProcess.caseOf(support)))).isEmpty();
            TaskRef task = given.task(OccupationalHealthProcess.caseOf(support), OccupationalHealthProcess.Tasks.SUPPORT).ref();
            assertThat(given.as(other, () -> healthDesk.write(task, support, new Adaptations(Set.of(), null, ""))).refusal())
                    .isEqualTo(CommonRefusal.NOT_FOUND);
        }
        assertThat(given.as(helene, () -> desk.needs(id)).value().health()).as("who wants to see them is theirs to know").isFalse();
    }

    @Test
    void whatOccupationalHealthHasFinishedIsShownToItNoMore() {
        adapted();
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        CaseRef supported = OccupationalHealthProcess.caseOf(support);

        assertThat(given.as(health, () -> healthDesk.support(support))).isEmpty();
        assertThat(given.as(health, () -> healthDesk.openFor(id))).isEmpty();
        assertThat(given.as(health, () -> inbox.story(supported))).isEmpty();
        assertThat(given.as(health, () -> inbox.standing(supported))).isEmpty();
        assertThat(given.as(health, () -> caseProcesses.find(supported))).isEmpty();
        assertThat(given.as(health, () -> healthDesk.write(new TaskRef("0"), support, new Adaptations(Set.of(), null, ""))).refusal())
                .as("whoever was slower is told that it is done").isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    @Test
    void whatAManagerWritesDownOfACallNeverAsksForOccupationalHealth() {
        clock.advance(Duration.ofDays(6));
        engine.runDueJobs();

        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), true, ""))).value();

        assertThat(given.as(ines, () -> mine.said(id)).value()).isEqualTo(new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), false, ""));
        assertThat(jdbc.sql("select count(*) from app.work_health_support").query(Integer.class).single()).isZero();
    }

    @Test
    void whoAsksForOccupationalHealthLaterTellsTheirManagerNoMoreThanThatItFollowsTheReturn() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        List<Journal.Entry> before = given.as(helene, () -> pages.page(id)).orElseThrow().story();
        given.as(ines, () -> mine.askForHealth(id)).value();

        ReturnPages.Page seen = given.as(helene, () -> pages.page(id)).orElseThrow();
        assertThat(seen.facts().health()).isTrue();
        assertThat(seen.story()).isEqualTo(before);
        assertThat(given.as(helene, () -> desk.needs(id)).value().health()).isFalse();
        assertThat(given.as(helene, () -> mine.askForHealth(id)).refusal()).as("nobody asks in somebody else's name")
                .isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(given.as(helene, () -> mine.health(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(given.as(helene, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).as("the talk to propose").hasSize(1);
        assertThat(given.as(patron, () -> mine.askForHealth(id)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void whoGivesDutiesReadsTheSameWhetherSomebodyAsksForOccupationalHealthOrNot() {
        given.take(admin, health, Duty.OCCUPATIONAL_HEALTH);
        given.as(helene, () -> desk.withdraw(id)).value();
        List<DutyGap> before = given.as(admin, () -> duties.gaps());
        assertThat(before).contains(new DutyGap(Duty.OCCUPATIONAL_HEALTH, WorkSite.of(null)));

        UUID second = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.askForHealth(second)).value();
        assertThat(given.as(admin, () -> duties.gaps())).isEqualTo(before);
        assertThat(given.as(admin, () -> duties.gapsWithout(humanResources.accountId(), humanResources.duties())))
                .containsExactly(new DutyGap(Duty.HUMAN_RESOURCES, WorkSite.of(null)));
        for (CurrentUser other : List.of(helene, otherManager, colleague, humanResources)) {
            assertThatThrownBy(() -> given.as(other, () -> duties.gaps())).as(other.displayName()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aSecretTypedInEachFreeFieldIsFoundNowhereButSealed(CapturedOutput printed) {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(Needs.Hours.LATER_START, null,
                Set.of(DayOfWeek.MONDAY), null, Set.of(), true, SECRET))).value();
        written();
        remarked();
        given.as(helene, () -> desk.needs(id)).value();
        given.as(helene, () -> pages.remark(id));
        engine.runDueJobs();

        assertThat(given.as(helene, () -> pages.remark(id))).contains(SECRET);
        assertThat(EveryColumn.with(jdbc, SECRET)).isEmpty();
        assertThat(printed.getAll()).doesNotContain(SECRET);
        assertThat(given.as(ines, () -> pages.readings())).as("each look by somebody else").hasSize(3);
    }

    @Test
    void aSecretTypedWhileTheAgentIsCalledIsFoundNowhereButSealed(CapturedOutput printed) {
        clock.advance(Duration.ofDays(6));
        engine.runDueJobs();
        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), false, SECRET))).value();
        engine.runDueJobs();

        assertThat(given.as(helene, () -> desk.needs(id)).value().note()).isEqualTo(SECRET);
        assertThat(EveryColumn.with(jdbc, SECRET)).isEmpty();
        assertThat(printed.getAll()).doesNotContain(SECRET);
    }

    @Test
    void whenTheAgentMovesToAnotherTeamTheNewManagersGetWhatIsToBeDoneAndNotWhatWasSaid() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), false, SECRET))).value();

        given.as(helene, () -> teamMembers.moveTo(ines.accountId(), otherTeam)).value();

        assertThat(given.as(helene, () -> pages.page(id))).isEmpty();
        assertThat(given.as(otherManager, () -> pages.page(id)).orElseThrow().facts().saidNeeds()).isFalse();
        assertThat(given.task(process, Tasks.PROPOSE_TALK).person()).isEqualTo(otherManager.accountId());
        assertThat(jdbc.sql("select count(*) from app.sealed_text").query(Integer.class).single()).isZero();
    }

    @Test
    void whatOccupationalHealthWroteAboutTheWorkGoesAlongWithTheStoryAndTheRemarkDoesNot() {
        UUID adaptation = adapted();
        remarked();

        given.as(helene, () -> teamMembers.moveTo(ines.accountId(), otherTeam)).value();

        assertThat(given.as(otherManager, () -> pages.note(adaptation))).contains(SECRET);
        assertThat(given.as(otherManager, () -> inbox.story(process))).isNotEmpty();
        assertThat(given.as(otherManager, () -> pages.remark(id))).isEmpty();
        assertThat(given.as(helene, () -> pages.note(adaptation))).isEmpty();
        assertThat(given.as(helene, () -> inbox.story(process))).isEmpty();
        assertThat(jdbc.sql("select kind from app.sealed_text").query(String.class).list()).containsExactly("adaptation");
    }

    @Test
    void aReturnThatIsOverGoesAlongAsLongAsAMeasureOfItIsInForce() {
        UUID adaptation = adapted();
        jdbc.sql("update app.work_return set ended_at = announced_at, outcome = 'CLOSED' where id = ?").param(id).update();

        given.as(helene, () -> teamMembers.moveTo(ines.accountId(), otherTeam)).value();

        assertThat(given.as(otherManager, () -> pages.note(adaptation))).contains(SECRET);
    }

    @Test
    void ofAReturnThatIsOverAndOfWhichNothingIsInForceTheNewManagersSeeNothing() {
        UUID adaptation = adapted();
        given.as(helene, () -> desk.withdraw(id)).value();
        UUID second = given.begun(helene, ines, MONDAY);

        given.as(helene, () -> teamMembers.moveTo(ines.accountId(), otherTeam)).value();

        for (CurrentUser manager : List.of(helene, otherManager)) {
            assertThat(given.as(manager, () -> pages.page(id))).as(manager.displayName()).isEmpty();
            assertThat(given.as(manager, () -> pages.note(adaptation))).isEmpty();
            assertThat(given.as(manager, () -> inbox.story(process))).isEmpty();
        }
        assertThat(given.as(ines, () -> pages.page(id))).isPresent();
        assertThat(given.as(ines, () -> pages.note(adaptation))).contains(SECRET);
        assertThat(given.as(otherManager, () -> pages.page(second))).isPresent();
    }

    /** Occupational health writes an adaptation with a note. */
    private UUID adapted() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        return written();
    }

    private UUID written() {
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        given.as(health, () -> healthDesk.write(given.task(OccupationalHealthProcess.caseOf(support),
                OccupationalHealthProcess.Tasks.SUPPORT).ref(), support, new Adaptations(Set.of(MeasureKind.SEATED_WORK),
                MONDAY.plusDays(30), SECRET))).value();
        return jdbc.sql("select id from app.work_measure where source = 'HEALTH'").query(UUID.class).single();
    }

    /** The measures are recorded, and sent back with a remark. */
    private void remarked() {
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(clock.instant().plusSeconds(90_000)),
                TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, clock.instant().plusSeconds(90_000))).value();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(new Recorded(MeasureKind.EQUIPMENT,
                MeasureSource.MANAGER, Set.of(), MONDAY.plusDays(9))), 0)).value();
        given.as(ines, () -> mine.sendBack(given.ref(id, Tasks.CONFIRM_MEASURES), id, SECRET)).value();
    }

    @Test
    void whenTheOnlyManagerGoesHumanResourcesDoWhatIsToBeDoneAndGiveItBackToTheNext() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        given.as(admin, () -> staff.close(helene.accountId())).value();

        TaskRef task = given.ref(id, Tasks.PROPOSE_TALK);
        InboxTask shown = given.as(humanResources, () -> inbox.task(task)).orElseThrow();
        assertThat(given.as(humanResources, () -> inbox.story(shown))).as("who does one thing is not told the rest").isEmpty();
        assertThat(given.as(humanResources, () -> inbox.standing(shown))).isEmpty();
        assertThat(given.as(humanResources, () -> desk.proposeTalk(task, id, List.of(clock.instant().plusSeconds(90_000)),
                TalkWay.PHONE)).isDone()).isTrue();
        assertThat(given.as(otherManager, () -> pages.page(id))).isEmpty();
    }

    @Test
    void anAccountOfSomebodyElseThatIsClosedDisturbsNothing() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
        given.as(admin, () -> staff.close(helene.accountId())).value();
        TaskRef task = given.ref(id, Tasks.PROPOSE_TALK);
        given.as(humanResources, () -> inbox.claim(task)).value();
        int entries = story();

        given.as(admin, () -> staff.close(bastien.accountId())).value();
        given.as(admin, () -> staff.close(otherManager.accountId())).value();

        assertThat(given.task(process, Tasks.PROPOSE_TALK).assignee()).isEqualTo(humanResources.accountId());
        assertThat(story()).isEqualTo(entries);
    }

    private int story() {
        return jdbc.sql("select count(*) from app.journal_entry where process_key = 'return-to-work'").query(Integer.class).single();
    }

    @Test
    void aDutyForTheNewBranchSeesItsTaskWhenTheAgentWorksElsewhere() {
        CurrentUser there = given.holder(admin, given.staff("Docteure", Role.AGENT), Duty.OCCUPATIONAL_HEALTH, verne);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        assertThat(given.as(there, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).isEmpty();
        int version = given.as(helene, () -> teamMembers.details(ines.accountId())).orElseThrow().version();
        given.as(helene, () -> teamMembers.change(ines.accountId(), version, TeamFixture.usual(verne))).value();

        assertThat(given.as(there, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).hasSize(1);
    }

    @Test
    void noManagerOfAnotherTeamBecomesTheAgentByAPasswordOrAnAddress() {
        UUID account = ines.accountId();

        assertThatThrownBy(() -> given.as(otherManager, () -> staff.resetPassword(account))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(otherManager, () -> contacts.change(account, new Contact("elsewhere@example.org", null, null, false))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(otherManager, () -> contacts.of(account))).isInstanceOf(AccessDeniedException.class);
        assertThat(given.as(otherManager, () -> staff.members(0, 50))).filteredOn(member -> member.account().equals(account))
                .singleElement().satisfies(member -> assertThat(given.as(otherManager, () -> staff.mayLookAfter(member))).isFalse());
        given.as(helene, () -> contacts.change(account, new Contact("ines@example.org", null, null, false))).value();
        given.as(helene, () -> contacts.change(account, new Contact("new@example.org", null, null, false))).value();
        assertThat(jdbc.sql("select email from app.outbox_message where template = 'staff-address-changed'")
                .query(String.class).list()).containsExactly("ines@example.org");
    }

    @Test
    void whoGivesTheAgentAPasswordDoesNotLearnByItWhetherTheyWantToSeeOccupationalHealth() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        given.as(helene, () -> contacts.change(ines.accountId(), new Contact("ines@example.org", null, null, false))).value();
        assertThat(given.as(ines, () -> mine.said(id)).value().health()).isTrue();

        given.as(helene, () -> staff.resetPassword(ines.accountId())).value();

        assertThat(given.as(ines, () -> mine.said(id)).value().health()).isFalse();
        assertThat(jdbc.sql("select email from app.outbox_message where template = 'staff-password'").query(String.class).list())
                .containsExactly("ines@example.org");
    }

    @Test
    void aDutyForATeamSeesItsPeopleAloneAndWhoMovesToIt() {
        CurrentUser theirs = given.holderForTeam(admin, given.staff("Médecin d’équipe", Role.AGENT), Duty.OCCUPATIONAL_HEALTH, team);
        CurrentUser ofOthers = given.holderForTeam(admin, given.staff("Médecin d’ailleurs", Role.AGENT), Duty.OCCUPATIONAL_HEALTH, otherTeam);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(null, null, Set.of(), null, Set.of(), true, "")))
                .value();
        UUID support = jdbc.sql("select id from app.work_health_support").query(UUID.class).single();
        TaskRef task = given.task(OccupationalHealthProcess.caseOf(support), OccupationalHealthProcess.Tasks.SUPPORT).ref();
        assertThat(given.as(theirs, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).hasSize(1);
        assertThat(given.as(theirs, () -> healthDesk.support(support))).isPresent();
        assertThat(given.as(ofOthers, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).isEmpty();
        assertThat(given.as(ofOthers, () -> inbox.task(task))).isEmpty();
        assertThat(given.as(ofOthers, () -> healthDesk.support(support))).isEmpty();
        assertThat(given.as(ofOthers, () -> caseProcesses.find(OccupationalHealthProcess.caseOf(support)))).isEmpty();
        assertThat(given.as(ofOthers, () -> healthDesk.write(task, support, new Adaptations(Set.of(), null, ""))).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
        given.as(theirs, () -> inbox.claim(task)).value();

        given.as(helene, () -> teamMembers.moveTo(ines.accountId(), otherTeam)).value();

        assertThat(given.as(ofOthers, () -> inbox.task(task)).orElseThrow().assignee()).isNull();
        assertThat(given.as(theirs, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).isEmpty();
        assertThat(given.as(theirs, () -> healthDesk.support(support))).isEmpty();
        assertThat(given.as(ofOthers, () -> inbox.page(InboxFilter.START.with(Chip.ALL), 0, 10))).hasSize(1);
        given.as(ofOthers, () -> healthDesk.write(task, support, new Adaptations(Set.of(), null, ""))).value();
    }

    @Test
    void nobodyOfHumanResourcesDecidesAboutThemselves() {
        CurrentUser alone = given.holder(admin, given.staff("Seul", Role.AGENT), Duty.HUMAN_RESOURCES, null);
        UUID without = given.team(admin, "Sans responsable", otherManager);
        given.place(otherManager, alone, without, canal);
        given.as(admin, () -> staff.close(otherManager.accountId())).value();
        UUID own = given.as(alone, () -> start.announceMine(new ReturnDates(MONDAY, null))).value();
        given.as(alone, () -> mine.sayNeeds(given.ref(own, Tasks.SAY_NEEDS), own, Needs.NONE)).value();
        TaskRef task = given.ref(own, Tasks.PROPOSE_TALK);

        assertThat(given.as(alone, () -> inbox.claim(task)).isDone()).isFalse();
        assertThat(given.as(alone, () -> desk.proposeTalk(task, own, List.of(clock.instant().plusSeconds(90_000)), TalkWay.PHONE)).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void whoLeavesIsAccompaniedNoMore() {
        given.as(admin, () -> staff.close(ines.accountId())).value();

        assertThat(engine.endOf(process)).contains("end_left");
        assertThat(given.open(process)).isEmpty();
    }

    private boolean easing(CurrentUser reader) {
        return given.as(reader, () -> teamPages.page(team)).orElseThrow().people().stream()
                .filter(person -> person.account().equals(ines.accountId())).findFirst().orElseThrow().easing();
    }

    private void comeBack() {
        clock.setTo(MONDAY.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
        engine.runDueJobs();
        given.as(helene, () -> desk.called(given.ref(id, Tasks.CALL_AGENT), id, Needs.NONE)).value();
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, MONDAY, true)).value();
    }
}

package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.CaseProcesses;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.support.Screens;
import org.passerelle.support.talk.SampleTalkProcess;
import org.passerelle.support.talk.SampleTalks;
import org.passerelle.support.talk.SampleTalks.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Tasks of a duty, and of one person: for nobody else are they there, whatever their role. */
@RecordApplicationEvents
class InboxPrivateTasksTest extends InboxTests {

    private static final InboxFilter ALL = InboxFilter.START.with(Chip.ALL);

    @Autowired
    OpenTasks openTasks;
    @Autowired
    CaseProcesses caseProcesses;
    @Autowired
    SampleTalkProcess talks;
    @Autowired
    Staff staff;
    @Autowired
    Duties duties;
    @Autowired
    InboxKeeper keeper;
    @Autowired
    AccountRepository accounts;
    @Autowired
    ApplicationContext context;
    @Autowired
    ApplicationEvents events;

    private CurrentUser admin;
    private CurrentUser referent;
    private CurrentUser referentElsewhere;

    @BeforeEach
    void referentsOfTwoBranches() {
        admin = given.staff("Ines", Role.ADMIN);
        referent = holder(given.staff("Lou", Role.AGENT), Duty.WELLBEING_REFERENT, port);
        referentElsewhere = holder(given.staff("Yann", Role.AGENT, port), Duty.WELLBEING_REFERENT, gare);
        events.clear();
    }

    @Test
    void aTaskThatNamesAPersonIsThereForThemAlone() {
        CaseRef talk = talk("Entretien", port, camille);

        TaskRef ref = the(camille).ref();
        assertThat(the(camille).mayAct()).isTrue();
        assertThat(given.as(camille, () -> inbox.waiting())).isEqualTo(1);
        assertThat(given.as(camille, () -> inbox.story(talk))).isEmpty();
        assertThat(given.as(camille, () -> inbox.standing(talk))).isPresent();
        assertThat(given.as(camille, () -> openTasks.of(List.of(talk.id())))).hasSize(1);
        assertThat(given.as(camille, () -> caseProcesses.find(talk))).isPresent();
        for (CurrentUser other : List.of(noor, manager, admin, referent, referentElsewhere)) {
            assertIsNotThere(other, ref, talk);
        }
    }

    @Test
    void aTaskOfADutyIsThereForItsHoldersInTheScopeOfItsBranch() {
        CaseRef talk = talk("Entretien", port, null);

        TaskRef ref = the(referent).ref();
        assertThat(the(referent).mayAct()).isTrue();
        for (CurrentUser other : List.of(camille, noor, manager, admin, referentElsewhere)) {
            assertIsNotThere(other, ref, talk);
        }
        assertThat(given.as(referent, () -> inbox.claim(ref)).isDone()).isTrue();
        assertThat(given.as(referent, () -> inbox.colleagues(the(referent)))).isEmpty();
        CurrentUser ofTheNetwork = holder(given.staff("Awa", Role.AGENT), Duty.WELLBEING_REFERENT, null);
        assertThat(the(ofTheNetwork).assigneeName()).isEqualTo("Lou");
        assertThat(given.as(referent, () -> inbox.colleagues(the(referent)))).extracting(Inbox.Colleague::name)
                .containsExactly("Awa");
        assertThat(given.as(referent, () -> inbox.handOver(ref, manager.accountId())).refusal())
                .isEqualTo(InboxRefusal.COLLEAGUE_MAY_NOT);
        assertThat(given.as(referent, () -> inbox.handOver(ref, ofTheNetwork.accountId())).isDone()).isTrue();
    }

    @Test
    void ofTheWholeNetworkIsTheTaskOfThoseWhoHoldTheDutyThere() {
        talk("Entretien", null, null);

        assertThat(names(referent)).isEmpty();
        assertThat(names(holder(given.staff("Awa", Role.AGENT), Duty.WELLBEING_REFERENT, null))).containsExactly("Entretien");
    }

    @Test
    void nobodyElseCompletesIt() {
        talk("Entretien", port, camille);
        TaskRef ref = the(camille).ref();

        for (CurrentUser other : List.of(noor, manager, admin, referent)) {
            assertThatThrownBy(() -> given.as(other, () -> talks.talked(ref))).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> talks.talked(ref)).isInstanceOf(AccessDeniedException.class);
        assertThat(given.as(camille, () -> talks.talked(ref))).isTrue();
        CurrentUser humanResources = holder(given.staff("Omar", Role.AGENT), Duty.HUMAN_RESOURCES, port);
        TaskRef next = the(humanResources).ref();
        assertThatThrownBy(() -> given.as(camille, () -> talks.decided(next))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(admin, () -> talks.decided(next))).isInstanceOf(AccessDeniedException.class);
        assertThat(given.as(humanResources, () -> talks.decided(next))).isTrue();
    }

    @Test
    void whatNamesAPersonIsGivenToNobodyElse() {
        talk("Entretien", port, camille);
        TaskRef ref = the(camille).ref();

        assertThat(given.as(camille, () -> inbox.claim(ref)).isDone()).isTrue();
        assertThat(given.as(camille, () -> inbox.giveBack(ref)).refusal()).isEqualTo(InboxRefusal.TASK_FOR_ONE_PERSON);
        assertThat(given.as(camille, () -> inbox.handOver(ref, noor.accountId())).refusal())
                .isEqualTo(InboxRefusal.TASK_FOR_ONE_PERSON);
        assertThat(given.as(camille, () -> inbox.colleagues(the(camille)))).isEmpty();
    }

    @Test
    void whenThePersonLeavesTheTaskGoesToTheGroupThatItsModelNames() {
        CaseRef talk = talk("Entretien", port, camille);
        TaskRef ref = the(camille).ref();

        given.as(manager, () -> staff.takeBranch(camille.accountId(), port)).value();
        assertThat(names(camille)).as("a branch less is no reason").containsExactly("Entretien");
        given.as(manager, () -> staff.close(camille.accountId())).value();

        assertThat(the(referent).assignee()).isNull();
        assertThat(the(referent).mayAct()).isTrue();
        for (CurrentUser other : List.of(noor, manager, admin, referentElsewhere)) {
            assertIsNotThere(other, ref, talk);
        }
        given.as(manager, () -> staff.reopen(camille.accountId())).value();
        assertThat(names(camille)).isEmpty();
        assertThat(given.as(referent, () -> inbox.claim(ref)).isDone()).isTrue();
        assertThat(given.as(referent, () -> talks.talked(ref))).isTrue();
    }

    @Test
    void aTaskThatNamesSomebodyWhoHasLeftBeforeGoesToThatGroupAtOnce() {
        given.as(manager, () -> staff.close(camille.accountId())).value();

        talk("Entretien", port, camille);

        assertThat(the(referent).assignee()).isNull();
        assertThat(names(manager)).isEmpty();
    }

    @Test
    void whoLosesTheDutyLosesItsTasksToTheOtherHolders() {
        talk("Entretien", port, null);
        TaskRef ref = the(referent).ref();
        given.as(referent, () -> inbox.claim(ref)).value();

        given.as(admin, () -> duties.take(referent.accountId(),
                new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(port)))).value();

        assertThat(names(referent)).isEmpty();
        assertThat(given.as(referent, () -> inbox.giveBack(ref)).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
        assertThatThrownBy(() -> given.as(referent, () -> talks.talked(ref))).isInstanceOf(AccessDeniedException.class);
        assertThat(the(holder(given.staff("Awa", Role.AGENT), Duty.WELLBEING_REFERENT, port)).assignee()).isNull();
    }

    @Test
    void theRebuiltInboxKnowsForWhomEachTaskIs() {
        talk("à Camille", port, camille);
        talk("à qui le prend", port, null);
        TaskRef taken = the(referent).ref();
        given.as(referent, () -> inbox.claim(taken)).value();
        CurrentUser awa = holder(given.staff("Awa", Role.AGENT), Duty.WELLBEING_REFERENT, port);

        keeper.rebuild();

        assertThat(names(camille)).containsExactly("à Camille");
        assertThat(names(referent)).containsExactly("à qui le prend");
        assertThat(names(awa)).as("taken by a colleague, and not theirs alone").containsExactly("à qui le prend");
        assertThat(names(manager)).isEmpty();
        assertThat(keeper.compare().agrees()).isTrue();
    }

    @Test
    void aSearchTellsNothingOfACodeThatOnlyOthersTasksCarry() {
        given.errand("Q1001", port, null);
        InboxFilter filter = new InboxFilter(Chip.ALL, InboxFilter.Due.ANY, null, null, "Q1002");
        List<InboxTask> before = given.as(noor, () -> inbox.page(filter, 0, 10));

        talk("Q1002", port, camille);

        assertThat(given.as(noor, () -> inbox.page(filter, 0, 10))).isEqualTo(before).isNotEmpty();
    }

    @Test
    void onlyScreensOfThoseWhomATaskIsForAreToldThatItHasChanged() {
        talk("Entretien", port, camille);
        given.as(camille, () -> talks.talked(the(camille).ref()));
        assertThat(told()).as("nobody holds the next task's duty").containsOnly(InboxKeeper.changedFor(camille.accountId()));
        events.clear();

        talk("Autre entretien", port, null);
        assertThat(told()).containsOnly(InboxKeeper.changedFor(referent.accountId()));
        given.as(referent, () -> inbox.claim(the(referent).ref())).value();
        assertThat(told()).containsOnly(InboxKeeper.changedFor(referent.accountId()));
        events.clear();

        given.as(admin, () -> duties.take(referent.accountId(), new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(port)))).value();
        assertThat(told()).contains(InboxKeeper.changedFor(referent.accountId())).doesNotContain(InboxKeeper.CHANGED);
    }

    @Test
    void theScreenOfThePersonFollowsAndTheAddressOpensItForNobodyElse() {
        try (Screens screens = new Screens(context, InboxView.class)) {
            BrowserlessUIContext camilles = screens.of(camille);
            camilles.navigate("inbox", InboxView.class);
            talk("Entretien", port, camille);
            Screens.await(camilles, () -> Screens.text(camilles).contains("1 tâche"));
            BrowserlessUIContext managers = screens.of(manager);
            Screens.enter(managers, "inbox/" + the(camille).ref().value(), "");
            assertThat(Screens.text(managers)).doesNotContain("Entretien").contains("aucune tâche");
        }
    }

    private List<Topic> told() {
        return events.stream(Topic.class).filter(topic -> topic.kind().equals(InboxKeeper.CHANGED.kind())).toList();
    }

    private void assertIsNotThere(CurrentUser user, TaskRef ref, CaseRef talk) {
        assertThat(names(user)).isEmpty();
        Around around = given.as(user, () -> given.overview(ALL));
        assertThat(around.counts().chips()).isEqualTo(Map.of(Chip.WAITING, 0, Chip.MINE, 0, Chip.GROUP, 0, Chip.ALL, 0));
        assertThat(around.kinds()).isEmpty();
        assertThat(given.as(user, () -> inbox.waiting())).isZero();
        assertThat(given.as(user, () -> inbox.task(ref))).isEmpty();
        assertThat(given.as(user, () -> inbox.claim(ref)).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
        assertThat(given.as(user, () -> inbox.giveBack(ref)).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
        assertThat(given.as(user, () -> inbox.handOver(ref, user.accountId())).refusal()).isEqualTo(InboxRefusal.TASK_GONE);
        assertThat(given.as(user, () -> inbox.story(talk))).isEmpty();
        assertThat(given.as(user, () -> inbox.standing(talk))).isEmpty();
        assertThat(given.as(user, () -> openTasks.of(List.of(talk.id())))).isEmpty();
        assertThat(given.as(user, () -> caseProcesses.find(talk))).isEmpty();
    }

    private CaseRef talk(String name, UUID branch, CurrentUser person) {
        UUID talk = UUID.randomUUID();
        SampleTalks.ALL.put(talk, new Talk(name, branch));
        talks.start(talk, person == null ? null : person.accountId());
        return new CaseRef(SampleTalkProcess.KEY, talk);
    }

    private CurrentUser holder(CurrentUser user, Duty duty, UUID branch) {
        given.as(admin, () -> duties.give(user.accountId(), new HeldDuty(duty, DutyScope.of(branch)))).value();
        return accounts.findById(user.accountId()).orElseThrow().asCurrentUser();
    }

    private InboxTask the(CurrentUser user) {
        return given.as(user, () -> inbox.page(ALL, 0, 10)).getFirst();
    }

    private List<String> names(CurrentUser user) {
        return given.as(user, () -> inbox.page(ALL, 0, 10)).stream().map(task -> task.subjectArgs().getFirst()).toList();
    }
}

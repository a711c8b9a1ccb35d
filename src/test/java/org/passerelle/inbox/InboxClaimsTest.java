package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.journal.Journal.Entry;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.support.Patience;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who takes a task, gives it back or hands it over, and who may not. */
class InboxClaimsTest extends InboxTests {

    @Autowired
    Staff staff;

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
                () -> given.overview(InboxFilter.START), () -> inbox.task(task.ref()), () -> inbox.claim(task.ref()),
                () -> inbox.giveBack(task.ref()), () -> inbox.handOver(task.ref(), patron.accountId()),
                () -> inbox.colleagues(task), () -> inbox.branches(), () -> inbox.story(task.process()),
                () -> inbox.standing(task.process()), () -> inbox.after(InboxFilter.START, task),
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
            List<Outcome<Void>> answers = Patience.atOnce(List.of(() -> given.as(camille, () -> inbox.claim(ref)),
                    () -> given.as(noor, () -> inbox.claim(ref))));
            assertThat(answers).extracting(Outcome::isDone).containsExactlyInAnyOrder(true, false);
            assertThat(answers).filteredOn(answer -> !answer.isDone()).extracting(answer -> (Object) answer.refusal())
                    .containsExactly(InboxRefusal.TASK_TAKEN);
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

    private static Object call(Callable<?> gesture) {
        try {
            return gesture.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

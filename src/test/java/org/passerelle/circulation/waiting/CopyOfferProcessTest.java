package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.operations.service.Incidents;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** A copy set aside, until somebody is offered it or nobody may have it. */
class CopyOfferProcessTest extends WaitingTests {

    /** Attempts before a step is an incident. */
    private static final int ATTEMPTS = 5;

    @Autowired
    Incidents incidents;
    @Autowired
    Policies policies;
    private final CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null);
    private WaitId wait;

    @BeforeEach
    void somebodyWaitsForIt() {
        wait = waiting.ask(jeanne, title, branch);
    }

    @Test
    void itEndsWithAnOffer() {
        waiting.comesBack(copy);

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        assertThat(engine.endOf(CopyOfferProcess.caseOf(copy))).contains("end_settled");
    }

    @Test
    void itEndsWithACopyThatIsFreeForAnybody() {
        drive.jdbc.sql("update app.patron set blocked = true where id = ?").param(jeanne.id()).update();

        waiting.comesBack(copy);

        endedWithACopyOnItsShelf();
    }

    @Test
    void whatIsNoLongerSetAsideIsNotOffered() {
        waiting.comesBackUnseen(copy);
        waiting.beginOffers();

        waiting.giveUp(jeanne, wait).value();
        engine.runDueJobs(CopyOfferProcess.KEY);

        endedWithACopyOnItsShelf();
    }

    private void endedWithACopyOnItsShelf() {
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.SHELF);
        assertThat(engine.endOf(CopyOfferProcess.caseOf(copy))).contains("end_settled");
    }

    @Test
    void anOfferThatKeepsFailingIsTriedLessAndLessOftenAndThenIsAnIncidentWhileOthersGoOn() {
        waiting.comesBackUnseen(copy);
        waiting.beginOffers();
        failForGood();

        waiting.beginOffers();
        engine.runDueJobs();
        StuckStep stuck = drive.by(manager, () -> incidents.all()).getFirst();
        assertThat(drive.by(manager, () -> incidents.all())).hasSize(1);
        assertThat(stuck.process()).isEqualTo(CopyOfferProcess.caseOf(copy));
        assertThat(stuck.step()).isEqualTo("service_offerCopy");
        assertThat(waiting.see(jeanne, wait).isOffered()).isFalse();
        UUID nana = drive.title(branch, "Nana", 1);
        UUID other = waiting.lend(nana, branch);
        WaitId next = waiting.ask(jeanne, nana, branch);
        waiting.comesBack(other);
        assertThat(waiting.see(jeanne, next).isOffered()).isTrue();

        assertThat(drive.by(manager, () -> incidents.tryAgain(stuck.ref())).isDone()).isTrue();
        engine.runDueJobs();

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        assertThat(drive.by(manager, () -> incidents.all())).isEmpty();
    }

    private void failForGood() {
        ManagementService jobs = engine.raw().getManagementService();
        String job = jobs.createJobQuery().processDefinitionKey(CopyOfferProcess.KEY).singleResult().getId();
        List<Duration> rests = new ArrayList<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> Statements.watchedBy(sql -> {
                if (sql.contains("set state = 'OFFERED'")) {
                    throw new SQLException("planted");
                }
            }, () -> jobs.executeJob(job))).hasRootCauseMessage("planted");
            if (attempt < ATTEMPTS) {
                Instant due = jobs.createJobQuery().jobId(job).singleResult().getDuedate().toInstant();
                rests.add(Duration.between(clock.instant(), due));
                clock.setTo(due);
            }
        }
        assertThat(rests).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoReadsALongLineTakesAsFewStatementsAsForAShortOne() {
        childrenMayReserveNothing();

        List<String> few = statementsOfOffering(3);
        List<String> many = statementsOfOffering(30);

        assertThat(many).hasSameSizeAs(few);
    }

    /** The first in the queue have reached their limit and know that they were passed over; the last may have it. */
    private List<String> statementsOfOffering(int queue) {
        UUID wanted = drive.title(branch, "File " + queue, 1);
        UUID away = waiting.lend(wanted, branch);
        List<Patron> children = IntStream.range(2, queue).mapToObj(n -> drive.patron("P" + n, "Test")).toList();
        children.forEach(child -> waiting.ask(child, wanted, branch));
        WaitId before = waiting.ask(ali, wanted, branch);
        Patron lia = drive.patron("Lia", "Costa");
        WaitId last = waiting.ask(lia, wanted, branch);
        children.forEach(child -> drive.jdbc.sql("update app.patron set category = 'CHILD' where id = ?")
                .param(child.id()).update());
        waiting.comesBack(away);
        waiting.giveUp(ali, before).value();

        List<String> sent = Statements.during(waiting::makeOffers);

        assertThat(waiting.see(lia, last).isOffered()).isTrue();
        assertThat(waiting.see(lia, last).position()).isZero();
        return sent;
    }

    private void childrenMayReserveNothing() {
        Policy now = drive.by(manager, () -> policies.open("pickup-limits")).orElseThrow();
        List<Row> rows = now.rows().stream().map(row -> {
            List<String> then = new ArrayList<>(row.then());
            if (row.when().getFirst().equals("CHILD")) {
                then.set(2, "0");
            }
            return new Row(row.when(), then, row.note());
        }).toList();
        drive.by(manager, () -> policies.publish("pickup-limits", now.version(), rows, "Essai", Reach.NEW_ONLY,
                Set.of())).value();
    }
}

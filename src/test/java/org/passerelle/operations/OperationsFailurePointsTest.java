package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Incidents;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A version is published, and a step set going again, whole or not at all. */
class OperationsFailurePointsTest extends PolicyTests {

    @Autowired
    Incidents incidents;
    @Autowired
    SampleErrandProcess errands;
    @Autowired
    UserTasks userTasks;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void publishingForWhatBeginsFromNowOn() {
        room.scan(agent, branch, room.lentBook(branch, "Nana", LocalDate.parse("2026-12-01")));
        List<Row> rows = hours("240");

        FailurePoints.allOrNothingAtEachStatement(room.jdbc, () -> publish(rows, Reach.NEW_ONLY));
    }

    @Test
    void lettingAStepRunOnceMore() {
        failForGood(UUID.randomUUID());
        String step = room.by(manager, incidents::all).getFirst().ref();

        FailurePoints.allOrNothing(room.jdbc, () -> room.by(manager, () -> incidents.tryAgain(step)));
    }

    private void failForGood(UUID errand) {
        SampleErrands.ALL.put(errand, new SampleErrands.Errand("Mme Ferrand", null, null, SampleErrands.FAILS));
        errands.start(errand, false);
        transaction.executeWithoutResult(caller ->
                errands.ran(userTasks.of(new CaseRef(SampleErrandProcess.KEY, errand)).getFirst().ref()));
        ManagementService jobs = engine.raw().getManagementService();
        String job = jobs.createJobQuery().singleResult().getId();
        assertThatThrownBy(() -> jobs.executeJob(job)).hasMessageContaining("planted");
        jobs.setJobRetries(job, 0);
    }
}

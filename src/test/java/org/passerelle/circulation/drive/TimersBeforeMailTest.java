package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.notification.process.MessageDeliveryProcess;

/** At a rush, what cases wait for comes first; mail may come a little later. */
class TimersBeforeMailTest extends DriveTests {

    @Test
    void aTimerOfACaseIsTakenBeforeMailThatHasBeenDueForLonger() {
        reserveTwo();
        assertThat(next().getProcessDefinitionKey()).as("nothing else is due yet").isEqualTo(MessageDeliveryProcess.KEY);

        clock.setTo(SLOT.plus(Duration.ofHours(1)));

        assertThat(next().getProcessDefinitionKey()).isEqualTo(DrivePickupProcess.KEY);
    }

    /** The one job that a thread without anything to do would take now. */
    private Job next() {
        List<AcquirableJobEntity> taken = ((ProcessEngineConfigurationImpl) engine.raw().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired().execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 1)));
        assertThat(taken).hasSize(1);
        return engine.raw().getManagementService().createJobQuery().jobId(taken.getFirst().getId()).singleResult();
    }
}

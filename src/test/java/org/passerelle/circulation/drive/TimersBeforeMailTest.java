package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.notification.process.MessageDeliveryProcess;

/** At a rush, what cases wait for comes first; mail may come a little later. */
class TimersBeforeMailTest extends DriveTests {

    @Test
    void timersOfCasesAreTakenBeforeMailThatHasBeenDueForLonger() {
        reserveTwo();
        drive.reserve(drive.patron("Paul", "Martin"), branch, SLOT, drive.title(branch, "Nana", 1));
        assertThat(next(10)).as("only the mails are due yet").containsExactly(MessageDeliveryProcess.KEY, MessageDeliveryProcess.KEY);

        clock.setTo(SLOT.plus(Duration.ofHours(1)));

        // Of each reservation the day before and the end of its slot; the mails of one are older than the timers of the other.
        assertThat(next(10)).containsExactly(DrivePickupProcess.KEY, DrivePickupProcess.KEY, DrivePickupProcess.KEY,
                DrivePickupProcess.KEY, MessageDeliveryProcess.KEY, MessageDeliveryProcess.KEY);
        assertThat(next(1)).containsExactly(DrivePickupProcess.KEY);
    }

    /** Whose jobs threads without anything to do would take now, in that order. */
    private List<String> next(int atMost) {
        List<AcquirableJobEntity> taken = ((ProcessEngineConfigurationImpl) engine.raw().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired().execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, atMost)));
        return taken.stream().map(job -> engine.raw().getManagementService().createJobQuery().jobId(job.getId()).singleResult()
                .getProcessDefinitionKey()).toList();
    }
}

package org.passerelle.platform.process.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/** Lets set time pass while the job executor rests: how the trial library gets a past. */
@Component
public class DueJobs {

    private final ManagementService jobs;
    private final AppClock clock;

    DueJobs(ProcessEngine engine, AppClock clock) {
        this.jobs = engine.getManagementService();
        this.clock = clock;
    }

    /** The clock goes on to that instant; each job on the way runs in its own transaction, at the time it was due. */
    public void passUntil(Instant instant) {
        for (Optional<Job> next = dueBy(instant); next.isPresent(); next = dueBy(instant)) {
            Instant due = dueAt(next.get());
            clock.setTo(due.isAfter(clock.instant()) ? due : clock.instant());
            jobs.executeJob(next.get().getId());
        }
        clock.setTo(instant);
    }

    private Optional<Job> dueBy(Instant instant) {
        return jobs.createJobQuery().active().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null && !dueAt(job).isAfter(instant))
                .min(Comparator.comparing(DueJobs::dueAt));
    }

    private static Instant dueAt(Job job) {
        Date due = job.getDuedate() == null ? job.getCreateTime() : job.getDuedate();
        return due.toInstant();
    }
}

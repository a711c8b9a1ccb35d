package org.passerelle.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.passerelle.platform.process.CaseRef;

/** The engine as tests see it: jobs run by hand, and where a case has been. */
public class Engine {

    private final ProcessEngine engine;

    Engine(ProcessEngine engine) {
        this.engine = engine;
    }

    public ProcessEngine raw() {
        return engine;
    }

    /** Runs every job that is due by the clock, and those which they bring about; a failing job fails the test. */
    public void runDueJobs() {
        for (Optional<Job> next = nextDue(); next.isPresent(); next = nextDue()) {
            engine.getManagementService().executeJob(next.get().getId());
        }
    }

    /** Runs those of one process only, each once. */
    public void runDueJobs(String process) {
        engine.getManagementService().createJobQuery().processDefinitionKey(process).executable().withRetriesLeft().list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** The one that is due first, of those that belong to a case. */
    Optional<Job> nextDue() {
        List<Job> due = engine.getManagementService().createJobQuery().executable().withRetriesLeft().list();
        return due.stream().filter(job -> job.getProcessInstanceId() != null)
                .min(Comparator.comparing((Job job) -> job.getDuedate() == null ? 0L : job.getDuedate().getTime()));
    }

    /** Id of the end event by which the case ended, or empty while it runs. */
    public Optional<String> endOf(CaseRef process) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(process.processKey()).processInstanceBusinessKey(process.id().toString())
                .finished().list().stream().findFirst().map(ended -> ended.getEndActivityId());
    }

    /** Ids of the elements the case has passed or stands on, in order. */
    public List<String> path(CaseRef process) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(process.processKey()).processInstanceBusinessKey(process.id().toString()).list()
                .stream().flatMap(instance -> engine.getHistoryService().createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId()).orderPartiallyByOccurrence().asc().list().stream())
                .map(HistoricActivityInstance::getActivityId).toList();
    }
}

package org.passerelle.platform.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps of cases that have failed as often as they are tried; the case waits there until somebody tries again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StuckSteps {

    /** Told when a step gets stuck, and when it no longer is. */
    public static final Topic CHANGED = new Topic.Kind("stuck-steps").any();

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final AppClock clock;

    StuckSteps(ProcessEngine engine, AppClock clock) {
        this.clock = clock;
        this.runtime = engine.getRuntimeService();
        this.jobs = engine.getManagementService();
    }

    /**
     * @param ref     what {@link #tryAgain} takes
     * @param step    element id in the model
     * @param failure the kind of failure, such as MailSendException; its message may quote what people typed
     */
    public record StuckStep(String ref, CaseRef process, String step, Instant since, String failure) {
    }

    public int count() {
        return (int) runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE).count();
    }

    /** The oldest first. */
    public List<StuckStep> oldest(int limit) {
        List<Incident> incidents = runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp().asc().listPage(0, limit).stream()
                .filter(incident -> incident.getProcessInstanceId() != null).toList();
        if (incidents.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = runtime.createProcessInstanceQuery().processInstanceIds(
                incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet())).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
        return incidents.stream().map(incident -> read(incident, instances.get(incident.getProcessInstanceId())))
                .filter(Objects::nonNull).toList();
    }

    /** Cases of that process in which a step has failed so often that it is not tried again. */
    public Set<UUID> cases(String processKey) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(processKey)
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE).list().stream()
                .map(instance -> UUID.fromString(instance.getBusinessKey())).collect(Collectors.toSet());
    }

    private StuckStep read(Incident incident, ProcessInstance instance) {
        return instance == null ? null : new StuckStep(incident.getConfiguration(),
                new CaseRef(UserTaskEvents.processKey(incident.getProcessDefinitionId()),
                        UUID.fromString(instance.getBusinessKey())), incident.getActivityId(),
                incident.getIncidentTimestamp().toInstant(), failure(incident.getConfiguration()));
    }

    /** The innermost cause's class, without its package and its message. */
    private String failure(String job) {
        String trace = jobs.getJobExceptionStacktrace(job);
        if (trace == null) {
            return "";
        }
        String cause = trace.lines().filter(line -> line.startsWith("Caused by: ")).reduce((first, last) -> last)
                .map(line -> line.substring("Caused by: ".length())).orElse(trace);
        String type = cause.lines().findFirst().orElse("").replaceFirst(":.*", "").strip();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** @return false when it is not stuck (any more) */
    public boolean tryAgain(String ref) {
        Job job = jobs.createJobQuery().jobId(ref).noRetriesLeft().singleResult();
        if (job == null) {
            return false;
        }
        jobs.setJobRetries(ref, 1);
        // The engine would rest after the last failure as after any other: an hour, while somebody looks on.
        jobs.setJobDuedate(ref, Date.from(clock.instant()), false);
        return true;
    }
}

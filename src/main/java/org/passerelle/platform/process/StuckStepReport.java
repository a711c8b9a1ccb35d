package org.passerelle.platform.process;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.passerelle.platform.ui.live.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Says in the log, and to open screens, when a step has failed for the last time and when it is tried again. */
class StuckStepReport extends DefaultIncidentHandler {

    private static final Logger log = LoggerFactory.getLogger(StuckStepReport.class);

    private final ApplicationEventPublisher events;

    StuckStepReport(ApplicationEventPublisher events) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.events = events;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        // The message may quote what people typed; the stack trace was logged at each attempt.
        log.error("the step {} of {} has failed for the last time and waits for somebody (job {})",
                context.getActivityId(), context.getProcessDefinitionId(), context.getConfiguration());
        events.publishEvent(StuckSteps.CHANGED);
        return super.handleIncident(context, message);
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        super.resolveIncident(context);
        events.publishEvent(StuckSteps.CHANGED);
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        super.deleteIncident(context);
        events.publishEvent(StuckSteps.CHANGED);
    }
}

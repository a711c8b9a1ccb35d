package org.passerelle.platform.retention.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.platform.retention.Forgetting;
import org.passerelle.platform.retention.RetentionProcess.Vars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code retention} call. */
@Configuration
class RetentionDelegates {

    @Bean
    JavaDelegate retentionForget(Forgetting forgetting) {
        return execution -> execution.setVariable(Vars.MORE_TO_FORGET.name(), forgetting.forgetSome(kept(execution)));
    }

    @Bean
    JavaDelegate retentionPlanNextRun(Forgetting forgetting) {
        return execution -> forgetting.planNextRun(kept(execution));
    }

    private static UUID kept(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}

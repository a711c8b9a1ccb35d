package org.passerelle.circulation.waiting.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.waiting.service.WaitingTitleSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code waiting-title} call. */
@Configuration
class WaitingTitleDelegates {

    @Bean
    JavaDelegate waitingTitleTellPatron(WaitingTitleSteps steps) {
        return execution -> steps.tellPatron(wait(execution));
    }

    @Bean
    JavaDelegate waitingTitlePassOn(WaitingTitleSteps steps) {
        return execution -> steps.passOn(wait(execution));
    }

    @Bean
    JavaDelegate waitingTitleEndWait(WaitingTitleSteps steps) {
        return execution -> steps.endWait(wait(execution));
    }

    private static WaitId wait(DelegateExecution execution) {
        return new WaitId(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

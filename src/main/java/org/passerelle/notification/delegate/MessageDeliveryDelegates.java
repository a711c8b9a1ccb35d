package org.passerelle.notification.delegate;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.notification.process.MessageDeliveryProcess.Values;
import org.passerelle.notification.service.MessageDeliverySteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code message-delivery.bpmn} call. */
@Configuration
class MessageDeliveryDelegates {

    @Bean
    JavaDelegate sendMail(MessageDeliverySteps steps) {
        return execution -> {
            MessageDeliverySteps.Attempt attempt = steps.sendMail(message(execution));
            execution.setVariable(Values.MAIL.name(), attempt.mail().name());
            execution.setVariable(Values.TRY_AGAIN_AT.name(), attempt.again() == null ? null : Date.from(attempt.again()));
        };
    }

    @Bean
    JavaDelegate giveMessageUp(MessageDeliverySteps steps) {
        return execution -> steps.giveUp(message(execution));
    }

    @Bean
    JavaDelegate setMessageAside(MessageDeliverySteps steps) {
        return execution -> steps.setAside(message(execution));
    }

    private static UUID message(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}

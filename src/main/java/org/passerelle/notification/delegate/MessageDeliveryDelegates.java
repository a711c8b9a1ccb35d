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
    JavaDelegate sendMail(MessageDeliverySteps mailRoom) {
        return execution -> {
            MessageDeliverySteps.Attempt attempt = mailRoom.sendMail(message(execution));
            execution.setVariable(Values.MAIL.name(), attempt.mail().name());
            execution.setVariable(Values.TRY_AGAIN_AT.name(), attempt.again() == null ? null : Date.from(attempt.again()));
        };
    }

    @Bean
    JavaDelegate giveMessageUp(MessageDeliverySteps mailRoom) {
        return execution -> mailRoom.giveUp(message(execution));
    }

    @Bean
    JavaDelegate setMessageAside(MessageDeliverySteps mailRoom) {
        return execution -> mailRoom.setAside(message(execution));
    }

    private static UUID message(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}

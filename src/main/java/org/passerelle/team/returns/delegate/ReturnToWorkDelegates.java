package org.passerelle.team.returns.delegate;

import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.team.returns.service.ReturnSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code return-to-work} and {@code occupational-health} call. */
@Configuration
class ReturnToWorkDelegates {

    @Bean
    JavaDelegate returnToWorkInvite(ReturnSteps steps) {
        return step(steps::invite);
    }

    @Bean
    JavaDelegate returnToWorkRemind(ReturnSteps steps) {
        return step(steps::remind);
    }

    @Bean
    JavaDelegate returnToWorkRemindLast(ReturnSteps steps) {
        return step(steps::remindForTheLastTime);
    }

    @Bean
    JavaDelegate returnToWorkRemindManager(ReturnSteps steps) {
        return step(steps::remindManager);
    }

    @Bean
    JavaDelegate returnToWorkRemindToSign(ReturnSteps steps) {
        return step(steps::remindToSign);
    }

    @Bean
    JavaDelegate returnToWorkNotSigned(ReturnSteps steps) {
        return step(steps::notSigned);
    }

    @Bean
    JavaDelegate returnToWorkProposeMeasures(ReturnSteps steps) {
        return step(steps::proposeMeasures);
    }

    @Bean
    JavaDelegate returnToWorkClose(ReturnSteps steps) {
        return step(steps::close);
    }

    @Bean
    JavaDelegate returnToWorkNoteUnfinished(ReturnSteps steps) {
        return step(steps::noteUnfinished);
    }

    @Bean
    JavaDelegate returnToWorkAskDay(ReturnSteps steps) {
        return step(steps::askForDay);
    }

    @Bean
    JavaDelegate occupationalHealthUnanswered(ReturnSteps steps) {
        return step(steps::supportUnanswered);
    }

    private static JavaDelegate step(Consumer<UUID> of) {
        return execution -> of.accept(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

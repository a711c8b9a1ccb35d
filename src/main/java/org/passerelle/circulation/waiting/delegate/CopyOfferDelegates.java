package org.passerelle.circulation.waiting.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.circulation.waiting.service.WaitingOffers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service task of {@code copy-offer} calls. */
@Configuration
class CopyOfferDelegates {

    @Bean
    JavaDelegate copyOfferOfferCopy(WaitingOffers offers) {
        return execution -> offers.offer(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

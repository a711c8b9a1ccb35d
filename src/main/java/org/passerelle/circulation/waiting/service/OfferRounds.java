package org.passerelle.circulation.waiting.service;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every other second whether a copy is set aside: whoever waits hears of it at once, and after a restart too. */
@Component
class OfferRounds {

    private final WaitingOffers offers;

    OfferRounds(WaitingOffers offers) {
        this.offers = offers;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void beginOffers() {
        offers.begin();
    }
}

package org.passerelle.platform.secrets;

import java.time.Duration;
import java.time.Instant;
import org.passerelle.platform.retention.KeptForAWhile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has read what is about somebody, for that person to see. */
@Component
class KeptReadings extends KeptForAWhile {

    private final SealedTexts texts;

    KeptReadings(SealedTexts texts, @Value("${passerelle.keep.sealed-readings:365d}") Duration keepFor) {
        super("sealed-readings", keepFor);
        this.texts = texts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return texts.forgetReadings(before, atMost);
    }
}

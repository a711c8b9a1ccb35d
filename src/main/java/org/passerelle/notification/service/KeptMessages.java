package org.passerelle.notification.service;

import java.time.Duration;
import java.time.Instant;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.platform.retention.KeptData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages, for some time after they are settled: what they say is personal data. They go with their attachments. */
@Component
public class KeptMessages implements KeptData {

    private final OutboxMessages messages;
    private final Duration keepFor;

    KeptMessages(OutboxMessages messages, @Value("${passerelle.keep.messages:30d}") Duration keepFor) {
        this.messages = messages;
        this.keepFor = keepFor;
    }

    @Override
    public String key() {
        return "messages";
    }

    @Override
    public Duration keepFor() {
        return keepFor;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return messages.deleteSettledBefore(before, atMost);
    }
}

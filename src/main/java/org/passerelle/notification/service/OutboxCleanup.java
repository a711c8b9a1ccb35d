package org.passerelle.notification.service;

import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.domain.OutboxMessages;
import org.passerelle.platform.time.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets messages some time after they are settled: what they say is personal data. */
@Service
public class OutboxCleanup {

    private static final Logger log = LoggerFactory.getLogger(OutboxCleanup.class);

    private final OutboxMessages messages;
    private final DeliverySettings settings;
    private final AppClock clock;

    OutboxCleanup(OutboxMessages messages, DeliverySettings settings, AppClock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every night; deletes the messages, with their attachments, that were settled longer ago than they are kept. */
    @Scheduled(cron = "0 40 3 * * *")
    @Transactional
    public void forgetSettled() {
        int forgotten = messages.deleteSettledBefore(clock.instant().minus(settings.keepFor()));
        if (forgotten > 0) {
            log.info("{} settled messages are forgotten", forgotten);
        }
    }
}

package org.passerelle.platform.ui.live;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** "Late for 12 minutes" is only true for one: screens that say such things hear of each minute. */
@Component
public class EachMinute {

    public static final Topic TOPIC = new Topic.Kind("minute").any();

    private final ApplicationEventPublisher events;

    EachMinute(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Scheduled(cron = "0 * * * * *")
    public void tick() {
        events.publishEvent(TOPIC);
    }
}

package org.passerelle.quarantine.service;

import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a crate: its story, and the screens that show it or its room. */
@Component
public class CrateNews {

    /** Open screens hear of a change in a branch's room with the branch's id, and once more without one. */
    public static final String ROOM_TOPIC = "quarantine-room";
    /** Open screens hear of a change of one crate with the crate's id. */
    public static final String CRATE_TOPIC = "crate";

    private final Journal journal;
    private final ApplicationEventPublisher events;

    CrateNews(Journal journal, ApplicationEventPublisher events) {
        this.journal = journal;
        this.events = events;
    }

    void tell(Crate crate, Channel channel, String messageKey, Object... args) {
        journal.record(QuarantineProcess.caseOf(crate.id()), channel, messageKey, args);
        changed(crate);
    }

    /** What is said to whoever comes to do what one of such entries tells. */
    <T> Outcome<T> alreadyDone(Crate crate, String... messageKeys) {
        return journal.alreadyDone(QuarantineProcess.caseOf(crate.id()), messageKeys);
    }

    void changed(Crate crate) {
        events.publishEvent(new Topic(ROOM_TOPIC, crate.branch()));
        events.publishEvent(new Topic(ROOM_TOPIC, null));
        events.publishEvent(new Topic(CRATE_TOPIC, crate.id().value()));
    }
}

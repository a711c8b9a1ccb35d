package org.passerelle.quarantine.service;

import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a crate: its story, and the screens that show it or its room. */
@Component
public class CrateNews {

    /** Open screens hear of a change in a branch's room with the branch's id, and once more without one. */
    public static final Topic.Kind ROOM_TOPIC = new Topic.Kind("quarantine-room");
    /** Open screens hear of a change of one crate with the crate's id. */
    public static final Topic.Kind CRATE_TOPIC = new Topic.Kind("crate");

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

    /** Whether the last of such entries is of the person signed in, and recent enough to be taken back. */
    boolean canBeTakenBack(Crate crate, String messageKey) {
        return journal.canBeTakenBack(QuarantineProcess.caseOf(crate.id()), messageKey);
    }

    /**
     * A document has been scanned into a room, or out of it again.
     *
     * @param crate whose contents have changed, or null where it is the shelf's or the road's
     */
    public void contentsChanged(UUID branch, CrateId crate) {
        events.publishEvent(ROOM_TOPIC.of(branch));
        if (crate != null) {
            events.publishEvent(CRATE_TOPIC.of(crate.value()));
        }
    }

    void changed(Crate crate) {
        events.publishEvent(ROOM_TOPIC.of(crate.branch()));
        events.publishEvent(ROOM_TOPIC.any());
        events.publishEvent(CRATE_TOPIC.of(crate.id().value()));
    }
}

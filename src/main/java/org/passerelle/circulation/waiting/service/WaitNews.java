package org.passerelle.circulation.waiting.service;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a wait: its story, the screens that show it, and who waits. */
@Component
public class WaitNews {

    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Notifications notifications;
    private final PatronRepository patrons;
    private final BranchRepository branches;
    private final CopyPlaces copies;
    private final PickupSlots slots;
    private final AppClock clock;
    private final String publicUrl;

    WaitNews(Journal journal, ApplicationEventPublisher events, Notifications notifications, PatronRepository patrons,
             BranchRepository branches, CopyPlaces copies, PickupSlots slots, AppClock clock,
             @Value("${passerelle.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.journal = journal;
        this.events = events;
        this.notifications = notifications;
        this.patrons = patrons;
        this.branches = branches;
        this.copies = copies;
        this.slots = slots;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** What open screens that show a patron's waits follow. */
    public static Topic of(UUID patron) {
        return new Topic.Kind("waits").of(patron);
    }

    void tell(TitleWait wait, Channel channel, String journalKey) {
        journal.record(WaitingTitleProcess.caseOf(wait.id()), channel, journalKey);
        events.publishEvent(of(wait.patron()));
        // Who stands behind may have moved up.
        events.publishEvent(CatalogueTopics.TITLE.of(wait.title()));
    }

    /** A copy is set aside: by when to answer, and the nearest slot. */
    void writeOffer(TitleWait wait) {
        List<SlotOffer> nearest = slots.nearestFree(wait.branch(), clock.instant(), 1, SlotAudience.PATRON);
        Branch branch = branches.findById(wait.branch()).orElseThrow();
        Locale locale = patrons.findById(wait.patron()).orElseThrow().locale();
        ZoneId zone = branch.zone();
        String until = DateTimes.dayAndTime(wait.offerUntil(), zone, locale);
        if (nearest.isEmpty()) {
            write(wait, "waiting-offered-later", Map.of("until", until));
        } else {
            SlotOffer slot = nearest.getFirst();
            write(wait, "waiting-offered", Map.of("until", until,
                    "day", DateTimes.day(slot.startsAt().atZone(zone).toLocalDate(), locale),
                    "time", DateTimes.range(slot.startsAt().atZone(zone).toLocalTime(),
                            slot.endsAt().atZone(zone).toLocalTime(), locale)));
        }
    }

    /** It is over, by its patron: an offer not told yet is told no more. */
    void nothingMoreToTell(TitleWait wait) {
        notifications.nothingMoreToTell(WaitingTitleProcess.caseOf(wait.id()));
    }

    void write(TitleWait wait, String template) {
        write(wait, template, Map.of());
    }

    private void write(TitleWait wait, String template, Map<String, String> extras) {
        Patron patron = patrons.findById(wait.patron()).orElseThrow();
        Branch branch = branches.findById(wait.branch()).orElseThrow();
        Map<String, String> values = new HashMap<>(extras);
        values.put("name", patron.displayName());
        values.put("title", copies.titles(List.of(wait.title())).get(wait.title()).title());
        values.put("branch", branch.name());
        values.put("address", branch.address() == null ? "" : branch.address());
        values.put("link", publicUrl + "/waiting/" + wait.token());
        notifications.send(new Message(WaitingTitleProcess.caseOf(wait.id()), wait.branch(),
                patron.recipient(), template, values));
    }
}

package org.passerelle.quarantine.service;

import java.util.Map;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the quarantine does by itself. */
@Service
@Transactional
public class QuarantineSteps {

    private final CrateAccess access;
    private final ReleaseDesk releases;
    private final CopyPlaces copies;
    private final CrateNews news;
    private final AppClock clock;

    QuarantineSteps(CrateAccess access, ReleaseDesk releases, CopyPlaces copies, CrateNews news, AppClock clock) {
        this.access = access;
        this.releases = releases;
        this.copies = copies;
        this.news = news;
        this.clock = clock;
    }

    /** The crate may be opened. @return whether its documents have to be treated first */
    public boolean release(CrateId id) {
        Crate crate = access.locked(id);
        crate.release(clock.instant());
        releases.settleOpen(id);
        if (crate.early()) {
            // Nobody is told the day any more on which it would have opened.
            copies.expect(Map.of(id.value(), clock.instant()));
            news.tell(crate, Channel.STAFF, "journal.quarantine.releasedEarly");
        } else {
            news.tell(crate, Channel.SYSTEM, "journal.quarantine.released");
        }
        return crate.rule().treatment();
    }
}

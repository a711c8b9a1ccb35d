package org.passerelle.quarantine.service;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.stereotype.Component;

/** Closes a crate under the rule that holds at that moment, and begins its case. */
@Component
class CrateSealing {

    private final QuarantinePolicy policy;
    private final SettingsOfBranches settings;
    private final ReturnedCopies returns;
    private final CopyPlaces copies;
    private final QuarantineProcess process;
    private final CrateNews news;
    private final AppClock clock;

    CrateSealing(QuarantinePolicy policy, SettingsOfBranches settings, ReturnedCopies returns, CopyPlaces copies,
                 QuarantineProcess process, CrateNews news, AppClock clock) {
        this.policy = policy;
        this.settings = settings;
        this.returns = returns;
        this.copies = copies;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The branch closes: the crate is sealed, or done with when nothing is in it.
     *
     * @param crate open, and locked
     */
    void close(Crate crate) {
        if (!seal(crate, null).isDone()) {
            crate.closeEmpty(clock.instant());
            news.changed(crate);
        }
    }

    /**
     * @param crate open, and locked
     * @param by    account of who seals it, or null for the closing time
     */
    Outcome<Instant> seal(Crate crate, UUID by) {
        int documents = returns.of(crate.id()).size();
        if (documents == 0) {
            return Outcome.refused(QuarantineRefusal.CRATE_EMPTY);
        }
        QuarantinePolicy.Rules rules = policy.held();
        QuarantineRule rule = rules.of(new RuleCase(crate.material(), crate.stacked(),
                settings.of(crate.branch()).situation()));
        crate.seal(rule, rules.version(), clock.instant(), by);
        copies.moveAll(crate.id().value(), PlaceKind.QUARANTINE, PlaceKind.QUARANTINE, crate.releaseAt());
        news.tell(crate, by == null ? Channel.SYSTEM : Channel.STAFF, by == null ? "journal.quarantine.sealedAtClosing"
                : "journal.quarantine.sealed", documents, rule.hours());
        process.start(crate.id(), crate.releaseAt());
        return Outcome.done(crate.releaseAt());
    }
}

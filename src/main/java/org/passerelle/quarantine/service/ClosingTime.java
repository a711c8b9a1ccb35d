package org.passerelle.quarantine.service;

import java.time.Instant;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what is still open when a branch closes: a crate's quarantine must not wait for somebody to think of it. */
@Service
public class ClosingTime {

    private static final Logger log = LoggerFactory.getLogger(ClosingTime.class);

    private final Crates crates;
    private final CrateAccess access;
    private final CrateSealing sealing;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final TransactionTemplate transaction;
    private final AppClock clock;

    ClosingTime(Crates crates, CrateAccess access, CrateSealing sealing, BranchRepository branches,
                SettingsOfBranches settings, TransactionTemplate transaction, AppClock clock) {
        this.crates = crates;
        this.access = access;
        this.sealing = sealing;
        this.branches = branches;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every minute; each crate in a transaction of its own, so that one failure stops no other. */
    @Scheduled(cron = "0 * * * * *")
    public void sealWhatIsOpen() {
        for (Crate crate : crates.findByState(CrateState.OPEN)) {
            if (!closingOf(crate).isAfter(clock.instant())) {
                try {
                    transaction.executeWithoutResult(status -> seal(crate.id()));
                } catch (RuntimeException e) {
                    log.error("crate {} could not be sealed at closing time; it is tried again", crate.code(), e);
                }
            }
        }
    }

    private void seal(CrateId id) {
        Crate crate = access.locked(id);
        if (crate.state() == CrateState.OPEN) {
            sealing.seal(crate, null);
        }
    }

    private Instant closingOf(Crate crate) {
        return crate.day().atTime(settings.of(crate.branch()).closesAt())
                .atZone(branches.findById(crate.branch()).orElseThrow().zone()).toInstant();
    }
}

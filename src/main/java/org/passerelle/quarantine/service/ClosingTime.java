package org.passerelle.quarantine.service;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Crates;
import org.passerelle.quarantine.domain.QuarantineSettings;
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
        Map<UUID, ZoneId> zones = branches.findAll().stream().collect(Collectors.toMap(Branch::id, Branch::zone));
        Map<UUID, QuarantineSettings> settingsOf = settings.findAll().stream()
                .collect(Collectors.toMap(QuarantineSettings::branch, Function.identity()));
        for (Crate crate : crates.findByState(CrateState.OPEN)) {
            try {
                QuarantineSettings here = settingsOf.getOrDefault(crate.branch(), new QuarantineSettings(crate.branch()));
                if (!here.closingAfter(crate.openedAt(), zones.get(crate.branch())).isAfter(clock.instant())) {
                    transaction.executeWithoutResult(status -> seal(crate.id()));
                }
            } catch (RuntimeException e) {
                log.error("crate {} could not be sealed at closing time; it is tried again", crate.code(), e);
            }
        }
    }

    private void seal(CrateId id) {
        Crate crate = access.locked(id);
        if (crate.state() == CrateState.OPEN) {
            sealing.close(crate);
        }
    }
}

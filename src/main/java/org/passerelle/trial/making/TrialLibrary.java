package org.passerelle.trial.making;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.Cataloguing;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.ProcessLifecycle;
import org.passerelle.platform.process.StartStep;
import org.passerelle.platform.process.jobs.DueJobs;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.service.SlotSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the library once, on an empty database, through the services and before any job runs. Each step commits with
 * the count of steps done: a start that is interrupted is continued by the next one.
 */
@Component
@Profile(TrialLibrary.PROFILE)
class TrialLibrary extends StartStep {

    static final String PROFILE = "trial";
    /** Of every trial account. */
    static final String PASSWORD = "passerelle";

    private static final Logger log = LoggerFactory.getLogger(TrialLibrary.class);
    private static final int PLACES = 4;
    /** Long before the first case. */
    private static final Duration OPENED_BEFORE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AppClock clock;
    private final DueJobs time;
    private final BranchRepository branches;
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final Patrons patrons;
    private final SlotSettings slots;
    private final Cataloguing cataloguing;
    private final TrialDesk desk;
    private final TrialTeams teams;

    TrialLibrary(JdbcClient jdbc, TransactionTemplate transaction, AppClock clock, DueJobs time,
                 BranchRepository branches, AccountRepository accounts, PasswordEncoder passwords, Patrons patrons,
                 SlotSettings slots, Cataloguing cataloguing, TrialDesk desk, TrialTeams teams) {
        super((ProcessLifecycle.DEPLOYED + ProcessLifecycle.JOBS_RUN) / 2);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.time = time;
        this.branches = branches;
        this.accounts = accounts;
        this.passwords = passwords;
        this.patrons = patrons;
        this.slots = slots;
        this.cataloguing = cataloguing;
        this.desk = desk;
        this.teams = teams;
    }

    @Override
    protected void run() {
        Optional<Making> making = making();
        if (making.isEmpty()) {
            jdbc.sql("insert into app.trial_making (started_at, steps_done) values (?, 0)")
                    .param(Timestamp.from(clock.instant())).update();
            making = making();
        }
        making.filter(unfinished -> !unfinished.finished()).ifPresent(this::make);
    }

    private void make(Making making) {
        try {
            int done = making.stepsDone();
            if (done == 0) {
                log.info("Making the trial library, once: people, branches, slots");
                clock.setTo(making.startedAt().minus(OPENED_BEFORE));
                step(() -> open(making.startedAt()));
                done = 1;
            }
            if (done == 1) {
                log.info("Trial library: the catalogue");
                clock.setTo(making.startedAt().minus(OPENED_BEFORE));
                step(this::catalogue);
                done = 2;
            }
            log.info("Trial library: its past days, case by case");
            List<TrialStory.Step> story = TrialStory.upTo(making.startedAt(), desk, teams);
            for (TrialStory.Step step : story.subList(done - 2, story.size())) {
                time.passUntil(step.at());
                step(step.what());
            }
            time.passUntil(making.startedAt());
            clock.runFreely();
            jdbc.sql("update app.trial_making set finished_at = ?").param(Timestamp.from(clock.instant())).update();
            log.info("Trial library: ready");
        } finally {
            clock.runFreely();
        }
    }

    private void step(Runnable what) {
        transaction.executeWithoutResult(status -> {
            what.run();
            jdbc.sql("update app.trial_making set steps_done = steps_done + 1").update();
        });
    }

    private void open(Instant now) {
        Map<TrialBranch, UUID> branchIds = new EnumMap<>(TrialBranch.class);
        for (TrialBranch branch : TrialBranch.values()) {
            branchIds.put(branch, branches.save(branch.make()).id());
        }
        String hash = passwords.encode(PASSWORD);
        for (TrialPerson person : TrialPerson.values()) {
            Set<UUID> worksFor = person.branches().stream().map(branchIds::get).collect(Collectors.toSet());
            accounts.save(new Account(person.username(), hash, person.displayName(), person.role(), null, worksFor));
        }
        accounts.flush();
        TrialHours hours = new TrialHours(now);
        desk.as(TrialPerson.NADIA.username(), () -> {
            branchIds.values().forEach(branch -> slots.save(branch, hours.settings(slots.form(branch).version(), PLACES))
                    .value());
            for (TrialPatron patron : TrialPatron.values()) {
                UUID id = patrons.create(patron.form()).value();
                accounts.save(new Account(patron.username(), hash, patron.displayName(), Role.PATRON, id, Set.of()));
            }
            return branchIds;
        });
        teams.open();
    }

    private void catalogue() {
        Map<TrialBranch, UUID> branchIds = new EnumMap<>(TrialBranch.class);
        for (TrialBranch branch : TrialBranch.values()) {
            branchIds.put(branch, branches.findByCode(branch.name()).orElseThrow().id());
        }
        List<TrialTitle> titles = TrialTitle.all();
        desk.as(TrialPerson.NADIA.username(), () -> {
            for (TrialTitle title : titles) {
                UUID id = cataloguing.addTitle(title.title());
                title.copies().forEach(copy -> cataloguing.addCopy(new NewCopy(id, copy.barcode(),
                        branchIds.get(copy.branch()), title.shelfMark(), title.title().material(), null)));
            }
            return titles;
        });
    }

    private Optional<Making> making() {
        return jdbc.sql("select started_at, steps_done, finished_at is not null from app.trial_making")
                .query((row, i) -> new Making(row.getTimestamp(1).toInstant(), row.getInt(2), row.getBoolean(3)))
                .optional();
    }

    /** @param startedAt the now of its story */
    private record Making(Instant startedAt, int stepsDone, boolean finished) {
    }
}

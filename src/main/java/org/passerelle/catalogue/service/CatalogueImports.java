package org.passerelle.catalogue.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings files of records into the catalogue. For managers. */
@Service
public class CatalogueImports {

    /** Bytes: half a million records and more. */
    public static final int LARGEST_FILE = 1 << 30;

    private static final int LONGEST_FILE_NAME = 200;

    private final SignedIn signedIn;
    private final ImportRows imports;
    private final ImportFiles files;
    private final CodeScans scans;
    private final NetworkZone zones;
    private final AppClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CatalogueImports(SignedIn signedIn, ImportRows imports, ImportFiles files, CodeScans scans,
                     NetworkZone zones, AppClock clock, ApplicationEventPublisher events,
                     TransactionTemplate transaction) {
        this.signedIn = signedIn;
        this.imports = imports;
        this.files = files;
        this.scans = scans;
        this.zones = zones;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Keeps the file until its import is started or given up; it takes the place of one that still waits.
     *
     * @param announced how many bytes there are, as the sender says; negative when it does not say
     */
    public Outcome<UUID> receive(String fileName, long announced, InputStream content) throws IOException {
        CurrentUser manager = signedIn.require(Role.MANAGER);
        UUID id = UUID.randomUUID();
        Outcome<Long> kept = files.keep(id, announced, content);
        return kept.map(bytes -> {
            noteWaiting(manager, id, fileName, bytes);
            return id;
        });
    }

    private void noteWaiting(CurrentUser manager, UUID id, String fileName, long bytes) {
        Optional<ImportJob> replaced = transaction.execute(tx -> {
            Optional<ImportJob> before = imports.waitingOf(manager.accountId());
            before.ifPresent(job -> imports.delete(job.id()));
            imports.addWaiting(id, presentable(fileName), bytes, manager.accountId(), manager.displayName(),
                    clock.instant());
            return before;
        });
        replaced.ifPresent(job -> {
            scans.forget(job.id());
            files.delete(job.id());
        });
    }

    private static String presentable(String fileName) {
        String name = fileName == null ? "" : fileName.replaceAll("\\p{C}", "").replaceFirst("^.*[/\\\\]", "").strip();
        return name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }

    /** The file of this manager that waits to be started. */
    public Optional<ImportJob> waiting() {
        CurrentUser manager = signedIn.require(Role.MANAGER);
        return imports.waitingOf(manager.accountId()).filter(job -> files.has(job.id()));
    }

    public Optional<ImportJob> running() {
        signedIn.require(Role.MANAGER);
        return imports.running();
    }

    /** The zone in which this manager reads times: that of a branch of theirs, or of the network. */
    public ZoneId zone() {
        return zones.zoneOf(signedIn.require(Role.MANAGER));
    }

    /** Starts the import in the background; it goes on whether or not anybody looks. */
    @Gesture
    public Outcome<UUID> start(UUID waiting, MarcFormat format, ImportMapping mapping) {
        CurrentUser manager = signedIn.require(Role.MANAGER);
        imports.oneStartAtATime();
        Optional<ImportJob> running = imports.running();
        if (running.isPresent()) {
            // Nobody but its owner starts it: that was in another window.
            return running.get().id().equals(waiting) ? Outcome.refused(CommonRefusal.ALREADY_DONE, "YOU")
                    : Outcome.refused(ImportRefused.IMPORT_RUNS);
        }
        boolean own = imports.find(waiting).filter(job -> job.account().equals(manager.accountId())).isPresent();
        if (!own || !files.has(waiting)) {
            return Outcome.refused(ImportRefused.FILE_GONE);
        }
        if (!imports.start(waiting, format, mapping, clock.instant())) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        scans.forget(waiting);
        events.publishEvent(new ImportRunner.ImportStarted(waiting));
        events.publishEvent(CatalogueTopics.IMPORT.any());
        return Outcome.done(waiting);
    }

    /** Lets a running import rest where it stands; what it has brought stays, and it can be taken up again. */
    @Gesture
    public Outcome<Void> stop(UUID job) {
        signedIn.require(Role.MANAGER);
        if (!imports.change(job, Set.of(Status.RUNNING), Status.STOPPED, null)) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        events.publishEvent(CatalogueTopics.IMPORT.of(job));
        events.publishEvent(CatalogueTopics.IMPORT.any());
        return Outcome.done();
    }

    /** Takes up again an import that stopped, from where it stopped. */
    @Gesture
    public Outcome<Void> takeUpAgain(UUID job) {
        signedIn.require(Role.MANAGER);
        imports.oneStartAtATime();
        if (imports.running().isPresent()) {
            return Outcome.refused(ImportRefused.IMPORT_RUNS);
        }
        if (!files.has(job)) {
            return Outcome.refused(ImportRefused.FILE_GONE);
        }
        if (!imports.change(job, Set.of(Status.STOPPED), Status.RUNNING, null)) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        events.publishEvent(new ImportRunner.ImportStarted(job));
        events.publishEvent(CatalogueTopics.IMPORT.any());
        return Outcome.done();
    }

    /** Ends an import before its time, or forgets a file that waits. What it has brought stays. */
    @Gesture
    public Outcome<Void> giveUp(UUID job) {
        CurrentUser manager = signedIn.require(Role.MANAGER);
        if (imports.waitingOf(manager.accountId()).filter(waiting -> waiting.id().equals(job)).isPresent()) {
            imports.delete(job);
        } else if (!imports.change(job, Set.of(Status.RUNNING, Status.STOPPED), Status.GIVEN_UP, clock.instant())) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        } else {
            imports.forgetMet(job);
            events.publishEvent(CatalogueTopics.IMPORT.any());
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scans.forget(job);
                files.delete(job);
            }
        });
        return Outcome.done();
    }

    public Optional<ImportJob> job(UUID id) {
        signedIn.require(Role.MANAGER);
        return imports.find(id).filter(job -> job.status() != Status.WAITING);
    }

    public List<ImportJob> past(int offset, int limit) {
        signedIn.require(Role.MANAGER);
        return imports.past(offset, limit);
    }

    /** How often each reason was given, the most frequent first. */
    public Map<String, Integer> reasons(UUID job) {
        signedIn.require(Role.MANAGER);
        return imports.reasons(job).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one,
                        LinkedHashMap::new));
    }

    /** In the order of the file, after that one; null starts at the beginning. */
    public List<ImportRefusal> refusals(UUID job, ImportRefusal after, int limit) {
        signedIn.require(Role.MANAGER);
        return after == null ? imports.refusals(job, 0, 0, limit)
                : imports.refusals(job, after.position().number(), after.copyRank(), limit);
    }
}

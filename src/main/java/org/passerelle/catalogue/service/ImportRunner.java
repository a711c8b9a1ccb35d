package org.passerelle.catalogue.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.file.MarcFileReader;
import org.passerelle.platform.time.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs imports in the background, one at a time, and goes on after a restart with the one that was interrupted. */
@Component
class ImportRunner implements AutoCloseable {

    static final int BATCH = 200;
    /** Where records are monstrous, a batch ends earlier: some megabytes at most are held at a time. */
    static final long BATCH_CHARACTERS = 2_000_000;

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    /** PostgreSQL's classes of errors: data exception, constraint violated, program limit exceeded. */
    private static final Set<String> REFUSALS_OF_CONTENT = Set.of("22", "23", "54");

    private final ImportRows imports;
    private final ImportFiles files;
    private final ImportBatch batch;
    private final TransactionTemplate transaction;
    private final AppClock clock;
    private final ApplicationEventPublisher events;
    private final boolean inBackground;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("catalogue-import").daemon().factory());
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    ImportRunner(ImportRows imports, ImportFiles files, ImportBatch batch, TransactionTemplate transaction,
                 AppClock clock, ApplicationEventPublisher events,
                 @Value("${passerelle.jobs.active:true}") boolean inBackground) {
        this.imports = imports;
        this.files = files;
        this.batch = batch;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.inBackground = inBackground;
    }

    /** An import may run from now on; published within the transaction that decides so. */
    record ImportStarted(UUID job) {
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void started(ImportStarted started) {
        if (inBackground) {
            underWay.add(started.job());
            thread.execute(() -> {
                try {
                    run(started.job());
                } finally {
                    underWay.remove(started.job());
                }
            });
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        files.deleteAllBut(imports.withFile());
        imports.running().ifPresent(job -> started(new ImportStarted(job.id())));
    }

    /** What a failure left running, and could not even be stopped, is taken up where it stands. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void takeUpForgotten() {
        if (!closing) {
            imports.running().filter(job -> !underWay.contains(job.id()))
                    .ifPresent(job -> started(new ImportStarted(job.id())));
        }
    }

    /** Reads on from the stored position to the end of the file. Whatever goes wrong, nobody waits for it for ever. */
    void run(UUID id) {
        try {
            imports.find(id).filter(job -> job.status() == Status.RUNNING).ifPresent(this::read);
        } catch (Exception | Error cannotGoOn) {
            log.error("the import {} stopped; it can be taken up again", id, cannotGoOn);
            end(id, Status.STOPPED);
        }
    }

    private void end(UUID id, Status status) {
        boolean ended = transaction.execute(tx -> {
            boolean changed = imports.change(id, Set.of(Status.RUNNING), status, clock.instant());
            if (changed && status == Status.DONE) {
                imports.forgetMet(id);
            }
            events.publishEvent(CatalogueTopics.IMPORT.of(id));
            events.publishEvent(CatalogueTopics.IMPORT.any());
            return changed;
        });
        // Somebody may have stopped it after its last record: it is then ended when it is taken up again.
        if (ended && status == Status.DONE) {
            files.delete(id);
        }
    }

    private void read(ImportJob job) {
        try (MarcFileReader reader = MarcFileReader.open(files.open(job.id()), job.format(), job.mapping().profile(),
                job.next())) {
            while (reader.hasNext()) {
                List<ReadRecord> records = new ArrayList<>(BATCH);
                long characters = 0;
                while (records.size() < BATCH && characters < BATCH_CHARACTERS && reader.hasNext()) {
                    ReadRecord record = reader.next();
                    records.add(record);
                    characters += record instanceof GoodRecord good ? good.record().characters() : 0;
                }
                if (closing || !take(job.id(), records)) {
                    return;
                }
            }
            end(job.id(), Status.DONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * When the database refuses what is in a batch, its records are taken one by one, and only the culprit is left out.
     * A failure of the database itself stops the import: it costs no record its place.
     */
    private boolean take(UUID job, List<ReadRecord> records) {
        try {
            return batch.take(job, records);
        } catch (DataAccessException refused) {
            requireRefusalOfContent(refused);
            log.warn("the database refused a batch of the import {}; its records are taken one by one", job);
        }
        for (ReadRecord record : records) {
            try {
                if (!batch.take(job, List.of(record))) {
                    return false;
                }
            } catch (DataAccessException refused) {
                requireRefusalOfContent(refused);
                log.warn("the database refused record {} of the import {}", record.position().number(), job, refused);
                if (!batch.skip(job, record)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void requireRefusalOfContent(DataAccessException failed) {
        if (!(failed.getMostSpecificCause() instanceof SQLException said) || said.getSQLState() == null
                || !REFUSALS_OF_CONTENT.contains(said.getSQLState().substring(0, 2))) {
            throw failed;
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        thread.close();
    }
}

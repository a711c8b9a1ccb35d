package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.catalogue.domain.marc.file.MarcFileReader;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

/** An import that is broken off, whatever broke it off, goes on or ends, and repeats nothing. */
class InterruptedImportsTest extends ImportTests {

    @Autowired
    ImportBatch batch;
    @Autowired
    ImportRows rows;
    @Autowired
    AppClock clock;

    @ParameterizedTest
    @ValueSource(classes = {CannotCreateTransactionException.class, IllegalStateException.class, StackOverflowError.class})
    void anImportThatMeetsTheUnforeseenIsStopped(Class<? extends Throwable> unforeseen) {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        ImportBatch failing = mock(ImportBatch.class);
        when(failing.take(any(), any())).thenThrow(unforeseen);

        try (ImportRunner unlucky = new ImportRunner(rows, files, failing, transaction, clock, event -> { }, false)) {
            unlucky.run(waiting);
        }

        assertThat(job(waiting).status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aBatchOfMonstrousRecordsEndsEarlier() {
        String heavy = "x".repeat(1_900);
        UUID waiting = received(file(IntStream.range(0, 60).mapToObj(n -> {
            MarcBytes record = record("" + n, "Titre " + n);
            IntStream.range(0, 48).forEach(subject -> record.data("650", " 4", "a" + subject + heavy));
            return record;
        }).toArray()));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        ImportBatch watched = mock(ImportBatch.class);
        List<Integer> sizes = new ArrayList<>();
        when(watched.take(any(), any())).thenAnswer(call -> sizes.add(call.<List<ReadRecord>>getArgument(1).size()));

        try (ImportRunner running = new ImportRunner(rows, files, watched, transaction, clock, event -> { }, false)) {
            running.run(waiting);
        }

        assertThat(sizes).containsExactly(22, 22, 16);
    }

    @Test
    void aRunningImportThatNobodyWorksOnIsTakenUp() {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();

        try (ImportRunner later = new ImportRunner(rows, files, batch, transaction, clock, event -> { }, true)) {
            later.takeUpForgotten();
            await().until(() -> job(waiting).status() == Status.DONE);
        }
    }

    @Test
    void aKilledImportGoesOnWhereItsLastBatchWasKept() throws IOException {
        UUID waiting = received(file(IntStream.range(0, 450).mapToObj(n ->
                record("r" + n, "Titre " + n, copy("b" + n, "R", "CEN"))).toArray()));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(waiting);
        batch.take(waiting, records.subList(0, 200));
        transaction.executeWithoutResult(tx -> {
            batch.take(waiting, records.subList(200, 400));
            tx.setRollbackOnly();
        });
        assertThat(job(waiting).read()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from app.title", Integer.class)).isEqualTo(200);

        runner.resume();
        runner.run(waiting);

        assertThat(job(waiting).status()).isEqualTo(Status.DONE);
        assertThat(job(waiting).counts()).isEqualTo(new Counts(450, 0, 0, 0, 450, 0, 0, 0, 0));
        assertThat(files.has(waiting)).isFalse();
    }

    @Test
    void aBatchIsNeverTakenTwice() throws IOException {
        UUID waiting = received(file(record("1", "Nana"), record("2", "Germinal")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(waiting);

        assertThat(batch.take(waiting, records)).isTrue();
        assertThat(batch.take(waiting, records)).isFalse();
        assertThat(job(waiting).counts().created()).isEqualTo(2);
    }

    @Test
    void anImportWhoseFileIsGoneStopsAndCanBeGivenUp() {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        files.delete(waiting);
        runner.run(waiting);

        assertThat(job(waiting).status()).isEqualTo(Status.STOPPED);
        assertThat(imports(manager, () -> imports.takeUpAgain(waiting)).refusal()).isEqualTo(ImportRefused.FILE_GONE);
        imports(manager, () -> imports.giveUp(waiting)).value();
        assertThat(job(waiting).status()).isEqualTo(Status.GIVEN_UP);
    }

    @Test
    void aRunningImportThatIsGivenUpTakesNoFurtherBatchAndKeepsWhatItBrought() throws IOException {
        UUID running = received(file(IntStream.range(0, 250).mapToObj(n -> record("" + n, "Titre " + n)).toArray()));
        imports(manager, () -> imports.start(running, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(running);
        batch.take(running, records.subList(0, 200));

        imports(manager, () -> imports.giveUp(running)).value();

        assertThat(batch.take(running, records.subList(200, 250))).isFalse();
        assertThat(job(running).status()).isEqualTo(Status.GIVEN_UP);
        assertThat(job(running).counts().created()).isEqualTo(200);
        assertThat(files.has(running)).isFalse();
        assertThat(jdbc.queryForObject("select count(*) from app.import_seen", Integer.class)).isZero();
    }

    @Test
    void aFileThatAKillLeftBehindIsDeletedAtTheNextStartAndOneThatWaitsIsKept() throws IOException {
        UUID leftBehind = UUID.randomUUID();
        files.keep(leftBehind, -1, new ByteArrayInputStream(new byte[] {1}));
        UUID waiting = received(file(record("1", "Nana")));

        runner.resume();

        assertThat(files.has(leftBehind)).isFalse();
        assertThat(files.has(waiting)).isTrue();
    }

    private List<ReadRecord> read(UUID id) throws IOException {
        List<ReadRecord> records = new ArrayList<>();
        InputStream file = files.open(id);
        try (MarcFileReader reader = MarcFileReader.open(file, MarcFormat.MARC21_UTF8, CopyMappingProfile.EVERGREEN_949,
                RecordPosition.START)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }
}

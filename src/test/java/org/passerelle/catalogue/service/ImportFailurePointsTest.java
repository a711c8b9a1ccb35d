package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.MarcBytes.marc21;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever an import fails, it goes on from where it stands: no record is lost, none comes twice, the report is right. */
@PasserelleTest
class ImportFailurePointsTest {

    /** Two batches; one record is refused, and one copy. */
    private static final int RECORDS = ImportRunner.BATCH + 20;
    private static final Counts REPORT = new Counts(RECORDS - 1, 0, 0, 1, RECORDS - 2, 0, 1, 0, 0);
    private static final int FOR_GOOD = Integer.MAX_VALUE;

    @Autowired
    CatalogueImports imports;
    @Autowired
    ImportRunner runner;
    @Autowired
    ImportFiles files;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;

    private final CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Mme Diallo", Role.MANAGER, Set.of(), null);
    private final byte[] file = file(IntStream.rangeClosed(1, RECORDS).mapToObj(n ->
            marc21(n == 7 ? "r6" : "r" + n, "Titre " + n).data("949", "  ", "i" + (n == 9 ? "b8" : "b" + n))).toArray());
    private UUID id;

    @BeforeEach
    void started() {
        UUID branch = catalogue.branch("CEN");
        id = signedIn.runAs(manager, () -> imports.start(received(), MarcFormat.MARC21_UTF8,
                new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of(), branch)).value());
    }

    @Test
    void withoutAnyFailure() {
        runner.run(id);
        itIsWhole();
    }

    /** @param failures in a row: once, again when the batch is tried record by record, or until the database is back */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, FOR_GOOD})
    void beforeOrAfterAnyRowOrCommit(int failures) {
        int point = 1;
        while (FailurePoints.strikesWrites(point, failures, () -> runner.run(id))) {
            whatThereIsIsWhatTheReportSays();
            goOn();
            itIsWhole();
            FreshState.begin(context);
            started();
            point++;
        }
        assertThat(point).isGreaterThan(12);
        itIsWhole();
    }

    private void goOn() {
        if (job().status() == Status.STOPPED) {
            signedIn.runAs(manager, () -> imports.takeUpAgain(id)).value();
        }
        // A start, or the next minute, does the same with one that nobody could even stop.
        runner.run(id);
    }

    private void whatThereIsIsWhatTheReportSays() {
        assertThat(count("title")).isEqualTo(job().counts().created());
        assertThat(count("copy")).isEqualTo(count("copy_place")).isEqualTo(job().counts().copiesCreated());
        assertThat(count("import_refusal")).isEqualTo(job().counts().refused() + job().counts().copiesRefused());
    }

    private void itIsWhole() {
        assertThat(job().status()).isEqualTo(Status.DONE);
        assertThat(job().counts()).isEqualTo(REPORT);
        assertThat(signedIn.runAs(manager, () -> imports.refusals(id, null, 100)))
                .extracting(refusal -> refusal.position().number(), ImportRefusal::reason)
                .containsExactly(tuple(7L, "IDENTIFIER_REPEATED"), tuple(9L, "BARCODE_OF_ANOTHER_TITLE"));
        whatThereIsIsWhatTheReportSays();
        assertThat(files.has(id)).isFalse();
    }

    private ImportJob job() {
        return signedIn.runAs(manager, () -> imports.job(id)).orElseThrow();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from app." + table).query(Integer.class).single();
    }

    private UUID received() {
        try {
            return imports.receive("catalogue.mrc", new ByteArrayInputStream(file)).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

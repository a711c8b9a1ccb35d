package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever an import fails, it goes on from where it stands: no record lost, none twice, and a report that is right. */
@PasserelleTest
class ImportFailurePointsTest {

    /** Two batches; one record is refused, and one copy. */
    private static final int RECORDS = ImportRunner.BATCH + 20;
    private static final Counts REPORT = new Counts(RECORDS - 1, 0, 0, 1, RECORDS - 1, 0, 1, 0, 0);
    private static final int FOR_GOOD = Integer.MAX_VALUE;

    @Autowired
    ImportRunner runner;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;

    private final CurrentUser manager = Imports.manager("Mme Diallo");
    private final byte[] file = MarcBytes.file(IntStream.rangeClosed(1, RECORDS).mapToObj(n -> n == 9
            ? Imports.record("r9", "Titre 9", Imports.copy("b9", "R", "CEN"), Imports.copy("b8", "R", "CEN"))
            : Imports.record(n == 7 ? "r6" : "r" + n, "Titre " + n, Imports.copy("b" + n, "R", "CEN"))).toArray());
    private Imports imports;
    private UUID id;

    @BeforeEach
    void started() {
        imports = new Imports(context);
        id = imports.started(manager, file, catalogue.branch("CEN"));
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
        if (imports.job(id).status() == Status.STOPPED) {
            imports.as(manager, () -> imports.desk.takeUpAgain(id)).value();
        }
        // A start, or the next minute, does the same with one that nobody could even stop.
        runner.run(id);
    }

    private void whatThereIsIsWhatTheReportSays() {
        Counts said = imports.job(id).counts();
        assertThat(count("title")).isEqualTo(said.created());
        assertThat(count("copy")).isEqualTo(count("copy_place")).isEqualTo(said.copiesCreated());
        assertThat(count("import_refusal")).isEqualTo(said.refused() + said.copiesRefused());
    }

    private void itIsWhole() {
        assertThat(imports.job(id).status()).isEqualTo(Status.DONE);
        assertThat(imports.job(id).counts()).isEqualTo(REPORT);
        assertThat(imports.refusals(id))
                .extracting(refusal -> refusal.position().number(), ImportRefusal::reason)
                .containsExactly(tuple(7L, "IDENTIFIER_REPEATED"), tuple(9L, "BARCODE_OF_ANOTHER_TITLE"));
        whatThereIsIsWhatTheReportSays();
        assertThat(imports.hasFile(id)).isFalse();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from app." + table).query(Integer.class).single();
    }
}

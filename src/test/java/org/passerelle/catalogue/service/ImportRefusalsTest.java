package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;

/** What is refused of a file is told, and loses no good record. */
class ImportRefusalsTest extends ImportTests {

    @Test
    void whatIsRefusedIsToldWithReasonAndPositionAndLosesNoGoodRecord() {
        byte[] germinal = record("1", "Germinal", copy("30001", "R ZOL", "CEN")).bytes();
        byte[] file = file(germinal, "rubbish between two records",
                MarcBytes.marc21("", "Sans identifiant"),
                record("3", "Cyrano", copy("30001", "T ROS", "CEN"), copy("", "T ROS", "CEN"), copy("30003", "T", "CEN")),
                record("1", "Germinal, encore"),
                record("5", "Nana", copy("30005", "R ZOL", "CEN")),
                "00150nam a2200");

        ImportJob done = imported(file);

        assertThat(done.counts()).isEqualTo(new Counts(3, 0, 0, 4, 3, 0, 2, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, refusal -> refusal.position().number(),
                        ImportRefusal::identifier, ImportRefusal::barcode, ImportRefusal::detail)
                .containsExactly(
                        tuple("NOT_A_RECORD", 2L, null, null, null),
                        tuple("NO_IDENTIFIER", 3L, null, null, null),
                        tuple("NO_BARCODE", 4L, "3", null, "T ROS"),
                        tuple("BARCODE_OF_ANOTHER_TITLE", 4L, "3", "30001", "Germinal"),
                        tuple("IDENTIFIER_REPEATED", 5L, "1", null, null),
                        tuple("TRUNCATED", 7L, null, null, null));
        assertThat(refusals(done.id()).getFirst().position().offset()).isEqualTo(germinal.length);
        assertThat(imports(manager, () -> imports.reasons(done.id()))).containsEntry("NO_BARCODE", 1).hasSize(6);
    }

    @Test
    void aBarcodeThatOneCopyHasInAnotherCaseIsRefusedAndTold() {
        imported(file(record("1", "Germinal", copy("H3-DUP", "R ZOL", "CEN"))));

        ImportJob done = imported(file(record("1", "Germinal", copy("H3-DUP", "R ZOL", "CEN")),
                record("2", "Nana", copy("h3-dup", "R ZOL", "CEN"), copy("K1", "R ZOL", "CEN"), copy("k1", "R ZOL", "CEN")),
                record("3", "Cyrano", copy("k1", "T ROS", "CEN"))));

        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier, ImportRefusal::barcode,
                        ImportRefusal::detail)
                .containsExactlyInAnyOrder(
                        tuple("BARCODE_IN_OTHER_CASE", "2", "h3-dup", "H3-DUP"),
                        tuple("BARCODE_REPEATED", "2", "k1", "R ZOL"),
                        tuple("BARCODE_IN_OTHER_CASE", "3", "k1", "K1"));
        assertThat(jdbc.queryForList("select barcode from app.copy order by barcode collate \"C\"", String.class))
                .containsExactly("H3-DUP", "K1");
    }

    @Test
    void aFileThatIsNoMarcIsToldSo() {
        UUID waiting = received("just a letter".getBytes());
        ImportJob done = run(waiting, MarcFormat.MARC21_UTF8, mapping(centre));

        assertThat(done.counts().refused()).isEqualTo(1);
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason).containsExactly("NOT_MARC");
    }

    @Test
    void aRecordThatTheDatabaseWouldNotTakeIsRefusedAlone() {
        jdbc.execute("alter table app.title add constraint planted check (title <> 'Poison')");
        try {
            ImportJob done = imported(file(record("1", "Nana"), record("2", "Poison"), record("3", "Germinal")));

            assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 0, 0, 0));
            assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier)
                    .containsExactly(tuple("NOT_STORED", "2"));
        } finally {
            jdbc.execute("alter table app.title drop constraint planted");
        }
    }

    @Test
    void hostileTextStaysText() {
        imported(file(record("1", "@SUM(1) <img src=x onerror=alert(1)>"),
                record("'; drop table app.title; --", "Robert")));

        assertThat(search.search("onerror", SearchFilters.NONE, 0, 5).titles().getFirst().title().title())
                .isEqualTo("@SUM(1) <img src=x onerror=alert(1)>");
        assertThat(search.search("robert", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }
}

package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.MarcCases;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;

/** Whether a record is of a title that is in the catalogue already, or of another. */
class SameRecordTest extends ImportTests {

    @Test
    void theSameIdentifierFromAnotherSenderOverwritesNothing() {
        imported(file(isbn(record("1", "Germinal"), "9782070360239"), record("2", "Nana"), record("3", "Au bonheur")));

        ImportJob done = imported(file(isbn(record("1", "Cyrano de Bergerac", copy("30001", "T", "CEN")), "9782253005674"),
                record("2", "Vingt mille lieues sous les mers"),
                isbn(record("3", "Au Bonheur des dames"), "9782070409303")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 2, 0, 0, 0, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier, ImportRefusal::detail)
                .containsExactly(tuple("IDENTIFIER_OF_ANOTHER_TITLE", "1", "Germinal"),
                        tuple("IDENTIFIER_OF_ANOTHER_TITLE", "2", "Nana"));
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void aCorrectedTitleWithTheSameIsbnIsTheSameWork() {
        imported(file(isbn(record("1", "L’assomoir"), "9782070360239")));

        assertThat(imported(file(isbn(record("1", "Zola : roman"), "2-07-036023-7"))).counts())
                .isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    private static MarcBytes isbn(MarcBytes record, String isbn) {
        return record.data("020", "  ", "a" + isbn);
    }

    @Test
    void theSameRecordWithAnotherIsbnAndATitleThatIsAlikeIsAnUpdate() {
        imported(file(isbn(record("1", "Germinal : roman", copy("30001", "R", "CEN")), "9782070360239")));

        ImportJob done = imported(file(isbn(record("1", "Germinal", copy("30001", "R", "CEN")), "9782253004226")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(search.search("9782253004226", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void anAgencyThatIsSaidLaterMakesNoTwinAndIsKeptWhenItIsLeftOutAgain() {
        byte[] without = MarcCases.bytes("agency-1-without-003.mrc");
        byte[] with = MarcCases.bytes("agency-2-with-003.mrc");
        imported(without);

        assertThat(imported(with).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(imported(with).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(imported(without).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(identifiers()).containsExactly("(FR-000000)C-AGY-1");
        assertThat(search.search("le registre et la carte", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void anAgencyThatIsSaidLaterMakesNoTwinOfATitleWithoutCopies() {
        imported(file(record("1", "Germinal"), record("2", "Nana")));

        assertThat(imported(file(record("1", "Germinal").control("003", "FR"), record("2", "Nana").control("003", "FR")))
                .counts()).isEqualTo(new Counts(0, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(identifiers()).containsExactly("(FR)1", "(FR)2");
    }

    @Test
    void theSameNumberWithAnAgencyIsAnotherTitleWhereTheWorkIsAnother() {
        imported(file(record("1", "Germinal"), record("2", "Nana").control("003", "FR-ONE")));

        assertThat(imported(file(record("1", "Vingt mille lieues sous les mers").control("003", "FR-TWO"),
                record("2", "Cyrano de Bergerac"))).counts().created()).isEqualTo(2);
        assertThat(identifiers()).containsExactly("(FR-ONE)2", "(FR-TWO)1", "1", "2");
    }

    @Test
    void recordsThatAreNumberedAnewAreKnownByTheirCopies() {
        imported(file(record("old-1", "Germinal", copy("30001", "R", "CEN"), copy("30002", "R", "CEN")),
                record("old-2", "Nana", copy("30003", "R", "CEN"))));

        ImportJob done = imported(file(record("new-1", "Germinal", copy("30001", "R", "CEN"), copy("30002", "R", "CEN"),
                copy("30004", "R", "CEN")), record("new-2", "Nana", copy("30003", "R", "CEN"))));

        assertThat(done.counts()).isEqualTo(new Counts(0, 2, 0, 0, 1, 0, 0, 0, 0));
        assertThat(identifiers()).containsExactly("new-1", "new-2");
    }

    @Test
    void aCopyOfSeveralMakesNoTitleAnother() {
        imported(file(record("1", "Germinal", copy("30001", "R", "CEN"), copy("30002", "R", "CEN"))));

        ImportJob done = imported(file(record("2", "Germinal", copy("30002", "R", "CEN"), copy("30003", "R", "CEN"))));

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 1, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::barcode)
                .containsExactly(tuple("BARCODE_OF_ANOTHER_TITLE", "30002"));
    }

    @Test
    void aNewTitleThatHasOnlyCopiesOfAnotherIsRefusedWhole() {
        imported(file(record("1", "Germinal", copy("30001", "R", "CEN"))));

        ImportJob done = imported(file(record("1", "Germinal", copy("30001", "R", "CEN")),
                record("2", "Germinal", copy("30001", "R", "CEN")),
                record("3", "Cyrano de Bergerac", copy("30001", "R", "CEN"))));

        assertThat(done.counts()).isEqualTo(new Counts(0, 0, 1, 2, 0, 0, 0, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier, ImportRefusal::detail)
                .containsExactly(tuple("COPIES_OF_ANOTHER_TITLE", "2", "Germinal"),
                        tuple("COPIES_OF_ANOTHER_TITLE", "3", "Germinal"));
        assertThat(identifiers()).containsExactly("1");
    }

    private List<String> identifiers() {
        return jdbc.queryForList("select identifier from app.title order by identifier collate \"C\"", String.class);
    }

    @Test
    void theSameNumberOfAnotherAgencyIsAnotherTitle() {
        imported(file(record("1", "Germinal").control("003", "FR-ONE")));

        assertThat(imported(file(record("1", "Germinal").control("003", "FR-TWO"))).counts().created()).isEqualTo(1);
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(2);
    }
}

package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcCases;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.springframework.beans.factory.annotation.Autowired;

/** What a file brings to the catalogue, and what a newer one changes in it. */
class CatalogueImportsTest extends ImportTests {

    @Autowired
    CopyPlaces places;

    @Test
    void aFileBringsTitlesAndCopiesToTheBranchesThatItsCodesMean() {
        ImportJob done = imported(file(
                record("1", "Germinal", copy("30001", "R ZOL", "CEN"), copy("30002", "R ZOL", "PORT")),
                record("2", "Cyrano", copy("30003", "T ROS", "ELSEWHERE"))));

        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0, 3, 0, 0, 0, 0));
        assertThat(places.byBarcode("30002").orElseThrow()).satisfies(copy -> {
            assertThat(copy.branch()).isEqualTo(port);
            assertThat(copy.shelfMark()).isEqualTo("R ZOL");
            assertThat(copy.place()).isEqualTo(PlaceKind.SHELF);
            assertThat(copy.material()).isEqualTo(MaterialType.BOOK);
        });
        assertThat(places.byBarcode("30003").orElseThrow().branch()).isEqualTo(centre);
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
        assertThat(files.has(done.id())).isFalse();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] same = file(record("1", "Germinal", copy("30001", "R ZOL", "CEN")), record("2", "Cyrano"));
        imported(same);
        List<Map<String, Object>> before = everything();

        assertThat(imported(same).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0, 0, 0, 0, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatChangedIsUpdatedAndACopyStaysWhereItIs() {
        imported(file(record("1", "Germnal", copy("30001", "R ZOL", "CEN")), record("2", "Cyrano")));
        UUID copy = places.byBarcode("30001").orElseThrow().id();
        transaction.execute(tx -> places.move(copy, null, Set.of(PlaceKind.SHELF), PlaceKind.ON_LOAN, null, null, null));

        ImportJob done = imported(file(record("1", "Germinal", copy("30001", "R ZOL 2", "CEN")), record("2", "Cyrano")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 1, 0, 0, 1, 0, 0, 0));
        assertThat(places.copies(List.of(copy)).getFirst()).satisfies(now -> {
            assertThat(now.titleText()).isEqualTo("Germinal");
            assertThat(now.shelfMark()).isEqualTo("R ZOL 2");
            assertThat(now.place()).isEqualTo(PlaceKind.ON_LOAN);
        });
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).approximate()).isFalse();
    }

    @Test
    void aCopyThatSaysWhatItIsNeedNotBeWhatItsRecordIs() {
        MarcBytes book = marc21("1", "Méthode de guitare")
                .data("949", "  ", "aM GUI", "i30001", "mCEN").data("949", "  ", "aM GUI", "i30002", "mCEN", "tCD");

        imported(file(book));

        assertThat(places.byBarcode("30001").orElseThrow().material()).isEqualTo(MaterialType.BOOK);
        assertThat(places.byBarcode("30002").orElseThrow().material()).isEqualTo(MaterialType.CD);
        assertThat(imported(file(book)).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void copiesThatANewerFileDoesNotNameAreKeptAndCounted() {
        imported(file(record("1", "Germinal", copy("30001", "R ZOL", "CEN"), copy("30002", "R ZOL", "CEN")),
                record("2", "Cyrano", copy("30003", "T", "CEN"))));

        ImportJob done = imported(file(record("1", "Germinal", copy("30002", "R ZOL", "CEN"), copy("30004", "R", "CEN"))));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 0, 1, 0, 0, 0, 1));
        assertThat(places.byBarcode("30001").orElseThrow().place()).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void aCopyOnItsShelfChangesBranchAndOneThatIsPromisedDoesNotAndIsTold() {
        imported(file(record("1", "Germinal", copy("30001", "R", "CEN"), copy("30002", "R", "CEN"))));
        UUID title = places.byBarcode("30001").orElseThrow().title();
        UUID held = transaction.execute(tx -> places.hold(title, centre, UUID.randomUUID())).orElseThrow().id();

        ImportJob done = imported(file(record("1", "Germinal", copy("30001", "R 2", "PORT"), copy("30002", "R 2", "PORT"))));

        String promised = places.copies(List.of(held)).getFirst().barcode();
        String free = promised.equals("30001") ? "30002" : "30001";
        assertThat(places.byBarcode(free).orElseThrow().branch()).isEqualTo(port);
        assertThat(places.byBarcode(promised).orElseThrow()).satisfies(copy -> {
            assertThat(copy.branch()).isEqualTo(centre);
            assertThat(copy.place()).isEqualTo(PlaceKind.HELD);
            assertThat(copy.shelfMark()).isEqualTo("R 2");
        });
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::barcode, ImportRefusal::detail)
                .containsExactly(tuple("NOT_MOVED_WHILE_AWAY", promised, "PORT"));
    }

    @Test
    void copiesWithoutACodeGoToTheBranchChosenForThemAndUnknownCodesDoNot() {
        MarcBytes nana = marc21("1", "Nana").data("949", "  ", "aR", "i30001").data("949", "  ", "aR", "i30002", "mXX");

        ImportJob done = run(received(file(nana)), MarcFormat.MARC21_UTF8,
                new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of(ImportMapping.NO_CODE, port), null));

        assertThat(places.byBarcode("30001").orElseThrow().branch()).isEqualTo(port);
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::barcode)
                .containsExactly(tuple("UNKNOWN_BRANCH", "30002"));
    }

    @Test
    void withoutABranchForThemUnknownCodesRefuseTheirCopiesOnly() {
        ImportJob done = run(received(file(record("1", "Nana", copy("30001", "R", "XX"), copy("30002", "R", "CEN")))),
                MarcFormat.MARC21_UTF8, mapping(null));

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 1, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::detail)
                .containsExactly(tuple("UNKNOWN_BRANCH", "XX"));
    }

    @Test
    void unknownMaterialIsOtherCountedAndListed() {
        byte[] kit = MarcBytes.record("nrm a", StandardCharsets.UTF_8).control("001", "1")
                .data("245", "00", "aUne chose").data("949", "  ", "i30001").bytes();

        ImportJob done = imported(file(record("2", "Nana"), kit));

        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0, 1, 0, 0, 1, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier, ImportRefusal::detail)
                .containsExactly(tuple("MATERIAL_UNKNOWN", "1", "Une chose"));
        assertThat(search.search("chose", new SearchFilters(MaterialType.OTHER, null, false), 0, 5).total()).isEqualTo(1);
    }

    @Test
    void aTitleIsFoundInItsOwnScriptToo() {
        assertThat(imported(MarcCases.bytes("f880-original-script.mrc")).counts().created()).isEqualTo(2);

        assertThat(search.search("戦争と平和", SearchFilters.NONE, 0, 5).titles()).extracting(found -> found.title().title())
                .containsExactly("Sensō to heiwa = 戦争と平和");
        assertThat(search.search("senso to heiwa", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
        assertThat(search.search("Война и мир", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void aTitleIsFoundByItsIsbnHoweverItIsTyped() {
        imported(MarcCases.bytes("isbn-as-people-type-them.mrc"));

        for (String typed : List.of("9782070360024", "ISBN 2-07-036002-4", "978\u20112\u201107\u2011036002\u20114",
                "\u200E2070360024", "isbn 978 2 07 036002 4")) {
            assertThat(search.search(typed, SearchFilters.NONE, 0, 10).total()).as(typed).isEqualTo(5);
        }
    }

    @Test
    void fiveHundredRealRecordsAreImported() throws IOException {
        Path real = Path.of("../shared/data/french-500.marc8.mrc");
        assumeTrue(Files.isReadable(real), "the 500 French records are not beside the project");
        byte[] bytes = Files.readAllBytes(real);

        Counts first = run(received(bytes), MarcFormat.MARC21_MARC8, mapping(centre)).counts();
        Counts second = run(received(bytes), MarcFormat.MARC21_MARC8, mapping(centre)).counts();

        assertThat(first.created() + first.refused()).isEqualTo(500);
        assertThat(first.copiesCreated() + first.copiesRefused()).isEqualTo(756);
        assertThat(second.unchanged()).isEqualTo(first.created());
        assertThat(second.copiesCreated() + second.copiesUpdated() + second.created() + second.updated()).isZero();
        assertThat(search.search("antoine lavallette martinique", SearchFilters.NONE, 0, 5).titles()).isNotEmpty();
    }

    private List<Map<String, Object>> everything() {
        return jdbc.queryForList("""
                select t.*::text as title, c.*::text as copy, p.*::text as place from app.title t
                left join app.copy c on c.title = t.id left join app.copy_place p on p.copy = c.id
                order by t.id, c.id""");
    }
}

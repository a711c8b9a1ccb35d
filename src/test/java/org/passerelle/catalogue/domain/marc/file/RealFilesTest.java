package org.passerelle.catalogue.domain.marc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.CopyData;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.RefusedCopy;



/** Files as libraries and national agencies really send them; they lie beside the project, not in it. */
class RealFilesTest {

    private static Path file(String name) {
        Path path = Path.of("..", "shared", "data", name);
        assumeTrue(Files.isReadable(path), () -> "Skipped: the trial file " + path + " is not there");
        return path;
    }

    private static List<ReadRecord> read(Path path, CopyMappingProfile profile) throws IOException {
        MarcFormat format;
        try (InputStream beginning = Files.newInputStream(path)) {
            format = MarcFormatGuess.of(beginning).orElseThrow();
        }
        List<ReadRecord> outcomes = new ArrayList<>();
        try (MarcFileReader reader = MarcFileReader.open(Files.newInputStream(path), format, profile,
                RecordPosition.START)) {
            reader.forEachRemaining(outcomes::add);
        }
        return outcomes;
    }

    private static List<BibliographicRecord> good(List<ReadRecord> outcomes) {
        return outcomes.stream().filter(GoodRecord.class::isInstance).map(o -> ((GoodRecord) o).record()).toList();
    }

    @Test
    void five_hundred_french_records_are_all_read_with_their_756_copies() throws IOException {
        Path path = file("french-500.marc8.mrc");
        List<ReadRecord> outcomes = read(path, CopyMappingProfile.EVERGREEN_949);
        List<BibliographicRecord> records = good(outcomes);

        assertThat(outcomes).hasSize(500);
        assertThat(records).hasSize(500);
        assertThat(records.stream().mapToInt(r -> r.copies().size()).sum()).isEqualTo(756);
        assertThat(records).allSatisfy(r -> assertThat(r.refusedCopies()).isEmpty());
        assertThat(records.stream().flatMap(r -> r.copies().stream()).map(CopyData::barcode))
                .allMatch(barcode -> barcode.matches("\\d{14}"));
        assertThat(records.stream().map(BibliographicRecord::identifier).distinct()).hasSize(500);
        assertThat(outcomes.getLast().next()).isEqualTo(new RecordPosition(501, Files.size(path)));
    }

    @Test
    void french_accents_of_marc_8_come_out_composed() throws IOException {
        List<BibliographicRecord> records = good(read(file("french-500.marc8.mrc"), CopyMappingProfile.EVERGREEN_949));

        assertThat(records.get(0).title())
                .isEqualTo("L'autre monde, mythes et légendes : le purgatoire de Saint Patrice");
        assertThat(records.get(0).authors()).containsExactly("Félice, Philippe de");
        assertThat(records.get(1).title()).isEqualTo("Le divin : expériences et hypothèses : études psychologiques");
        assertThat(records.get(2).title()).isEqualTo(
                "Le Père Antoine Lavalette à la Martinique, d'après beaucoup de documents inédits");
        assertThat(records.get(2).responsibility()).isEqualTo("par Camille de Rochemonteix");
        assertThat(records.get(18).title()).isEqualTo("Le Théâtre français sous Louis XIV");
        assertThat(records).allSatisfy(r -> {
            assertThat(Normalizer.isNormalized(r.title(), Normalizer.Form.NFC)).isTrue();
            assertThat(r.title()).doesNotContain("<U+", "\uFFFD");
        });
    }

    @Test
    void a_french_record_gives_all_that_the_catalogue_keeps() throws IOException {
        BibliographicRecord first = good(read(file("french-500.marc8.mrc"), CopyMappingProfile.EVERGREEN_949)).get(0);

        assertThat(first.identifier()).isEqualTo("01-0211801");
        assertThat(first.publisher()).isEqualTo("Champion");
        assertThat(first.year()).isEqualTo(1906);
        assertThat(first.languages()).containsExactly("fre");
        assertThat(first.subjects()).containsExactly("Purgatoire", "Patrice, Saint, 373?-463?");
        assertThat(first.materialType()).isEqualTo(MaterialType.BOOK);
        assertThat(first.copies())
                .containsExactly(new CopyData("30007006033608", "BL 545 F4", "DESMARAIS", "BOOKS"));
    }

    @Test
    void the_one_record_without_001_is_known_by_its_035() throws IOException {
        BibliographicRecord record = good(
                read(file("french-500.marc8.mrc"), CopyMappingProfile.EVERGREEN_949)).get(356);

        assertThat(record.identifier()).startsWith("(Sirsi)");
    }

    @Test
    void philosophy_shelved_under_BD_stays_a_book() throws IOException {
        List<BibliographicRecord> records = good(read(file("french-500.marc8.mrc"), CopyMappingProfile.EVERGREEN_949));

        assertThat(records).extracting(BibliographicRecord::materialType).containsOnly(MaterialType.BOOK);
    }

    @Test
    void reading_twice_gives_the_same() throws IOException {
        Path path = file("french-500.marc8.mrc");

        assertThat(read(path, CopyMappingProfile.EVERGREEN_949))
                .isEqualTo(read(path, CopyMappingProfile.EVERGREEN_949));
    }

    @Test
    void reading_resumes_after_any_record() throws IOException {
        Path path = file("french-500.marc8.mrc");
        List<ReadRecord> whole = read(path, CopyMappingProfile.EVERGREEN_949);
        RecordPosition stopped = whole.get(250).next();
        try (MarcFileReader reader = MarcFileReader.open(Files.newInputStream(path), MarcFormat.MARC21_MARC8,
                CopyMappingProfile.EVERGREEN_949, stopped)) {
            List<ReadRecord> rest = new ArrayList<>();
            reader.forEachRemaining(rest::add);
            assertThat(rest).isEqualTo(whole.subList(251, 500));
        }
    }

    @Test
    void a_file_cut_anywhere_loses_only_the_record_it_is_cut_in() throws IOException {
        byte[] whole = Files.readAllBytes(file("french-500.marc8.mrc"));
        Set<String> wrong = new HashSet<>();
        for (int length = 20_000; length < 22_000; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            int complete = 0;
            for (byte b : cut) {
                complete += b == Iso2709.RECORD_END ? 1 : 0;
            }
            List<ReadRecord> outcomes = MarcBytes.read(cut, MarcFormat.MARC21_MARC8);
            if (good(outcomes).size() < complete || good(outcomes).size() > complete + 1
                    || good(outcomes).size() == outcomes.size() && cut[length - 1] != Iso2709.RECORD_END
                            && whole[length] != Iso2709.RECORD_END) {
                wrong.add(length + ": " + MarcBytes.told(outcomes));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void unimarc_is_read_as_utf_8_though_its_leader_does_not_say_so() throws IOException {
        List<BibliographicRecord> records = good(read(file("unimarc-sample.mrc"), CopyMappingProfile.UNIMARC_995));

        assertThat(records).hasSize(6);
        assertThat(records.get(1).title()).startsWith("John Fell, the University press and the ¸Fell¸ types");
        assertThat(records.get(2).authors()).contains("Claudin, Anatole", "Clément-Janin, Michel-Hilaire");
        assertThat(records.get(5).title()).startsWith("La gravure en France au XVIe siècle");
        assertThat(records.get(5).subjects()).contains("Gravure -- France -- 16e siècle");
        assertThat(records.get(4).refusedCopies()).extracting(RefusedCopy::shelfMark)
                .containsExactly("0 A 10 (1)", "0 A 10 (2)");
        assertThat(records).allSatisfy(r -> assertThat(r.refusedCopies()).extracting(RefusedCopy::reason)
                .allMatch(RefusedCopy.Reason.NO_BARCODE::equals));
    }

    @Test
    void a_unimarc_record_with_its_copy_gives_all_that_the_catalogue_keeps() throws IOException {
        List<BibliographicRecord> records = good(
                read(file("unimarc-one-with-items.mrc"), CopyMappingProfile.UNIMARC_995));

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.identifier()).isEqualTo("123456789");
            assertThat(record.title()).isEqualTo("Ici");
            assertThat(record.responsibility()).isEqualTo("Nathalie Sarraute");
            assertThat(record.authors()).containsExactly("Sarraute, Nathalie");
            assertThat(record.publisher()).isEqualTo("Gallimard");
            assertThat(record.year()).isEqualTo(1995);
            assertThat(record.isbns()).containsExactly("9782070742448");
            assertThat(record.materialType()).isEqualTo(MaterialType.BOOK);
            assertThat(record.copies()).containsExactly(new CopyData("2000100014080", "R SAR", "BEAU", "LIVR"));
        });
    }
}

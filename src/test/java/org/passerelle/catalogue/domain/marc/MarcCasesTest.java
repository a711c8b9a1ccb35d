package org.passerelle.catalogue.domain.marc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.read;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.told;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.unimarc;
import static org.passerelle.catalogue.domain.marc.MarcCases.bytes;
import static org.passerelle.catalogue.domain.marc.MarcCases.guessed;
import static org.passerelle.catalogue.domain.marc.MarcCases.titles;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;



/** What the small files must give, and others of their kinds. */
class MarcCasesTest {

    private static BibliographicRecord only(List<ReadRecord> outcomes) {
        assertThat(outcomes).hasSize(1).allMatch(GoodRecord.class::isInstance);
        return ((GoodRecord) outcomes.getFirst()).record();
    }

    @Test
    void signs_of_iso_5426_are_those_of_the_standard() {
        assertThat(titles(read(bytes("iso5426-signs-a7-af.mrc"), MarcFormat.UNIMARC_ISO5426))).containsExactly(
                "Le procés « Exemple » : “ l'essai ”", "Article § 12", "Sonate en si ♭");
    }

    @Test
    void a_bad_byte_in_a_utf_8_record_never_makes_it_marc_8() {
        byte[] file = bytes("marc21-utf8-claims-marc8-one-bad-byte.mrc");

        assertThat(guessed(file)).isEqualTo(MarcFormat.MARC21_UTF8);
        for (MarcFormat format : List.of(MarcFormat.MARC21_UTF8, MarcFormat.MARC21_MARC8, MarcFormat.UNIMARC_ISO5426,
                MarcFormat.UNIMARC_LATIN1, MarcFormat.UNIMARC_UTF8)) {
            assertThat(titles(read(file, format))).as(format.name())
                    .containsExactly("UNREADABLE_CHARACTERS", "Œuvres complètes");
        }
    }

    @Test
    void a_title_in_its_own_script_stands_beside_or_instead_of_the_transliterated_one() {
        List<ReadRecord> outcomes = MarcCases.read(bytes("f880-original-script.mrc"));

        assertThat(titles(outcomes)).containsExactly("Sensō to heiwa = 戦争と平和", "Война и мир");
        assertThat(((GoodRecord) outcomes.getFirst()).record().responsibility()).isEqualTo("Essai = 試験");
    }

    @Test
    void whatever_is_linked_to_a_field_in_another_script_stands_with_it_and_makes_no_copy() {
        MarcBytes record = record("nam a", UTF_8).control("001", "1").data("100", "1 ", "6880-01", "aTolstoj, Lev")
                .data("245", "10", "6880-02", "aVojna i mir").data("949", "  ", "i30001", "6880-04")
                .data("880", "1 ", "6100-01/(N", "aТолстой, Лев").data("880", "10", "6245-02/(N", "aВойна и мир")
                .data("880", "  ", "6949-04/(N", "aР ТОЛ").data("880", "  ", "6rubbish", "aX").data("880", "  ", "aX");

        BibliographicRecord read = readOne(record.bytes(), MarcFormat.MARC21_UTF8, CopyMappingProfile.EVERGREEN_949);

        assertThat(read.authors()).containsExactly("Tolstoj, Lev", "Толстой, Лев");
        assertThat(read.title()).isEqualTo("Vojna i mir = Война и мир");
        assertThat(read.copies()).hasSize(1);
        assertThat(read.refusedCopies()).isEmpty();
    }

    @Test
    void unimarc_repeats_the_field_and_names_the_script() {
        MarcBytes record = record("nam  ", UTF_8).control("001", "1").data("200", "1 ", "6a01", "7ba", "aVojna i mir")
                .data("200", "1 ", "6a01", "7ca", "aВойна и мир").data("200", "1 ", "aA title too many");

        assertThat(readOne(record, MarcFormat.UNIMARC_UTF8).title()).isEqualTo("Vojna i mir = Война и мир");
    }

    @Test
    void isbns_are_read_as_people_type_them() {
        assertThat(MarcCases.read(bytes("isbn-as-people-type-them.mrc"))).hasSize(5).allSatisfy(outcome ->
                assertThat(((GoodRecord) outcome).record().isbns()).containsExactly("9782070360024"));
    }

    @Test
    void blanks_around_a_leader_in_xml_move_nothing() {
        List<ReadRecord> outcomes = MarcCases.read(bytes("marcxml-leader-indented.xml"));

        assertThat(titles(outcomes)).containsExactly("Titre na", "DELETED_BY_SENDER", "NOT_BIBLIOGRAPHIC");
        assertThat(((GoodRecord) outcomes.getFirst()).record().materialType()).isEqualTo(MaterialType.BOOK);
    }

    @Test
    void a_record_that_is_deleted_or_an_authority_is_told_so_with_or_without_its_fields() {
        assertThat(titles(bytes("only-deletions.mrc"))).containsExactly("DELETED_BY_SENDER");
        assertThat(titles(bytes("oai-deleted-header.xml"))).containsExactly("DELETED_BY_SENDER");
        assertThat(told(read("00026dam a2200025   4500\u001E\u001D".getBytes(), MarcFormat.MARC21_UTF8)))
                .containsExactly("DELETED_BY_SENDER");
        assertThat(told(read(record("nz   ", ISO_8859_1).control("001", "1").data("200", " 1", "a\u00FF").bytes(),
                MarcFormat.UNIMARC_UTF8))).containsExactly("NOT_BIBLIOGRAPHIC");
        assertThat(told(read("""
                <collection><record><leader>00000dam a2200000 a 4500</leader></record>
                <record type="Authority"><leader/><controlfield tag="001">1</controlfield></record>
                <record><header/><metadata><dc><title>Dublin Core</title></dc></metadata></record></collection>"""
                .getBytes(UTF_8), MarcFormat.MARCXML)))
                .containsExactly("DELETED_BY_SENDER", "NOT_BIBLIOGRAPHIC", "OTHER_FORMAT");
    }

    @Test
    void a_subfield_code_that_is_no_sign_leaves_out_its_text_alone() {
        byte[] file = bytes("subfield-code-not-ascii.mrc");

        assertThat(guessed(file)).isEqualTo(MarcFormat.MARC21_UTF8);
        assertThat(only(MarcCases.read(file))).satisfies(record -> {
            assertThat(record.title()).isEqualTo("Le bon titre");
            assertThat(record.publisher()).isNull();
        });
        assertThat(only(read("""
                <collection><record><controlfield tag="001">1</controlfield><datafield tag="245"><subfield code="a">Un</subfield>
                <subfield code="�">x</subfield><subfield code="">y</subfield><subfield>z</subfield></datafield></record>
                </collection>""".getBytes(UTF_8), MarcFormat.MARCXML)).title()).isEqualTo("Un");
    }

    @Test
    void the_dialect_is_told_record_by_record() {
        byte[] file = bytes("unimarc-in-a-marc21-file.mrc");

        assertThat(guessed(file)).isEqualTo(MarcFormat.MARC21_UTF8);
        assertThat(titles(file)).containsExactly("Livre numero 1", "Livre numero 2", "Livre numero 3",
                "Le livre français");
    }

    @Test
    void a_record_of_the_other_dialect_is_in_a_character_set_of_that_dialect() {
        byte[] iso5426 = unimarc("1", "L'\u00C2et\u00C2e", ISO_8859_1).bytes();
        byte[] latin1 = unimarc("2", "L'\u00E9t\u00E9", ISO_8859_1).bytes();
        byte[] utf8 = unimarc("3", "L'été", UTF_8).bytes();
        for (MarcFormat format : List.of(MarcFormat.MARC21_UTF8, MarcFormat.MARC21_MARC8)) {
            assertThat(titles(read(file(iso5426, latin1, utf8), format))).containsExactly("L'été", "L'été", "L'été");
        }

        byte[] marc8 = record("nam  ", ISO_8859_1).control("001", "1").data("245", "00", "aL'\u00E2et\u00E2e").bytes();
        for (MarcFormat format : List.of(MarcFormat.UNIMARC_UTF8, MarcFormat.UNIMARC_ISO5426, MarcFormat.UNIMARC_LATIN1)) {
            assertThat(titles(read(file(marc8, marc21("2", "L'été")), format))).containsExactly("L'été", "L'été");
        }
    }
}

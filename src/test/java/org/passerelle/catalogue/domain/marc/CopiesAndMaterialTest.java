package org.passerelle.catalogue.domain.marc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.catalogue.domain.marc.MarcBytes.marc21;
import static org.passerelle.catalogue.domain.marc.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.MarcBytes.record;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.passerelle.catalogue.MaterialType;

class CopiesAndMaterialTest {

    private static MarcBytes unimarc(String leaderCodes) {
        return record(leaderCodes, UTF_8).control("001", "1").data("200", "1 ", "aTitre");
    }

    private static MaterialType materialOfUnimarc(MarcBytes record) {
        return readOne(record, MarcFormat.UNIMARC_UTF8).materialType();
    }

    @Test
    void a_copy_that_cannot_be_taken_is_told_and_the_others_are_taken() {
        BibliographicRecord read = readOne(unimarc("nam  ")
                .data("995", "  ", "f 0012 ", "kR SAR", "bBEAU", "rLIVR")
                .data("995", "  ", "kR SAR 2").data("995", "  ", "f0012", "kR SAR 3")
                .data("995", "  ", "f" + "9".repeat(65)).data("995", "  ", "f00\u000734")
                .data("995", "  ", "f00\u200B34").data("995", "  ", "fÀ-12", "cSUD"), MarcFormat.UNIMARC_UTF8);

        assertThat(read.copies()).containsExactly(new CopyData("0012", "R SAR", "BEAU", "LIVR"),
                new CopyData("À-12", null, "SUD", null));
        assertThat(read.refusedCopies()).containsExactly(
                new RefusedCopy(2, RefusedCopy.Reason.NO_BARCODE, null, "R SAR 2"),
                new RefusedCopy(3, RefusedCopy.Reason.BARCODE_REPEATED, "0012", "R SAR 3"),
                new RefusedCopy(4, RefusedCopy.Reason.BARCODE_TOO_LONG, "9".repeat(64), null),
                new RefusedCopy(5, RefusedCopy.Reason.CONTROL_CHARACTER_IN_BARCODE, "0034", null),
                new RefusedCopy(6, RefusedCopy.Reason.CONTROL_CHARACTER_IN_BARCODE, "0034", null));
    }

    @Test
    void a_profile_of_ones_own_says_where_copies_are() {
        CopyMappingProfile own = new CopyMappingProfile("952", "952", "p", "o", "ab", "y",
                Map.of("video", MaterialType.DVD), Map.of());
        BibliographicRecord read = readOne(record("ngm a", UTF_8).control("001", "1").data("245", "00", "aFilm")
                .data("952", "  ", "p77", "bNORD", "yVideo").bytes(), MarcFormat.MARC21_UTF8, own);

        assertThat(read.copies()).containsExactly(new CopyData("77", null, "NORD", "Video"));
        assertThat(read.materialType()).isEqualTo(MaterialType.DVD);
    }

    @Test
    void a_profile_that_no_record_can_fit_is_refused() {
        assertThatThrownBy(() -> new CopyMappingProfile("x", "001", "f", "", "", "", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CopyMappingProfile("x", "995", "", "", "", "", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CopyMappingProfile("x", "995", "f$", "", "", "", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"BD AST, COMIC", "bd12, COMIC", "J BD TIN, COMIC", "BDX, BOOK", "R SAR, BOOK", "CD 12, BOOK"})
    void a_shelf_mark_makes_a_printed_text_a_comic_and_nothing_else(String shelfMark, MaterialType expected) {
        assertThat(materialOfUnimarc(unimarc("nam  ").data("995", "  ", "f1", "k" + shelfMark))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"njm  , CD 12, CD", "ngm  , DVD ALI, DVD", "nrm  , JEU 4, GAME", "nlm  , 004, "})
    void where_codes_say_nothing_the_shelf_mark_does_or_it_stays_unknown(String leader, String shelfMark,
            MaterialType expected) {
        assertThat(materialOfUnimarc(unimarc((leader + "     ").substring(0, 5))
                .data("995", "  ", "f1", "k" + shelfMark))).isEqualTo(expected);
    }

    @Test
    void a_copy_type_is_believed_before_a_shelf_mark() {
        assertThat(materialOfUnimarc(unimarc("njm  ").data("995", "  ", "f1", "kCD 1", "rDVD")))
                .isEqualTo(MaterialType.DVD);
    }

    @Test
    void unimarc_codes_tell_the_material() {
        assertThat(materialOfUnimarc(unimarc("nas  ").data("110", "  ", "aafa"))).isEqualTo(MaterialType.MAGAZINE);
        assertThat(materialOfUnimarc(unimarc("nas  ").data("110", "  ", "abfa"))).isEqualTo(MaterialType.BOOK);
        assertThat(materialOfUnimarc(unimarc("nam  ").data("105", "  ", "aa   t   00|a|")))
                .isEqualTo(MaterialType.COMIC);
        assertThat(materialOfUnimarc(unimarc("njm  ").data("126", "  ", "aagbxhxx"))).isEqualTo(MaterialType.CD);
        assertThat(materialOfUnimarc(unimarc("njm  ").data("126", "  ", "aclbxjxx"))).isEqualTo(MaterialType.OTHER);
        assertThat(materialOfUnimarc(unimarc("njm  ").data("215", "  ", "a1 disque compact (50 min)")))
                .isEqualTo(MaterialType.CD);
        assertThat(materialOfUnimarc(unimarc("ngm  ").data("115", "  ", "ac090baizxbxxxxxbi")))
                .isEqualTo(MaterialType.DVD);
        assertThat(materialOfUnimarc(unimarc("ngm  ").data("215", "  ", "a2 DVD vidéo"))).isEqualTo(MaterialType.DVD);
        assertThat(materialOfUnimarc(unimarc("nlm  ").data("135", "  ", "ago"))).isEqualTo(MaterialType.GAME);
        assertThat(materialOfUnimarc(unimarc("nem  "))).isEqualTo(MaterialType.OTHER);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"nam a,,BOOK", "nas a,,MAGAZINE", "njm a,sd fsngnn,CD",
            "njm a,sd bmmennm,OTHER", "njm a,ss lsnjlc,OTHER", "njm a,,-", "ngm a,vd cvaizs,DVD", "ngm a,vd csaizs,DVD",
            "ngm a,vf cbahos,OTHER",
            "ngm a,,-", "nem a,,OTHER"})
    void marc_21_codes_tell_the_material(String leader, String physical, MaterialType expected) {
        MarcBytes record = record(leader, UTF_8).control("001", "1").control("007", physical == null ? "" : physical)
                .data("245", "00", "aT");

        assertThat(readOne(record, MarcFormat.MARC21_UTF8).materialType()).isEqualTo(expected);
    }

    @Test
    void marc_21_comics_and_games_are_coded_in_008() {
        String to24 = "970701s1999    fr ||||||||";
        assertThat(readOne(marc21("1", "T").control("008", "970701s1999    fr ||||||6   |000 1 fre d"),
                MarcFormat.MARC21_UTF8).materialType()).isEqualTo(MaterialType.COMIC);
        assertThat(readOne(record("nrm a", UTF_8).control("001", "1").data("245", "00", "aT")
                .control("008", to24 + "|||||||g| fre d"), MarcFormat.MARC21_UTF8).materialType())
                .isEqualTo(MaterialType.GAME);
    }
}

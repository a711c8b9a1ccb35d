package org.passerelle.catalogue.domain.marc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;



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

    /** Of RDA records: leader, 007, 338, 337 and 300 with its subfields. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = ';', value = {
            // The field 007 says it, whatever the others say.
            "njm a; sd fsngnn; audiocassette; audio; 1 cassette; CD",
            "ngm a; vd cvaizs; videocassette; video; 1 videocassette; DVD",
            "ngm a; vf cbahos; videodisc; video; 1 videodisc; OTHER",
            "ngm a; vd cgaizs; videodisc; video; 1 videodisc; OTHER",
            // It leaves it open, and the carrier says it.
            "njm a; sd |||||||||; audio disc; audio; 1 audio disc (52 min); CD",
            "nim a; sd zunuunn; $bsd; $bs; 3 audio discs; CD",
            "njm a; s|; disque audio; audio; 1 disque audio; CD",
            "njm a; -; audio disc; audio; 1 audio disc : $bdigital $c4 3/4 in.; CD",
            "njm a; sd |||||||||; audio disc; audio; 1 audio disc : $banalog, 33 1/3 rpm $c12 in.; OTHER",
            "njm a; sd |||||||||; disque audio; audio; 1 disque vinyle $c30 cm; OTHER",
            "njm a; ss |||||||||; -; -; 1 CD; OTHER",
            "njm a; sz |||||||||; audiocassette; audio; 1 audiocassette; OTHER",
            "ngm a; vd |||||||; videodisc; video; 1 videodisc (97 min); DVD",
            "ngm a; v|; $bvd; $bv; 1 Blu-ray; DVD",
            "ngm a; -; vidéodisque; vidéo; 1 vidéodisque; DVD",
            "ngm a; vd |||||||; videodisc; video; 1 videodisc (laserdisc) $c12 in.; OTHER",
            "ngm a; vz |||||||; videocassette; video; 1 videocassette (VHS); OTHER",
            "ngm a; -; $bvd; $bv; 1 DVD-vidéo + 1 livret; DVD",
            // Neither says it, and the description does.
            "njm a; sd |||||||||; -; -; 1 compact disc $c4 3/4 in.; CD",
            "njm a; sd |||||||||; -; -; 1 disque : $bnumérique $c12 cm; CD",
            "njm a; -; -; -; 2 CD (1 h 42 min); CD",
            "njm a; -; -; -; 1 disque 33 t. $c30 cm; OTHER",
            "njm a; -; -; -; 1 DVD; DVD",
            "ngm a; -; -; -; 2 Blu-rays; DVD",
            "ngm a; -; -; -; 1 disc (110 min) $c12 cm; DVD",
            "ngm a; vd |||||||; -; -; 1 cassette VHS; OTHER",
            // What nothing says stays open.
            "njm a; sd |||||||||; -; -; 1 disque; -",
            "ngm a; v|; -; video; 110 min; -",
            "nim a; -; -; audio; 3 h 20; -",
            "njm a; -; -; -; 1 CD-ROM; -",
            // A book is one, also with a disc in it; what is only to be heard or seen is none.
            "nam a; sd fsngnn; volume; unmediated; 210 pages + 1 CD; BOOK",
            "nam a; sd fsngnn; volume / audio disc; unmediated / audio; 1 volume, 1 CD; BOOK",
            "nam a; -; audio disc; audio; 2 audio discs $c12 cm; CD",
            "nam a; -; videodisc; video; 1 videodisc; DVD",
            "n m a; vd cvaizs; -; -; -; DVD"})
    void a_recording_is_told_by_007_then_338_and_337_then_300(String leader, String physical, String carriers,
            String media, String description, MaterialType expected) {
        MarcBytes record = record(leader, UTF_8).control("001", "1").data("245", "00", "aT");
        if (physical != null) {
            record.control("007", physical);
        }
        rda(record, "300", description);
        rda(record, "337", media);
        rda(record, "338", carriers);

        assertThat(readOne(record, MarcFormat.MARC21_UTF8).materialType()).isEqualTo(expected);
    }

    /** A field for each text between slashes; {@code $b} begins another subfield than {@code $a}. */
    private static void rda(MarcBytes record, String tag, String texts) {
        if (texts != null) {
            for (String text : texts.split(" / ")) {
                record.data(tag, "  ", (text.startsWith("$") ? text.substring(1) : "a" + text).split("\\$"));
            }
        }
    }

    /** Leader, 115 or 126, 183, 182 and 215 with its subfields. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = ';', value = {
            "njm  ; 126; aagbxhxx; -; -; 1 disque; CD",
            "njm  ; 126; aclbxjxx; -; -; 1 cassette; OTHER",
            "njm  ; 126; aa||||||; sda; $cs; 1 disque (52 min); CD",
            "njm  ; 126; a|||||||; disque audio; audio; 1 disque (52 min); CD",
            "njm  ; -; -; sda; $cs; 1 disque 33 t $d30 cm; OTHER",
            "njm  ; 126; a|||||||; -; $cs; 1 disque $cnumérique $d12 cm; CD",
            "njm  ; -; -; -; -; 1 disque microsillon; OTHER",
            "ngm  ; 115; ac090baizxb|||||||; vda; $cv; 1 disque; DVD",
            "ngm  ; 115; ac090|||||||||||||; vidéodisque; vidéo; 1 disque (97 min); DVD",
            "ngm  ; 115; ac090|||||||||||||; -; ag; 1 DVD vidéo $d12 cm; DVD",
            "ngm  ; -; -; -; -; 1 cassette vidéo (VHS); OTHER",
            "njm  ; 126; a|||||||; -; -; 1 disque; -",
            "ngm  ; 115; ac090|||||||||||||; -; $cv; 97 min; -",
            "nam  ; -; -; nga; $cn; 210 p. $e1 CD; BOOK",
            "nam  ; -; -; nga / sda; $cn / $cs; 1 vol., 1 CD; BOOK",
            "nam  ; -; -; sda; aa; 2 disques $d12 cm; CD",
            "nam  ; -; -; vda; $cv; 1 DVD; DVD",
            "nlm  ; -; -; -; $cv; 1 DVD-vidéo; DVD",
            "nlm  ; -; -; ceb; $cc; données textuelles; -"})
    void a_recording_in_unimarc_is_told_by_115_or_126_then_183_and_182_then_215(String leader, String tag, String codes,
            String carriers, String media, String description, MaterialType expected) {
        MarcBytes record = unimarc((leader + "  ").substring(0, 5));
        if (tag != null) {
            record.data(tag, "  ", codes);
        }
        rda(record, "182", media != null && media.startsWith("a") && media.length() == 2 ? "$" + media : media);
        rda(record, "183", carriers);
        rda(record, "215", description);

        assertThat(materialOfUnimarc(record)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CD 781, CD", "781 BAC, "})
    void what_a_recording_leaves_open_the_shelf_mark_may_say(String shelfMark, MaterialType expected) {
        assertThat(readOne(record("njm a", UTF_8).control("001", "1").control("007", "sd |||||||||")
                .data("245", "00", "aT").data("300", "  ", "a1 disque").data("995", "  ", "f1", "k" + shelfMark),
                MarcFormat.MARC21_UTF8).materialType()).isEqualTo(expected);
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

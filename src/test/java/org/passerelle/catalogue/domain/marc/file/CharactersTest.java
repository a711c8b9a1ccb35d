package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.read;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.told;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.unimarc;

import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.marc.MarcFormat;

class CharactersTest {

    /** The bytes of the set, each written as the character of the same number. */
    private static String title(String bytes, MarcFormat format) {
        MarcBytes record = format == MarcFormat.MARC21_MARC8 || format == MarcFormat.MARC21_UTF8
                ? record("nam  ", ISO_8859_1).control("001", "1").data("245", "00", "a" + bytes)
                : unimarc("1", bytes, ISO_8859_1);
        return readOne(record, format).title();
    }

    @Test
    void iso_5426_puts_accents_on_the_letter_that_follows() {
        assertThat(title("\u00C2Et\u00C2e \u00C1a No\u00C8el, gar\u00D0con, c\u00FAur, \u00EAuvre, \u00C3\u00CAa",
                MarcFormat.UNIMARC_ISO5426)).isEqualTo("Été à Noël, garçon, cœur, Œuvre, â\u030A");
        assertThat(title("Dvo\u00CFr\u00C2ak, \u00E8\u00C2od\u00C2z, z\u00C7z, \u00A2bas\u00BA",
                MarcFormat.UNIMARC_ISO5426)).isEqualTo("Dvořák, Łódź, zż, „bas”");
    }

    @Test
    void marc_8_puts_accents_on_the_letter_that_follows() {
        assertThat(title("\u00E2Et\u00E2e, gar\u00F0con, Th\u00E2e\u00E3atre, \u00A6uvre", MarcFormat.MARC21_MARC8))
                .isEqualTo("Été, garçon, Théâtre, Œuvre");
    }

    @Test
    void latin_1_is_read_with_the_signs_that_windows_adds() {
        assertThat(title("\u00C9t\u00E9, c\u009Cur, l\u0092\u0080", MarcFormat.UNIMARC_LATIN1))
                .isEqualTo("Été, cœur, l’€");
    }

    @Test
    void non_sorting_marks_disappear_in_every_set() {
        assertThat(title("\u0088Le \u0089chat", MarcFormat.UNIMARC_ISO5426)).isEqualTo("Le chat");
        assertThat(title("\u0098Le \u009Cchat", MarcFormat.UNIMARC_LATIN1)).isEqualTo("Le chat");
        assertThat(title("\u0088Le \u0089chat", MarcFormat.MARC21_MARC8)).isEqualTo("Le chat");
        assertThat(readOne(unimarc("1", "\u0098Le \u009Cchat \u0088été\u0089", UTF_8), MarcFormat.UNIMARC_UTF8)
                .title()).isEqualTo("Le chat été");
    }

    @Test
    void utf_8_bytes_are_read_as_such_in_any_format() {
        for (MarcFormat format : new MarcFormat[] {MarcFormat.UNIMARC_ISO5426, MarcFormat.UNIMARC_LATIN1}) {
            assertThat(readOne(unimarc("1", "L'été œuvré", UTF_8), format).title()).isEqualTo("L'été œuvré");
        }
    }

    @Test
    void a_marc_8_record_among_utf_8_ones_is_read() {
        assertThat(title("\u00E2Et\u00E2e", MarcFormat.MARC21_UTF8)).isEqualTo("Été");
    }

    @Test
    void bytes_without_meaning_in_their_set_refuse_the_record() {
        for (String bytes : new String[] {"a\u00FFb", "a\u001Bb", "a\u001B$"}) {
            assertThat(told(read(unimarc("1", bytes, ISO_8859_1).bytes(), MarcFormat.UNIMARC_ISO5426)))
                    .containsExactly("UNREADABLE_CHARACTERS");
        }
        for (String latin : new String[] {"a\u00C9t\u00C9", "aUn caf\u00E9"}) {
            assertThat(told(read(record("nam  ", ISO_8859_1).control("001", "1").data("245", "00", latin).bytes(),
                    MarcFormat.MARC21_MARC8))).containsExactly("UNREADABLE_CHARACTERS");
        }
        assertThat(told(read(unimarc("1", "a\u0081b", ISO_8859_1).bytes(), MarcFormat.UNIMARC_LATIN1)))
                .containsExactly("UNREADABLE_CHARACTERS");
        assertThat(told(read(unimarc("1", "\u00E9t\u00E9", ISO_8859_1).bytes(), MarcFormat.UNIMARC_UTF8)))
                .containsExactly("UNREADABLE_CHARACTERS");
    }

    @Test
    void decomposed_letters_are_composed() {
        assertThat(readOne(unimarc("1", "e\u0301te\u0301", UTF_8), MarcFormat.UNIMARC_UTF8).title())
                .isEqualTo("été");
    }
}

package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.unimarc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.marc.MarcFormat;


class MarcFormatGuessTest {

    private static MarcFormat guess(Object... parts) throws IOException {
        return MarcFormatGuess.of(new ByteArrayInputStream(file(parts))).orElse(null);
    }

    private static MarcBytes marc21(String leaderCodes, String title) {
        return record(leaderCodes, ISO_8859_1).control("001", "1").data("245", "00", "a" + title);
    }

    @Test
    void marc_21_is_utf_8_where_its_bytes_are_whatever_the_leader_claims() throws IOException {
        assertThat(guess(record("nam  ", UTF_8).control("001", "1").data("245", "00", "aÉté")))
                .isEqualTo(MarcFormat.MARC21_UTF8);
    }

    @Test
    void marc_21_is_marc_8_where_its_bytes_are_not_utf_8_whatever_the_leader_claims() throws IOException {
        assertThat(guess(marc21("nam a", "\u00E2Et\u00E2e"))).isEqualTo(MarcFormat.MARC21_MARC8);
    }

    @Test
    void all_ascii_is_taken_at_its_word() throws IOException {
        assertThat(guess(marc21("nam a", "Summer"))).isEqualTo(MarcFormat.MARC21_UTF8);
        assertThat(guess(marc21("nam  ", "Summer"))).isEqualTo(MarcFormat.MARC21_MARC8);
        assertThat(guess(unimarc("1", "Ici", UTF_8))).isEqualTo(MarcFormat.UNIMARC_ISO5426);
    }

    @Test
    void unimarc_is_told_from_marc_21_and_its_three_character_sets_from_each_other() throws IOException {
        assertThat(guess(unimarc("1", "L'été à la mer", UTF_8))).isEqualTo(MarcFormat.UNIMARC_UTF8);
        assertThat(guess(unimarc("1", "L'été à la mer", ISO_8859_1))).isEqualTo(MarcFormat.UNIMARC_LATIN1);
        assertThat(guess(unimarc("1", "L'\u00C2et\u00C2e \u00C1a la mer", ISO_8859_1)))
                .isEqualTo(MarcFormat.UNIMARC_ISO5426);
    }

    @Test
    void rubbish_before_the_first_record_does_not_hide_the_format() throws IOException {
        assertThat(guess("rubbish 12", unimarc("1", "L'été", UTF_8))).isEqualTo(MarcFormat.UNIMARC_UTF8);
    }

    @Test
    void xml_is_recognised_by_its_records() throws IOException {
        assertThat(guess("\uFEFF<?xml version=\"1.0\"?><marc:collection><marc:record>")).isEqualTo(MarcFormat.MARCXML);
        assertThat(guess("<html><body/></html>")).isNull();
    }

    @Test
    void what_is_no_marc_gets_no_format() throws IOException {
        assertThat(guess()).isNull();
        assertThat(guess("titre;auteur\nIci;Sarraute\n")).isNull();
    }
}

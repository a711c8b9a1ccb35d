package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.read;
import static org.passerelle.catalogue.domain.marc.MarcCases.titles;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.marc.MarcCases;
import org.passerelle.catalogue.domain.marc.MarcFormat;


/** Directories that say what is not so: read where it is certain which field is which, else refused. */
class LyingDirectoriesTest {

    /** Four fields: 001 at 0, 245 at 2, 260 at 14, 500 at 26; 245 is as long as 260 and shorter than 500. */
    private static final String FIELDS = "1\u001E10\u001FaTitre 1\u001E  \u001FaParis :\u001E  \u001FaUne note\u001E";

    /** @param entries tag, length, start of each */
    private static List<String> titlesIn(String fields, Object... entries) {
        StringBuilder directory = new StringBuilder();
        for (int i = 0; i < entries.length; i += 3) {
            directory.append("%s%04d%05d".formatted(entries[i], (int) entries[i + 1], (int) entries[i + 2]));
        }
        int base = 24 + directory.length() + 1;
        String record = "%05dnam a22%05d   4500%s\u001E%s\u001D".formatted(base + fields.length() + 1, base, directory, fields);
        return titles(read(record.getBytes(US_ASCII), MarcFormat.MARC21_UTF8));
    }

    private static List<String> titlesOf(Object... entries) {
        return titlesIn(FIELDS, entries);
    }

    @Test
    void the_truth_is_followed_whatever_the_order_of_entries_and_fields() {
        assertThat(titlesOf("001", 2, 0, "245", 12, 2, "260", 12, 14, "500", 13, 26)).containsExactly("Titre 1");
        assertThat(titlesOf("500", 13, 26, "245", 12, 2, "260", 12, 14, "001", 2, 0)).containsExactly("Titre 1");
    }

    @Test
    void a_field_that_no_entry_names_was_deleted() {
        assertThat(titlesOf("001", 2, 0, "245", 12, 2, "500", 13, 26)).containsExactly("Titre 1");
    }

    @Test
    void a_terminator_inside_a_field_is_data() {
        assertThat(titlesIn("1\u001E10\u001FaTi\u001Etre\u001E", "001", 2, 0, "245", 11, 2)).containsExactly("Titre");
    }

    @Test
    void wrong_starts_with_right_lengths_lose_nothing() {
        assertThat(titlesOf("001", 2, 0, "245", 12, 14, "260", 12, 14, "500", 13, 26)).containsExactly("Titre 1");
        assertThat(titlesOf("001", 2, 0, "245", 12, 5, "260", 12, 17, "500", 13, 29)).containsExactly("Titre 1");
    }

    @Test
    void wrong_lengths_with_right_starts_lose_nothing() {
        assertThat(titlesOf("001", 1, 0, "245", 11, 2, "260", 11, 14, "500", 12, 26)).containsExactly("Titre 1");
        assertThat(titlesOf("001", 2, 0, "245", 0, 2, "260", 12, 14, "500", 9999, 26)).containsExactly("Titre 1");
        assertThat(titlesOf("001", 2, 0, "245", 24, 2, "260", 12, 14, "500", 13, 26)).containsExactly("Titre 1");
    }

    @Test
    void another_field_never_becomes_the_title() {
        assertThat(titlesOf("001", 2, 0, "245", 13, 26, "260", 12, 14, "500", 13, 26)).containsExactly("BROKEN_STRUCTURE");
        assertThat(titlesOf("001", 2, 0, "245", 12, 26, "260", 12, 14, "500", 12, 2)).containsExactly("BROKEN_STRUCTURE");
        assertThat(titlesOf("001", 2, 0, "245", 9, 17, "260", 12, 14)).containsExactly("BROKEN_STRUCTURE");
        assertThat(titlesOf("001", 2, 0, "245", 99, 14, "260", 1, 2, "500", 13, 26)).containsExactly("BROKEN_STRUCTURE");
    }

    @Test
    void a_title_never_becomes_the_identifier() {
        assertThat(titlesOf("001", 12, 2, "245", 12, 14, "260", 13, 26)).containsExactly("BROKEN_STRUCTURE");
    }
}

package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.read;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.told;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;


class MarcFileReaderTest {

    private static final MarcFormat FORMAT = MarcFormat.MARC21_UTF8;

    private final byte[] one = marc21("1", "Un été").bytes();
    private final byte[] two = marc21("2", "Deux").bytes();
    private final byte[] three = marc21("3", "Trois").bytes();

    private static byte[] start(byte[] record, int length) {
        return Arrays.copyOf(record, length);
    }

    @Test
    void records_are_told_with_rank_and_byte() {
        List<ReadRecord> outcomes = read(file(one, two), FORMAT);

        assertThat(outcomes).extracting(ReadRecord::position)
                .containsExactly(RecordPosition.START, new RecordPosition(2, one.length));
        assertThat(outcomes.getLast().next()).isEqualTo(new RecordPosition(3, one.length + two.length));
    }

    @Test
    void a_truncated_file_loses_only_its_last_record() {
        assertThat(told(read(file(one, two, start(three, 60)), FORMAT))).containsExactly("1", "2", "TRUNCATED");
        assertThat(told(read(file(one, two, start(three, 7)), FORMAT))).containsExactly("1", "2", "TRUNCATED");
    }

    @Test
    void a_last_record_without_its_terminator_is_whole() {
        assertThat(told(read(file(one, start(two, two.length - 1)), FORMAT))).containsExactly("1", "2");
    }

    @Test
    void a_record_cut_in_the_middle_of_the_file_does_not_take_the_next_one_with_it() {
        for (int length = 24; length < two.length - 1; length++) {
            assertThat(told(read(file(one, start(two, length), three), FORMAT))).as("cut at " + length)
                    .containsExactly("1", "TRUNCATED", "3");
        }
    }

    @Test
    void entries_that_all_point_at_one_field_cost_no_more_memory_than_the_record() {
        byte[] hostile = allAtOneField(7_000, 9_990);
        assertThat(hostile).hasSizeLessThan(99_999);

        assertThat(told(read(file(one, hostile, two), FORMAT))).containsExactly("1", "BROKEN_STRUCTURE", "2");
    }

    private static byte[] allAtOneField(int entries, int length) {
        int base = 24 + 12 * entries + 1;
        String leader = "%05dnam a22%05d   4500".formatted(base + length + 1, base);
        String field = "00\u001Fa" + "x".repeat(length - 5) + "\u001E";
        return (leader + "500%04d00000".formatted(length).repeat(entries) + "\u001E" + field + "\u001D")
                .getBytes(ISO_8859_1);
    }

    @Test
    void rubbish_between_records_is_told_once_and_harms_nobody() {
        byte[] file = file(one, "<html>rub\u001Dbish\u001Dand more", two, "\r\n", three, "\u001A");
        List<ReadRecord> outcomes = read(file, FORMAT);

        assertThat(told(outcomes)).containsExactly("1", "NOT_A_RECORD", "2", "3");
        assertThat(outcomes.get(1).position()).isEqualTo(new RecordPosition(2, one.length));
    }

    @Test
    void line_ends_and_byte_order_marks_between_records_are_nothing_to_tell() {
        assertThat(told(read(file("\uFEFF", one, "\r\n", two, "\n\n"), FORMAT))).containsExactly("1", "2");
    }

    @Test
    void a_wrong_length_in_the_leader_loses_nothing() {
        byte[] wrong = two.clone();
        wrong[4]++;
        byte[] blank = two.clone();
        Arrays.fill(blank, 0, 5, (byte) ' ');

        assertThat(told(read(file(one, wrong, three), FORMAT))).containsExactly("1", "2", "3");
        assertThat(told(read(file(one, "x", two, three), FORMAT))).containsExactly("1", "NOT_A_RECORD", "2", "3");
    }

    @Test
    void a_directory_that_counts_characters_instead_of_bytes_loses_nothing() {
        MarcBytes counted = record("nam a", UTF_8).countingCharacters().control("001", "é-4")
                .data("245", "00", "aÉtés", "bà l'œuvre").data("700", "1 ", "aBérénice");

        BibliographicRecord read = readOne(counted, FORMAT);

        assertThat(read.title()).isEqualTo("Étés : à l'œuvre");
        assertThat(read.authors()).containsExactly("Bérénice");
    }

    @Test
    void a_broken_directory_is_refused() {
        byte[] broken = two.clone();
        broken[24 + 5] = 'x';

        assertThat(told(read(file(one, broken, three), FORMAT))).containsExactly("1", "BROKEN_STRUCTURE", "3");
    }

    @Test
    void a_record_longer_than_its_leader_can_say_is_refused_alone() {
        MarcBytes huge = marc21("2", "Deux");
        for (int i = 0; i < 60; i++) {
            huge.data("500", "  ", "a" + "x".repeat(9_000));
        }
        assertThat(told(read(file(one, huge, three), FORMAT))).containsExactly("1", "TOO_LONG", "3");
        assertThat(told(read(file(one, start(huge.bytes(), 300_000), three), FORMAT)))
                .containsExactly("1", "TOO_LONG", "3");
    }

    @Test
    void a_longest_record_is_read() {
        MarcBytes longest = marc21("2", "Deux");
        for (int i = 0; i < 11; i++) {
            longest.data("500", "  ", "a" + "x".repeat(9_000));
        }
        assertThat(told(read(file(one, longest, three), FORMAT))).containsExactly("1", "2", "3");
    }

    @Test
    void a_file_that_is_no_marc_has_one_outcome() {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);

        assertThat(told(read(file("Un texte, tout simplement."), FORMAT))).containsExactly("NOT_MARC");
        assertThat(told(read(new byte[0], FORMAT))).containsExactly("NOT_MARC");
        assertThat(told(read(noise, FORMAT))).containsExactly("NOT_MARC");
        assertThat(told(read(file("<html><body>non</body></html>"), MarcFormat.MARCXML))).containsExactly("NOT_MARC");
        assertThat(told(read(one, MarcFormat.MARCXML))).containsExactly("NOT_MARC");
    }

    @Test
    void reading_resumes_where_it_stopped_even_after_a_bad_record() {
        byte[] file = file(one, start(two, 50), "\n", three, marc21("4", "Quatre"));
        List<ReadRecord> whole = read(file, FORMAT);

        for (int i = 0; i < whole.size(); i++) {
            assertThat(read(file, FORMAT, CopyMappingProfile.UNIMARC_995, whole.get(i).next()))
                    .isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    @Test
    void a_file_shorter_than_the_position_cannot_be_resumed() {
        assertThatThrownBy(() -> MarcFileReader.open(new ByteArrayInputStream(one), FORMAT,
                CopyMappingProfile.UNIMARC_995, new RecordPosition(9, 10_000))).isInstanceOf(IOException.class);
    }

    @Test
    void a_hundred_thousand_records_are_read_one_at_a_time() throws IOException {
        InputStream many = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 100_000)
                .mapToObj(i -> (InputStream) new ByteArrayInputStream(two)).toList()));
        int count = 0;
        try (MarcFileReader reader = MarcFileReader.open(many, FORMAT, CopyMappingProfile.UNIMARC_995,
                RecordPosition.START)) {
            for (; reader.hasNext(); reader.next()) {
                count++;
            }
        }
        assertThat(count).isEqualTo(100_000);
    }

    @Test
    void damage_of_any_kind_stays_in_the_record_it_hits() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = two.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            for (MarcFormat format : MarcFormat.values()) {
                List<String> outcomes = told(read(file(one, damaged, three), format));
                if (format == FORMAT) {
                    assertThat(outcomes).as("round " + i).startsWith("1").contains("3");
                } else {
                    assertThat(outcomes).isNotEmpty();
                }
            }
        }
    }

    @Test
    void a_record_without_identifier_is_refused() {
        byte[] nameless = record("nam a", UTF_8).data("245", "00", "aSans nom").bytes();
        byte[] endless = marc21("9".repeat(200), "Trop long").bytes();

        assertThat(told(read(file(one, nameless, endless, two), FORMAT)))
                .containsExactly("1", "NO_IDENTIFIER", "NO_IDENTIFIER", "2");
    }

    @Test
    void the_agency_precedes_the_control_number() {
        assertThat(readOne(marc21("42", "T").control("003", "FR-BnF"), FORMAT).identifier()).isEqualTo("(FR-BnF)42");
    }

    @Test
    void deleted_records_authorities_and_records_without_title_are_refused() {
        byte[] deleted = record("dam a", UTF_8).control("001", "5").data("245", "00", "aX").bytes();
        byte[] authority = record("nz  a", UTF_8).control("001", "6").data("100", "1 ", "aX").bytes();
        byte[] untitled = record("nam a", UTF_8).control("001", "7").bytes();

        assertThat(told(read(file(deleted, authority, untitled, one), FORMAT)))
                .containsExactly("DELETED_BY_SENDER", "NOT_BIBLIOGRAPHIC", "NO_TITLE", "1");
    }

    @Test
    void hostile_text_comes_out_visible_and_short() {
        BibliographicRecord read = readOne(marc21("1", "<script>alert(1)</script>\u202E\u0007 \t fin "
                + "z".repeat(5_000)), FORMAT);

        assertThat(read.title()).startsWith("<script>alert(1)</script> fin zzz").hasSize(2_000);
    }

    @Test
    void bytes_that_are_not_of_the_format_refuse_their_record_only() {
        byte[] latin = record("nam a", ISO_8859_1).control("001", "8").data("245", "00", "aÉté").bytes();

        assertThat(told(read(file(one, latin, two), FORMAT))).containsExactly("1", "UNREADABLE_CHARACTERS", "2");
    }

    @Test
    void isbd_punctuation_goes_and_initials_keep_their_full_stop() {
        MarcBytes record = record("nam a", UTF_8).control("001", "1").control("008", "970701s1920    fr")
                .data("100", "1 ", "aTolkien, J. R. R.")
                .data("245", "14", "aLe titre.", "nTome 2,", "pLa suite :", "bcomplément /", "cpar X.")
                .data("260", "  ", "aParis :", "bPlon,", "c[1921?]").data("490", "1 ", "aCollection ;", "v12")
                .data("020", "  ", "a2-07-074244-X (br.)").data("020", "  ", "a9782070742449")
                .data("041", "1 ", "aengfre").data("650", " 0", "aChats", "xHistoire.");

        BibliographicRecord read = readOne(record, FORMAT);

        assertThat(read.title()).isEqualTo("Le titre. Tome 2, La suite : complément");
        assertThat(read.responsibility()).isEqualTo("par X.");
        assertThat(read.authors()).containsExactly("Tolkien, J. R. R.");
        assertThat(read.publisher()).isEqualTo("Plon");
        assertThat(read.year()).isEqualTo(1920);
        assertThat(read.series()).isEqualTo("Collection");
        assertThat(read.volume()).isEqualTo("12");
        assertThat(read.isbns()).containsExactly("9782070742448");
        assertThat(read.languages()).containsExactly("eng", "fre");
        assertThat(read.subjects()).containsExactly("Chats -- Histoire");
    }
}

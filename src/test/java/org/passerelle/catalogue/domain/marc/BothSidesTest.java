package org.passerelle.catalogue.domain.marc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.CopyMappingProfile.EVERGREEN_949;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.record;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.unimarc;
import static org.passerelle.catalogue.domain.marc.MarcFormat.MARC21_MARC8;
import static org.passerelle.catalogue.domain.marc.MarcFormat.MARC21_UTF8;
import static org.passerelle.catalogue.domain.marc.MarcFormat.MARCXML;
import static org.passerelle.catalogue.domain.marc.MarcFormat.UNIMARC_ISO5426;
import static org.passerelle.catalogue.domain.marc.MarcFormat.UNIMARC_LATIN1;
import static org.passerelle.catalogue.domain.marc.MarcFormat.UNIMARC_UTF8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;


/** For each refusal and each guess of the reader, a file on either side of the line: the last that it takes so, the first not. */
class BothSidesTest {

    private static final byte[] NANA = marc21("2", "Nana").bytes();

    /** A file that is refused for the reason, and the most like it that is not. */
    private record Sides(MarcFormat format, Object refused, Object taken) {
    }

    private static Sides sides(BadRecord.Reason reason) {
        return switch (reason) {
            case NOT_MARC -> new Sides(MARC21_UTF8, "Liste des nouveautés", NANA);
            case NOT_A_RECORD -> new Sides(MARC21_UTF8, file("--8<--", NANA), file("\r\n  ", NANA));
            case TRUNCATED -> new Sides(MARC21_UTF8, Arrays.copyOf(NANA, NANA.length - 2),
                    Arrays.copyOf(NANA, NANA.length - 1));
            case OTHER_FORMAT -> new Sides(MARCXML, "<c><record><dc:title>Nana</dc:title></record></c>", xml("nam", "2"));
            case BROKEN_STRUCTURE -> new Sides(MARC21_UTF8, with(NANA, 24 + 5, 'x'), with(NANA, 24 + 6, '9'));
            case TOO_LONG -> new Sides(MARC21_UTF8, notes(12), notes(10));
            case UNREADABLE_CHARACTERS -> new Sides(UNIMARC_ISO5426, unimarc("2", "caf\u00E3", ISO_8859_1),
                    unimarc("2", "caf\u00C2e", ISO_8859_1));
            case NO_IDENTIFIER -> new Sides(MARC21_UTF8, record("nam a", UTF_8).data("245", "00", "aNana"),
                    record("nam a", UTF_8).data("035", "  ", "a(Sirsi)2").data("245", "00", "aNana"));
            case NO_TITLE -> new Sides(MARC21_UTF8, record("nam a", UTF_8).control("001", "2").data("245", "00", "a /"),
                    record("nam a", UTF_8).control("001", "2").data("245", "00", "a /", "bNana"));
            case DELETED_BY_SENDER -> new Sides(MARCXML, xml("dam", "2"), xml("cam", "2"));
            case NOT_BIBLIOGRAPHIC -> new Sides(MARCXML, xml("nzm", "2"), xml("ntm", "2"));
        };
    }

    private static MarcBytes notes(int notes) {
        MarcBytes record = marc21("2", "Nana");
        IntStream.range(0, notes).forEach(i -> record.data("500", "  ", "a" + "x".repeat(9_000)));
        return record;
    }

    private static String xml(String leaderCodes, String identifier) {
        return "<c><record><leader>00000" + leaderCodes + " a2200000 a 4500</leader><controlfield tag=\"001\">" + identifier
                + "</controlfield><datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield code=\"a\">Nana</subfield></datafield>"
                + "</record></c>";
    }

    private static byte[] with(byte[] record, int at, char instead) {
        byte[] changed = record.clone();
        changed[at] = (byte) instead;
        return changed;
    }

    @ParameterizedTest
    @EnumSource(BadRecord.Reason.class)
    void a_record_is_refused_for_that_reason_and_not_where_the_reason_ends(BadRecord.Reason reason) {
        Sides sides = sides(reason);

        assertThat(MarcBytes.told(MarcBytes.read(file(sides.refused()), sides.format()))).contains(reason.name());
        assertThat(MarcBytes.read(file(sides.taken()), sides.format())).hasSize(1).allMatch(GoodRecord.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(RefusedCopy.Reason.class)
    void a_copy_is_refused_for_that_reason_and_not_where_the_reason_ends(RefusedCopy.Reason reason) {
        List<String> barcodes = switch (reason) {
            case NO_BARCODE -> List.of(" ", "0");
            case BARCODE_TOO_LONG -> List.of("9".repeat(CopyData.LONGEST_BARCODE + 1), "9".repeat(CopyData.LONGEST_BARCODE));
            case CONTROL_CHARACTER_IN_BARCODE -> List.of("30\u200E01", "30 01");
            case BARCODE_REPEATED -> List.of("30000", "30001");
        };

        assertThat(reasons(barcodes.getFirst())).containsExactly(reason);
        assertThat(reasons(barcodes.getLast())).isEmpty();
    }

    private static List<RefusedCopy.Reason> reasons(String barcode) {
        return MarcBytes.readOne(marc21("1", "Nana").data("949", "  ", "i30000").data("949", "  ", "i" + barcode).bytes(),
                MARC21_UTF8, EVERGREEN_949).refusedCopies().stream().map(RefusedCopy::reason).toList();
    }

    /** @param reads what is told of the first file, and what of the second */
    private record Guess(String what, MarcFormat format, Object one, Object other, String... reads) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static MarcBytes latin(String leaderCodes, String title) {
        return record(leaderCodes, ISO_8859_1).control("001", "1").data("245", "00", "a" + title);
    }

    static Stream<Guess> guesses() {
        return Stream.of(
                new Guess("more UTF-8 than other bytes is UTF-8, damaged or not", MARC21_MARC8,
                        latin("nam  ", "Th\u00C3\u00A9\u00C3\u00A2tre d'\u00E2et\u00C3\u00A9"),
                        latin("nam  ", "Th\u00E2e\u00E3atre d'\u00E2et\u00E2e"), "UNREADABLE_CHARACTERS", "Théâtre d'été"),
                new Guess("as much UTF-8 as other bytes is UTF-8, and damaged", MARC21_MARC8,
                        latin("nam  ", "Gen\u00C3\u00A8ve \u00C3"), latin("nam  ", "Gen\u00E1eve"), "UNREADABLE_CHARACTERS", "Gen\u00E8ve"),
                new Guess("in a UTF-8 file, what is not UTF-8 is MARC-8 unless it claims otherwise", MARC21_UTF8,
                        latin("nam  ", "\u00E2Et\u00E2e"), latin("nam a", "\u00E2Et\u00E2e"), "Été", "UNREADABLE_CHARACTERS"),
                new Guess("0x9C ends a non-sorting article where one has begun, and is œ elsewhere", UNIMARC_LATIN1,
                        unimarc("1", "\u0098Le \u009Cchat", ISO_8859_1), unimarc("1", "Un c\u009Cur", ISO_8859_1),
                        "Le chat", "Un cœur"),
                new Guess("UNIMARC bytes that are no UTF-8 in a MARC 21 file are of the set that makes letters of them",
                        MARC21_UTF8, unimarc("1", "l'\u00C2et\u00C2e", ISO_8859_1), unimarc("1", "l'\u00E9t\u00E9", ISO_8859_1),
                        "l'été", "l'été"),
                new Guess("a record with 200 and no 245 is UNIMARC, one with both is what its file is", MARC21_UTF8,
                        unimarc("1", "Ici", UTF_8), unimarc("1", "Ici", UTF_8).data("245", "00", "aNana"), "Ici", "Nana"),
                new Guess("a record with 245 and no 200 is MARC 21, one with both is what its file is", UNIMARC_UTF8,
                        marc21("1", "Nana"), marc21("1", "Nana").data("200", "1 ", "aIci"), "Nana", "Ici"),
                new Guess("a second title field counts where it is the same in another script", MARC21_UTF8,
                        marc21("1", "Mir").data("880", "00", "6245-01/(N", "aМир"), marc21("1", "Mir").data("245", "00", "aМир"),
                        "Mir = Мир", "Mir"),
                new Guess("five blanks before a record are its length left out, before digits they are blanks", MARC21_UTF8,
                        file("     ", Arrays.copyOfRange(NANA, 5, NANA.length)), file("     ", NANA), "Nana", "Nana"),
                new Guess("what stands before the next leader was cut, where its length fits", MARC21_UTF8,
                        file(Arrays.copyOf(marc21("1", "Ici").bytes(), 55), NANA), file(marc21("1", "Ici"), NANA),
                        "TRUNCATED,Nana", "Ici,Nana"),
                new Guess("a leader whose length was left out begins at its status, one of 24 at its beginning", MARCXML,
                        xml("dam", "1").replace(">00000dam", ">\n  dam"), xml("cam", "1").replace(">00000cam", ">     cam"),
                        "DELETED_BY_SENDER", "Nana"),
                new Guess("a record inside a record is wrapped by it, unless the outer one has fields of its own", MARCXML,
                        xml("nam", "1").replace("<c>", "<c><record><header/>").replace("</c>", "</record></c>"),
                        xml("nam", "1").replace("</record>", "") + xml("nam", "2"), "Nana", "BROKEN_STRUCTURE,Nana"));
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void a_guess_is_right_on_both_sides(Guess guess) {
        assertThat(List.of(titles(guess.one(), guess.format()), titles(guess.other(), guess.format())))
                .containsExactly(guess.reads());
    }

    private static String titles(Object file, MarcFormat format) {
        return String.join(",", MarcCases.titles(MarcBytes.read(file(file), format)));
    }

    @Test
    void a_format_is_guessed_on_both_sides() {
        assertThat(MarcCases.guessed(file(latin("nam  ", "Th\u00C3\u00A9\u00C3\u00A2tre \u00E2"))))
                .isEqualTo(MARC21_UTF8);
        assertThat(MarcCases.guessed(file(latin("nam a", "Th\u00E2e\u00E3atre \u00C3\u00A9")))).isEqualTo(MARC21_MARC8);
        assertThat(MarcCases.guessed(file(marc21("1", "Mir"), unimarc("1", "Ici", UTF_8), unimarc("2", "Là", UTF_8))))
                .isEqualTo(UNIMARC_UTF8);
        assertThat(MarcCases.guessed(file(marc21("1", "Mir"), marc21("2", "Là"), unimarc("1", "Ici", UTF_8))))
                .isEqualTo(MARC21_UTF8);
        assertThat(MarcCases.guessed(file(unimarc("1", "l'\u00E9t\u00E9", ISO_8859_1)))).isEqualTo(UNIMARC_LATIN1);
        assertThat(MarcCases.guessed(file(unimarc("1", "\u00C2Et\u00C2e", ISO_8859_1)))).isEqualTo(UNIMARC_ISO5426);
        assertThat(MarcCases.guessed(file(xml("nam", "1")))).isEqualTo(MARCXML);
        assertThat(MarcCases.guessed(file("<records/>"))).isNull();
    }
}

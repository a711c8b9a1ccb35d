package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/**
 * The whole code table of ISO 5426:1983 (registered as ISO-IR 53), sign by sign, each by the name that Unicode has for it.
 */
class Iso5426Test {

    private static final String SIGNS = """
            A1 INVERTED EXCLAMATION MARK
            A2 DOUBLE LOW-9 QUOTATION MARK
            A3 POUND SIGN
            A4 DOLLAR SIGN
            A5 YEN SIGN
            A6 DAGGER
            A7 SECTION SIGN
            A8 PRIME
            A9 LEFT SINGLE QUOTATION MARK
            AA LEFT DOUBLE QUOTATION MARK
            AB LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
            AC MUSIC FLAT SIGN
            AD COPYRIGHT SIGN
            AE SOUND RECORDING COPYRIGHT
            AF REGISTERED SIGN
            B0 MODIFIER LETTER TURNED COMMA
            B1 MODIFIER LETTER APOSTROPHE
            B2 SINGLE LOW-9 QUOTATION MARK
            B6 DOUBLE DAGGER
            B7 MIDDLE DOT
            B8 DOUBLE PRIME
            B9 RIGHT SINGLE QUOTATION MARK
            BA RIGHT DOUBLE QUOTATION MARK
            BB RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
            BC MUSIC SHARP SIGN
            BD MODIFIER LETTER PRIME
            BE MODIFIER LETTER DOUBLE PRIME
            BF INVERTED QUESTION MARK
            E1 LATIN CAPITAL LETTER AE
            E2 LATIN CAPITAL LETTER D WITH STROKE
            E6 LATIN CAPITAL LIGATURE IJ
            E8 LATIN CAPITAL LETTER L WITH STROKE
            E9 LATIN CAPITAL LETTER O WITH STROKE
            EA LATIN CAPITAL LIGATURE OE
            EC LATIN CAPITAL LETTER THORN
            F1 LATIN SMALL LETTER AE
            F2 LATIN SMALL LETTER D WITH STROKE
            F3 LATIN SMALL LETTER ETH
            F5 LATIN SMALL LETTER DOTLESS I
            F6 LATIN SMALL LIGATURE IJ
            F8 LATIN SMALL LETTER L WITH STROKE
            F9 LATIN SMALL LETTER O WITH STROKE
            FA LATIN SMALL LIGATURE OE
            FB LATIN SMALL LETTER SHARP S
            FC LATIN SMALL LETTER THORN
            """;

    private static final String DIACRITICS = """
            C0 COMBINING HOOK ABOVE
            C1 COMBINING GRAVE ACCENT
            C2 COMBINING ACUTE ACCENT
            C3 COMBINING CIRCUMFLEX ACCENT
            C4 COMBINING TILDE
            C5 COMBINING MACRON
            C6 COMBINING BREVE
            C7 COMBINING DOT ABOVE
            C8 COMBINING DIAERESIS
            C9 COMBINING DIAERESIS
            CA COMBINING RING ABOVE
            CB COMBINING COMMA ABOVE RIGHT
            CC COMBINING TURNED COMMA ABOVE
            CD COMBINING DOUBLE ACUTE ACCENT
            CE COMBINING HORN
            CF COMBINING CARON
            D0 COMBINING CEDILLA
            D1 COMBINING LEFT HALF RING BELOW
            D2 COMBINING COMMA BELOW
            D3 COMBINING OGONEK
            D4 COMBINING RING BELOW
            D5 COMBINING BREVE BELOW
            D6 COMBINING DOT BELOW
            D7 COMBINING DIAERESIS BELOW
            D8 COMBINING LOW LINE
            D9 COMBINING DOUBLE LOW LINE
            DA COMBINING VERTICAL LINE BELOW
            DB COMBINING CIRCUMFLEX ACCENT BELOW
            DD COMBINING LIGATURE LEFT HALF
            DE COMBINING LIGATURE RIGHT HALF
            DF COMBINING DOUBLE TILDE RIGHT HALF
            """;

    private static Map<Integer, String> table(String names) {
        return names.lines().collect(Collectors.toMap(line -> Integer.parseInt(line.substring(0, 2), 16),
                line -> Character.toString(Character.codePointOf(line.substring(3))), (one, same) -> one, TreeMap::new));
    }

    private static String decoded(int... codes) throws RefusedRecord {
        byte[] bytes = new byte[codes.length];
        IntStream.range(0, codes.length).forEach(i -> bytes[i] = (byte) codes[i]);
        return Iso5426.decode(bytes);
    }

    @Test
    void each_sign_is_the_one_of_the_standard() throws RefusedRecord {
        Map<Integer, String> read = new TreeMap<>();
        for (int code : table(SIGNS).keySet()) {
            read.put(code, decoded(code));
        }
        assertThat(read).isEqualTo(table(SIGNS));
    }

    @Test
    void each_diacritic_is_the_one_of_the_standard_and_goes_behind_its_letter() throws RefusedRecord {
        Map<Integer, String> read = new TreeMap<>();
        for (int code : table(DIACRITICS).keySet()) {
            String text = decoded(code, 'q');
            assertThat(text).startsWith("q");
            read.put(code, text.substring(1));
        }
        assertThat(read).isEqualTo(table(DIACRITICS));
        assertThat(IntStream.range(0, 256).filter(Iso5426::isDiacritic).boxed()).containsExactlyElementsOf(read.keySet());
    }

    @Test
    void below_the_table_is_ascii_and_the_no_break_space_is_a_space() throws RefusedRecord {
        for (int code = 0x20; code < 0x7F; code++) {
            assertThat(decoded(code)).isEqualTo(Character.toString(code));
        }
        assertThat(decoded(0xA0)).isEqualTo(" ");
    }

    @Test
    void what_the_standard_leaves_empty_means_nothing() {
        Set<Integer> empty = new TreeSet<>();
        IntStream.rangeClosed(0xA1, 0xFF).filter(code -> !table(SIGNS).containsKey(code)
                && !table(DIACRITICS).containsKey(code)).forEach(empty::add);

        assertThat(empty).containsExactly(0xB3, 0xB4, 0xB5, 0xDC, 0xE0, 0xE3, 0xE4, 0xE5, 0xE7, 0xEB, 0xED, 0xEE, 0xEF,
                0xF0, 0xF4, 0xF7, 0xFD, 0xFE, 0xFF);
        assertThat(empty).allSatisfy(code -> assertThatThrownBy(() -> decoded('a', code, 'b'))
                .isInstanceOf(RefusedRecord.class));
    }

    @ParameterizedTest
    @CsvSource({"Proc\u00C2es, Proc\u00E9s", "a\u00C2, ", "\u00DDi\u00DEa, i\uFE20a\uFE21", "\u00DDn\u00DFg, n\uFE22g\uFE23"})
    void a_diacritic_has_a_letter_and_the_right_half_tells_the_left_one(String bytes, String text) throws RefusedRecord {
        byte[] given = bytes.getBytes(ISO_8859_1);
        if (text == null) {
            assertThatThrownBy(() -> Iso5426.decode(given)).isInstanceOf(RefusedRecord.class);
        } else {
            assertThat(Normalizer.normalize(Iso5426.decode(given), Normalizer.Form.NFC)).isEqualTo(text);
        }
    }
}

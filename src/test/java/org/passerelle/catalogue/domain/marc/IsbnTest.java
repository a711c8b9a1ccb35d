package org.passerelle.catalogue.domain.marc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

    @ParameterizedTest
    @CsvSource({"2-07-074244-X, 9782070742448", "207074244x, 9782070742448", "978-2-07-074244-8 (br.), 9782070742448",
            "979-10-90636-07-1, 9791090636071", "2070742446 : 12 EUR, ",
            "978\u20112\u201107\u2011074244\u20118, 9782070742448", "978\u20102\u201307\u2014074244\u22128, 9782070742448",
            "978 - 2 - 07 - 074244 - 8, 9782070742448", "978\u00A02\u202F07 074244 8, 9782070742448",
            "ISBN 2-07-074244-X, 9782070742448", "isbn: 207074244X, 9782070742448", "ISBN-13 : 9782070742448, 9782070742448",
            "ISBN-10 2-07-074244-X, 9782070742448", "ISBN (13) 9782070742448, 9782070742448", "e-ISBN 9782070742448, 9782070742448",
            "I.S.B.N. 2-07-074244-X, 9782070742448", "(ISBN 2-07-074244-X), 9782070742448",
            "\u200E9782070742448, 9782070742448", "97820\u00AD70742448\u200B, 9782070742448",
            "\uFF19\uFF17\uFF182070742448, 9782070742448", "207074244X 1 vol., 9782070742448",
            "2070360024 12 EUR, 9782070360024", "2070360024 - 12 EUR, 9782070360024", "2-07-036002-4 (vol. 2), 9782070360024"})
    void an_isbn_becomes_its_thirteen_digits_where_its_check_digit_is_right(String text, String digits) {
        assertThat(Isbn.thirteenDigits(text).orElse(null)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br.", "12345", "9782070742449", "1234567890123", "97820707424481", "X782070742448",
            "ISBN", "ISBN 13", "ISSN 2070360024", "2070360024-12", "978-2-07-074244-9", "978 2 070360 02 5", "20703600241"})
    void what_is_no_isbn_is_kept_out(String text) {
        assertThat(Isbn.thirteenDigits(text)).isEmpty();
    }
}

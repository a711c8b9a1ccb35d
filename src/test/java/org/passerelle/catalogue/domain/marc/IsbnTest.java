package org.passerelle.catalogue.domain.marc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

    @ParameterizedTest
    @CsvSource({"2-07-074244-X, 9782070742448", "207074244x, 9782070742448", "978-2-07-074244-8 (br.), 9782070742448",
            "979-10-90636-07-1, 9791090636071", "2070742446 : 12 EUR, "})
    void an_isbn_becomes_its_thirteen_digits_where_its_check_digit_is_right(String text, String digits) {
        assertThat(Isbn.thirteenDigits(text).orElse(null)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br.", "12345", "9782070742449", "1234567890123", "97820707424481", "X782070742448"})
    void what_is_no_isbn_is_kept_out(String text) {
        assertThat(Isbn.thirteenDigits(text)).isEmpty();
    }
}

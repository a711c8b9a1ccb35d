package org.passerelle.circulation.reservations.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of a reservation, said aloud. */
class SpokenCodesTest {

    @Test
    void aSpokenCodeHasNoLetterThatIsTakenForAnother() {
        assertThat(Stream.generate(() -> SpokenCodes.free(taken -> false)).limit(2_000)).allMatch(code -> code.matches("[A-Z][0-9][A-Z]-[0-9][0-9]"))
                .noneMatch(code -> code.matches(".*[IOU].*"));
    }

    @Test
    void aCodeIsShortAsLongAsShortOnesAreFree() {
        assertThat(SpokenCodes.free(code -> false)).matches("[A-Z]\\d[A-Z]-\\d\\d");
    }

    @Test
    void whereShortOnesAreGivenOutItIsOneDigitLonger() {
        assertThat(SpokenCodes.free(code -> code.length() == 6)).matches("[A-Z]\\d[A-Z]-\\d{3}");
        assertThat(SpokenCodes.free(code -> code.length() <= 8)).matches("[A-Z]\\d[A-Z]-\\d{5}");
    }

    @Test
    void whereNoneIsFreeTheSearchEnds() {
        List<String> tried = new ArrayList<>();

        assertThatThrownBy(() -> SpokenCodes.free(tried::add)).isInstanceOf(IllegalStateException.class);
        assertThat(tried).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"k7f 42, K7F-42", "K7F-420, K7F-420", "k7f4201, K7F-4201", "K7F-42017, K7F-42017", "Nana, NANA"})
    void itIsFoundHoweverItIsTyped(String typed, String kept) {
        assertThat(SpokenCodes.normal(typed)).isEqualTo(kept);
    }
}

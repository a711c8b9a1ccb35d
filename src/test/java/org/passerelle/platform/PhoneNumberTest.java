package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "+33 (0)6.12.34.56.78", "01-23-45-67-89",
            "(020) 7946 0018", "123456", "123456789012345"})
    void aNumberIsOneHoweverItsDigitsAreGrouped(String number) {
        assertThat(PhoneNumber.isOfAPerson(number)).isTrue();
        assertThat(PhoneNumber.isOfAPlace(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"115", "39 19", "12345"})
    void onlyPlacesHaveShortNumbers(String number) {
        assertThat(PhoneNumber.isOfAPlace(number)).isTrue();
        assertThat(PhoneNumber.isOfAPerson(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "zero six", "call me", "06<script>", "1234567890123456", "+1234567890123456", "06+1234567",
            "06 12 34 56 78 #2", "06 12 34 56 78\n", "٠٦١٢٣٤٥٦", "0 1 2 3 4 5 6          7          8"})
    void anythingElseIsNone(String typed) {
        assertThat(PhoneNumber.isOfAPlace(typed)).isFalse();
        assertThat(PhoneNumber.isOfAPerson(typed)).isFalse();
    }
}

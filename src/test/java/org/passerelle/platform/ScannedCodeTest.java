package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"30007006038474", "A30007006038474B", "a30007006038474d", "]F030007006038474",
            "]F0A30007006038474B", " 30007006038474\t", "\u001d30007006038474\r\n"})
    void aScannerMayAddLettersAndPrefixesToACode(String read) {
        assertThat(new ScannedCode(read).mayMean("30007006038474")).isTrue();
        assertThat(new ScannedCode(read).mayMean("30007006038475")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"]C1h3-dup, H3-DUP", "H3-DUP, h3-dup", "A12345B, a12345b", "Q0000001, q0000001"})
    void aScannerMayChangeTheCase(String read, String code) {
        assertThat(new ScannedCode(read).mayMean(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"B12B, 12", "DAB, A", "ABCD, BC", "A12-B, 12-", "]F, ''", "X12345X, 12345", "B00123, 00123", "00123B, 00123"})
    void whatIsNotAScannersAdditionStaysPartOfTheCode(String read, String code) {
        assertThat(new ScannedCode(read).variants()).containsExactly(read);
        assertThat(new ScannedCode(read).mayMean(code)).isFalse();
    }

    @Test
    void whatWasReadComesFirst() {
        assertThat(new ScannedCode("]F0A123456B").variants()).containsExactly("]F0A123456B", "A123456B", "123456");
    }

    @Test
    void nothingReadIsNoCode() {
        assertThat(new ScannedCode(null).variants()).isEmpty();
        assertThat(new ScannedCode(" \u0000 ").variants()).isEmpty();
    }

    @Test
    void whatWasReadExactlyIsMeantWhateverElseItMayBe() {
        assertThat(meant("A123456B", "123456", "A123456B", "a123456b")).containsExactly("A123456B");
    }

    @Test
    void ofCodesThatDifferInCaseAloneTheOneInTheCaseThatWasReadIsMeant() {
        assertThat(meant("]F0h3-dup", "H3-DUP", "h3-dup")).containsExactly("h3-dup");
    }

    @Test
    void whatCannotBeSaidIsLeftOpen() {
        assertThat(meant("H3-Dup", "H3-DUP", "h3-dup")).containsExactly("H3-DUP", "h3-dup");
        assertThat(meant("A123456B", "123456", "a123456b")).containsExactly("123456", "a123456b");
    }

    @Test
    void theOnlyOneFoundIsMeant() {
        assertThat(meant("h3-dup", "H3-DUP")).containsExactly("H3-DUP");
        assertThat(meant("h3-dup")).isEmpty();
    }

    @Test
    void aSentenceRepeatsWhatWasReadWithinBounds() {
        assertThat(new ScannedCode("123\n456").echo()).isEqualTo("123 456");
        assertThat(new ScannedCode("😀".repeat(50)).echo()).isEqualTo("😀".repeat(40) + "…");
    }

    private static List<String> meant(String read, String... found) {
        return new ScannedCode(read).meant(List.of(found), Function.identity());
    }
}

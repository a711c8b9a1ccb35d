package org.passerelle.circulation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void aSecretIs192BitsOfWhichEachIsLeftToChance() {
        List<BitSet> secrets = Stream.generate(Codes::secret).limit(2_000)
                .map(secret -> BitSet.valueOf(HexFormat.of().parseHex(secret))).toList();

        assertThat(secrets).doesNotHaveDuplicates();
        for (int bit = 0; bit < 192; bit++) {
            int each = bit;
            // Half of them, give or take nine standard deviations.
            assertThat(secrets.stream().filter(secret -> secret.get(each)).count()).as("bit %d", bit).isBetween(800L, 1_200L);
        }
        assertThat(Codes.secret()).hasSize(48);
    }

    @Test
    void aSpokenCodeHasNoLetterThatIsTakenForAnother() {
        assertThat(Stream.generate(Codes::spoken).limit(2_000)).allMatch(code -> code.matches("[A-Z][0-9][A-Z]-[0-9][0-9]"))
                .noneMatch(code -> code.matches(".*[IOU].*"));
    }
}

package org.passerelle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The secret of a link. */
class LinkSecretTest {

    @Test
    void aSecretIs192BitsOfWhichEachIsLeftToChance() {
        List<BitSet> secrets = Stream.generate(LinkSecret::draw).limit(2_000)
                .map(secret -> BitSet.valueOf(HexFormat.of().parseHex(secret))).toList();

        assertThat(secrets).doesNotHaveDuplicates();
        for (int bit = 0; bit < 192; bit++) {
            int each = bit;
            // Half of them, give or take nine standard deviations.
            assertThat(secrets.stream().filter(secret -> secret.get(each)).count()).as("bit %d", bit).isBetween(800L, 1_200L);
        }
        assertThat(LinkSecret.draw()).hasSize(48);
    }
}

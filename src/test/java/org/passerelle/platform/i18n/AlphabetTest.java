package org.passerelle.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlphabetTest {

    @Test
    void anAccentDoesNotSendANameToTheEnd() {
        assertThat(Stream.of("Wagram", "zoé", "École", "Eaux-Vives", "Édith").sorted(Alphabet.ORDER))
                .containsExactly("Eaux-Vives", "École", "Édith", "Wagram", "zoé");
    }
}

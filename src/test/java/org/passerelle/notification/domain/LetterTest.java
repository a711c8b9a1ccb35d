package org.passerelle.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;

class LetterTest {

    private static final Branch PORT = new Branch("PORT", "Médiathèque du Port", "", "01 00 00 00 00",
            ZoneId.of("Europe/Paris"), "", "");

    @Test
    void isSignedByItsBranch() {
        assertThat(Letter.of("ada@example.org", "Prêt", "Bonjour", PORT).text())
                .isEqualTo("Bonjour\n\n-- \nMédiathèque du Port\n01 00 00 00 00\n");
    }

    @Test
    void opensInAMailProgramWhateverStandsInIt() {
        String address = Letter.of("a+b&c?d%@example.org", "Prêt &\r\nBcc: eve@example.org", "50 % ?&=#\nœuvre", PORT)
                .mailto();

        assertThat(address).startsWith("mailto:a%2Bb%26c%3Fd%25@example.org?subject=Pr%C3%AAt%20%26%20Bcc%3A%20eve%40")
                .contains("&body=50%20%25%20%3F%26%3D%23%0D%0A%C5%93uvre%0D%0A");
        assertThat(address.chars().filter(sign -> sign == '&')).hasSize(1);
    }

    @Test
    void aTextTooLongForAnAddressIsLeftToBeCopied() {
        Letter letter = Letter.of("ada@example.org", "Prêt", "é".repeat(1_000), PORT);

        assertThat(URLDecoder.decode(letter.mailto(), StandardCharsets.UTF_8))
                .isEqualTo("mailto:ada@example.org?subject=Prêt");
    }
}

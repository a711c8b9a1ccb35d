package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "h.f+drive@exemple.fr", "o'brien@sub.example.co.uk", "hélène@médiathèque.fr",
            "1_2-3@4.example"})
    void anAddressWithADomainIsOne(String address) {
        assertThat(MailAddress.isUsable(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "nobody", "@b.fr", "a@", "a@b", "a@b.", "a@.fr", "a b@c.fr", " a@b.fr", "a@b.fr ", "a@b@c.fr",
            "a@b.fr,c@d.fr", "a@b.fr;c@d.fr", "Ada <a@b.fr>", "<a@b.fr>", "a@b.fr\r\nBcc: c@d.fr", "a@b.fr\u0000",
            "\"a b\"@c.fr", "a(b)@c.fr", "a@[127.0.0.1]", "a..b@c.fr", ".a@c.fr", "a.@c.fr"})
    void anythingElseIsNone(String address) {
        assertThat(MailAddress.isUsable(address)).isFalse();
    }

    @Test
    void noAddressIsLongerThanMailCarries() {
        String domain = "@example.org";

        assertThat(MailAddress.isUsable("a".repeat(MailAddress.LONGEST - domain.length()) + domain)).isTrue();
        assertThat(MailAddress.isUsable("a".repeat(MailAddress.LONGEST - domain.length() + 1) + domain)).isFalse();
    }
}

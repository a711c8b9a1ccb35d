package org.passerelle.support.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChromiumPlaceTest {

    @Test
    void whereNoChromiumIsAndNoneCanBeFetchedTheTestsSayInOneSentenceWhatTheyNeed() {
        assertThatThrownBy(() -> ChromiumPlace.chosen(null, Optional::empty)).isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("The browser tests need a Chromium: [^\\n]+; install one, or name it in PASSERELLE_CHROMIUM\\.");
        assertThatThrownBy(() -> ChromiumPlace.chosen("/no/such/browser", Optional::empty))
                .hasMessage("PASSERELLE_CHROMIUM names /no/such/browser, which is no program.");
    }
}

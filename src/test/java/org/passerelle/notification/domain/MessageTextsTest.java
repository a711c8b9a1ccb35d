package org.passerelle.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.i18n.Messages;

/** A message reads well whatever there is to say. */
class MessageTextsTest {

    private static final Map<String, String> WITHOUT_NOTE = Map.of("name", "Awa Diallo", "day", "mardi", "time", "9 h",
            "code", "K7F-42", "branch", "Port", "note", "", "link", "https://example.org/pickup/x");

    private final MessageTexts texts = new MessageTexts(new Messages());

    @Test
    void whatIsNotSaidLeavesNoGap() {
        assertThat(texts.word("drive-slot-changed", Locale.FRENCH, WITHOUT_NOTE).body())
                .doesNotContain("\n\n\n").contains("mardi, 9 h.\n\nVotre réservation");
    }
}

package org.passerelle.platform.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.i18n.Messages;

class DiagramWordsTest {

    @Test
    void theModelSpeaksTheReadersLanguage() throws IOException {
        String model = Files.readString(Path.of("bpmn", "drive-pickup.bpmn"));
        Messages messages = new Messages();

        assertThat(DiagramWords.in(messages, Locale.FRENCH, model)).contains("name=\"Préparer les documents\"")
                .doesNotContain("name=\"Pick the documents\"");
        assertThat(DiagramWords.in(messages, Locale.ENGLISH, model)).contains("name=\"Pick the documents\"");
        assertThat(DiagramWords.in(messages, Locale.FRENCH, model)).contains("name=\"drive-pickup.patronArrived\"");
    }
}

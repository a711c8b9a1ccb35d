package org.passerelle.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.support.PaperLabel;

/** Titles in many scripts, as they come out on paper. */
class LabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"Преступление и наказание", "Ἰλιάς · Οδύσσεια", "Łąka i świerszcz żółty", "Œuvre à la française",
            "Пан Тадеуш — «Ґанок»"})
    void whatTheFontHasIsPrintedAsItIsWritten(String title) throws IOException {
        PaperLabel label = new PaperLabel(Label.pdf("Q12", title, title, List.of(title)));

        assertThat(label.text(1)).contains(title);
        assertThat(label.contents()).contains(title);
    }

    @Test
    void whatTheFontHasNotIsPrintedAsBoxesOneForEachSign() throws IOException {
        assertThat(printed("红楼梦 · Cao Xueqin")).contains("□□□ · Cao Xueqin");
        assertThat(printed("A\ud83e\udd96B")).contains("A□B");
    }

    @Test
    void whatHasNoShapeLeavesNoMark() throws IOException {
        assertThat(printed("Ger\u0000min\u200dal\n\u0007Zo\ufe0fla \u202eenneis")).contains("Ger min", "Zo").doesNotContain("□")
                .doesNotContain("\u0000", "\u202e");
        assertThat(printed("")).contains("Q12");
        assertThat(printed("E\u0301toile")).contains("Étoile");
    }

    @Test
    void aPaperCarriesOnlyTheLettersItUses() {
        byte[] label = Label.pdf("Q12", "Germinal", "Zola", List.of("Преступление"));

        assertThat(label).hasSizeLessThan(60_000);
        assertThat(new String(label, StandardCharsets.ISO_8859_1)).contains("/FontFile2").doesNotContain("Helvetica");
    }

    private static String printed(String title) throws IOException {
        return new PaperLabel(Label.pdf("Q12", "PORT", "BD", List.of(title))).contents();
    }
}

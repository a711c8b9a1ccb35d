package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dialogs in which something is chosen or typed. */
class DialogsTest {

    /** Nothing is typed in it. */
    private static final String HELP = "HelpButton.java";

    @Test
    void noneIsClosedByAClickBesideIt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Map<String, String> sources = files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toMap(
                    file -> file.getFileName() + " in " + file.getParent(), DialogsTest::text));
            assertThat(closing(sources)).isEmpty();
        }
    }

    @Test
    void oneThatIsIsFound() {
        assertThat(closing(Map.of("Hasty.java", "class Hasty extends Dialog { }", "Kept.java",
                "class Kept extends Dialog { Kept() { setCloseOnOutsideClick(false); } }"))).containsExactly("Hasty.java");
    }

    private static List<String> closing(Map<String, String> sources) {
        return sources.entrySet().stream().filter(source -> !source.getKey().startsWith(HELP))
                .filter(source -> source.getValue().contains(" extends Dialog {") || source.getValue().contains("new Dialog("))
                .filter(source -> !source.getValue().contains("setCloseOnOutsideClick(false)")).map(Map.Entry::getKey).sorted().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder that somebody can take in at a glance; past that, a sub-package wants to exist. */
class FoldersTest {

    private static final int MOST = 25;

    @Test
    void noFolderHoldsMoreClassesThanOneCanTakeIn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(full(files)).isEmpty();
        }
    }

    @Test
    void aFolderWithOneClassTooManyIsFound() {
        Stream<String> most = classes("at-most", MOST);
        Stream<String> more = classes("over", MOST + 1);
        Stream<String> others = Stream.of("at-most/package-info.java", "at-most/notes.md");

        assertThat(full(Stream.of(most, more, others).flatMap(files -> files).map(Path::of)))
                .isEqualTo(Map.of(Path.of("over"), MOST + 1L));
    }

    private static Stream<String> classes(String folder, int count) {
        return IntStream.range(0, count).mapToObj(number -> folder + "/Class" + number + ".java");
    }

    private static Map<Path, Long> full(Stream<Path> files) {
        Map<Path, Long> full = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        full.values().removeIf(count -> count <= MOST);
        return full;
    }
}

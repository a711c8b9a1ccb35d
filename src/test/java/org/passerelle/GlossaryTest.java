package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of docs/glossary.md stand for classes that exist. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("^\\|([^|]+)\\|([^|]+)\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void eachWordIsThereOnceAndStandsForAClassThatExists() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));

        assertThat(faults(glossary)).isEmpty();
        assertThat(rows(glossary)).hasSizeGreaterThan(30);
    }

    @Test
    void aWordWithoutAClassAndOneThatIsThereTwiceAreFound() {
        assertThat(faults("""
                | English | French | Class | What it is |
                |---|---|---|---|
                | team | équipe | `Team` | people who work together |
                | crew | équipage | `Crew` | people who sail together |
                | team | groupe | `Agent` | people who work together, once more |
                """)).containsExactly("crew: no class Crew", "team: there twice");
    }

    private static List<String> faults(String glossary) {
        Set<String> classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.passerelle").stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (MatchResult row : rows(glossary)) {
            String word = row.group(1).strip();
            if (!classes.contains(row.group(3))) {
                faults.add(word + ": no class " + row.group(3));
            }
            if (!words.add(word)) {
                faults.add(word + ": there twice");
            }
        }
        return faults;
    }

    private static List<MatchResult> rows(String glossary) {
        return ROW.matcher(glossary).results().toList();
    }
}

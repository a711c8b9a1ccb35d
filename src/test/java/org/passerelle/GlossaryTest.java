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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of docs/glossary.md stand for classes that exist. */
class GlossaryTest {

    private static final String HEAD = "| English | French | Class | What it is |\n|---|---|---|---|\n";
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| [^|]+ \\| `(\\w+)` \\| [^|]+ \\|");

    @Test
    void eachWordIsThereOnceAndStandsForAClassThatExists() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));

        assertThat(faults(glossary)).isEmpty();
        assertThat(rows(glossary)).hasSizeGreaterThan(30);
    }

    @Test
    void aWordWithoutAClassOneThatIsThereTwiceAndOneThatCannotBeReadAreFound() {
        assertThat(faults(HEAD + """
                | team | équipe | `Team` | people who work together |
                | crew | équipage | `Crew` | people who sail together |
                | team | groupe | `Agent` | people who work together, once more |
                | post | poste | Posts | what somebody is at work as |
                | needs | besoins | `Needs` |

                | other | autre | a table of its own |
                """)).containsExactly("crew: no class Crew", "team: there twice",
                "cannot be read: | post | poste | Posts | what somebody is at work as |", "cannot be read: | needs | besoins | `Needs` |");
    }

    private static List<String> faults(String glossary) {
        Set<String> classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.passerelle").stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (String line : rows(glossary)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                faults.add("cannot be read: " + line);
                continue;
            }
            if (!classes.contains(row.group(2))) {
                faults.add(row.group(1) + ": no class " + row.group(2));
            }
            if (!words.add(row.group(1))) {
                faults.add(row.group(1) + ": there twice");
            }
        }
        return faults;
    }

    /** Of the table with a class to each word, down to the next empty line. */
    private static List<String> rows(String glossary) {
        int first = glossary.indexOf(HEAD) + HEAD.length();
        return glossary.substring(first).lines().takeWhile(line -> !line.isBlank()).toList();
    }
}

package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void eachClassThatAWordStandsForExists() throws IOException {
        Set<String> classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.passerelle").stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(rows()).hasSizeGreaterThan(30).extracting(row -> row.group(3)).isSubsetOf(classes);
    }

    @Test
    void noWordIsThereTwice() throws IOException {
        assertThat(rows()).extracting(row -> row.group(1).strip()).doesNotHaveDuplicates();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/glossary.md"))).results().toList();
    }
}

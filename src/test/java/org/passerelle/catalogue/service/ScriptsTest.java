package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob.Counts;

/** Titles in other scripts than the Latin one, and in none. */
class ScriptsTest extends ImportTests {

    private static final Path FIVE_SCRIPTS = Path.of("src/test/resources/marc/cases/scripts-no-isbn.mrc");

    @Test
    void theSameFileAgainChangesNothingInAnyScript() throws IOException {
        byte[] file = Files.readAllBytes(FIVE_SCRIPTS);

        assertThat(imported(file).counts()).isEqualTo(new Counts(5, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(imported(file).counts()).isEqualTo(new Counts(0, 0, 5, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"戦争と平和, 戦争と平和", "война мир, Война и мир", "ΖΟΡΜΠΑΣ, Ο Ζορμπάς", "ليلة, ألف ليلة وليلة",
            "평화, 전쟁과 평화"})
    void eachIsFoundByItsWords(String typed, String title) throws IOException {
        imported(Files.readAllBytes(FIVE_SCRIPTS));

        assertThat(search.search(typed, SearchFilters.NONE, 0, 5).titles()).extracting(found -> found.title().title())
                .containsExactly(title);
    }

    @Test
    void aCorrectedTitleInAnotherScriptIsTheSameWorkAndAnotherTitleIsNot() {
        imported(file(record("1", "Братья Карамазовы"), record("2", "Анна Каренина")));

        assertThat(imported(file(record("1", "Братья Карамазовы : роман"), record("2", "Мёртвые души"))).counts())
                .isEqualTo(new Counts(0, 1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aTitleOfSignsAloneIsItselfAndNoOther() {
        imported(file(record("1", "???"), record("2", "!!!")));

        assertThat(imported(file(record("1", "???"), record("2", "***"))).counts())
                .isEqualTo(new Counts(0, 0, 1, 1, 0, 0, 0, 0, 0));
    }
}

package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "30001|\"30001\"",
            "=1+1|\"'=1+1\"",
            "+33|\"'+33\"",
            "-1|\"'-1\"",
            "@SUM(A1)|\"'@SUM(A1)\"",
            "a \"b\"; c|\"a \"\"b\"\"; c\""})
    void noCellIsAFormulaOrBreaksItsLine(String text, String cell) {
        assertThat(RefusalsFile.cell(text)).isEqualTo(cell);
    }

    @Test
    void whatIsMissingIsAnEmptyCell() {
        assertThat(RefusalsFile.cell(null)).isEqualTo("\"\"");
    }
}

package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageNamesTest {

    @ParameterizedTest
    @CsvSource({"fre,français,French", "fra,français,French", "eng,anglais,English", "chi,chinois,Chinese",
            "grc,grec ancien,Ancient Greek", "xyz9,xyz9,xyz9"})
    void aLanguageIsNamedInThePersonsOwn(String code, String french, String english) {
        assertThat(LanguageNames.of(code, Locale.FRANCE)).isEqualTo(french);
        assertThat(LanguageNames.of(code, Locale.UK)).isEqualTo(english);
    }
}

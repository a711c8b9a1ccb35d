package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
class SearchFormTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Le Cœur, l’Été : Zoé|le coeur l ete zoe",
            "ŒUVRES DE CÆSAR|oeuvres de caesar",
            "K7F-42|k7f 42",
            "e\u0301tranger|etranger",
            "« Война » и мир|война и мир",
            "100 % \\_|100"})
    void wordsAreComparedWithoutCaseAccentsAndPunctuation(String typed, String form) {
        assertThat(jdbc.sql("select app.search_form(?)").param(typed).query(String.class).single()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"feran, mme ferrand, true", "germinla, germinal zola, true", "zzz, germinal zola, false"})
    void aSmallTypoIsForgivenByWordSimilarity(String typed, String words, boolean found) {
        assertThat(jdbc.sql("select public.word_similarity(app.search_form(?), ?) >= 0.5").params(typed, words)
                .query(Boolean.class).single()).isEqualTo(found);
    }
}

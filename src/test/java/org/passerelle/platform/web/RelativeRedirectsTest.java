package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeRedirectsTest {

    @ParameterizedTest
    @CsvSource({"https://elsewhere.example/inbox?tab=mine#one, /inbox?tab=mine#one",
            "http://elsewhere.example:8080, /",
            "http://elsewhere.example?tab=mine, /?tab=mine",
            "//elsewhere.example/inbox, /inbox",
            "http://here.example//elsewhere.example/inbox, /elsewhere.example/inbox",
            "/\\elsewhere.example/inbox, /inbox",
            "https:elsewhere.example, /",
            "/login?continue=https://elsewhere.example, /login?continue=https://elsewhere.example",
            "login?error, login?error"})
    void aRedirectNeverLeavesTheSite(String asked, String sent) {
        assertThat(RelativeRedirects.here(asked)).isEqualTo(sent);
    }
}

package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

    private final CommonPasswords common = new CommonPasswords();

    @ParameterizedTest
    @ValueSource(strings = {"motdepasse123", "Motdepasse2026!", "azertyuiop123", "passwordpassword", "Password2026!",
            "123456789012", "Bibliothèque2026", "médiathèque1", "passerelle2026", "soleilsoleil", "changezmoi123",
            "P@ssw0rd1234", "qwertyuiop12", "0000000000000", "janvierjanvier"})
    void whatManyPeopleChooseIsCommonHoweverLongItIs(String password) {
        assertThat(common.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"un mot assez long", "cheval agrafe pile juste", "correct horse battery staple",
            "xk3f9q7bn2ms4t", "lechatdort sous la table", "ζεστό ψωμί το πρωί"})
    void aFewUnrelatedWordsOrAnythingByChanceIsNot(String password) {
        assertThat(common.contain(password)).isFalse();
    }

    @Test
    void whatTheOwnerIsCalledIsGuessedFirst() {
        assertThat(common.contain("Szczepanowska1987")).isFalse();
        assertThat(common.contain("Szczepanowska1987", "mszcz", "Magdalena Szczepanowska")).isTrue();
        assertThat(common.contain("20026000123456", "20026000123456")).isTrue();
    }
}

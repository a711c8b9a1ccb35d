package org.passerelle.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RationTest {

    private final Ration ration = new Ration(2);

    @Test
    void eachMinuteBeginsAnew() {
        assertThat(ration.count("a", 0)).isEqualTo(new Ration.Count(1, 1));
        assertThat(ration.count("a", 59_999)).isEqualTo(new Ration.Count(2, 2));
        assertThat(ration.count("a", 60_000)).isEqualTo(new Ration.Count(1, 1));
    }

    @Test
    void kindsBeyondThoseToldApartCountAsOne() {
        ration.count("a", 0);
        ration.count("b", 0);
        ration.count("c", 0);

        assertThat(ration.count("d", 0)).isEqualTo(new Ration.Count(2, 4));
        assertThat(ration.count("a", 0)).isEqualTo(new Ration.Count(2, 5));
    }
}

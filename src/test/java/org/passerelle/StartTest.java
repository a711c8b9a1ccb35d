package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.platform.journal.Journal;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
class StartTest {

    @Autowired
    Journal journal;

    @Test
    void theProductStartsOnARealDatabase() {
        assertThat(journal).isNotNull();
    }
}

package org.passerelle.platform.retention.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.retention.Forgetting;
import org.passerelle.platform.retention.KeptDataBook;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.SampleKeptData;
import org.passerelle.support.ScreenTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What is kept, as an administrator reads it. */
@PasserelleTest
class KeptDataScreenTest extends ScreenTest {

    private static final CurrentUser INES = somebody(Role.ADMIN);

    @Autowired
    Forgetting forgetting;
    @Autowired
    KeptDataBook book;
    @Autowired
    SampleKeptData sample;
    @Autowired
    SignedIn signedIn;
    @Autowired
    CatalogueFixture catalogue;

    @AfterEach
    void nothingIsPlanted() {
        sample.left = 0;
    }

    @Test
    void eachKindOfDataIsNamedWithItsPeriodAndItsLastNight() {
        catalogue.branch("PORT");
        sample.left = 3;
        forgetting.planMissingRuns();
        clock.advance(Duration.ofDays(1));
        engine.runDueJobs();
        signIn(INES);

        navigate(KeptDataView.class);

        List<String> rows = texts().stream().map(Screens::withOrdinarySpaces).toList();
        assertThat(rows).contains("Échantillon", "Prêts : qui avait emprunté", "Registre de sécurité");
        assertThat(rows).anyMatch(row -> row.startsWith("10 jours après la fin · dernière nuit d’oubli")
                && row.endsWith(": 3 oublis"));
        assertThat(rows).anyMatch(row -> row.startsWith("365 jours après la fin") && row.endsWith("rien à oublier"));
    }

    @Test
    void beforeTheFirstNightItSaysThatThereWasNone() {
        signIn(INES);

        navigate(KeptDataView.class);

        assertThat(texts()).anyMatch(row -> row.endsWith("aucune nuit d’oubli encore"));
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (Role role : List.of(Role.PATRON, Role.AGENT, Role.MANAGER)) {
            assertThatThrownBy(() -> signedIn.runAs(somebody(role), () -> book.all()))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private static CurrentUser somebody(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Ines", role, Set.of(), null);
    }
}

package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.CatalogueFixture.TitleWithCopies;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue as everybody reads it, signed in or not. */
@PasserelleTest
class CatalogueScreensTest extends ScreenTest {

    @Autowired
    CatalogueFixture catalogue;

    @BeforeEach
    void aReaderInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @Test
    void theListAndTheTitlesPageSayWhatIsAvailableWhere() {
        UUID port = catalogue.branch("PORT");
        TitleWithCopies nana = catalogue.title("Nana", "Zola, Émile", port, 2);
        catalogue.copy(nana.title(), catalogue.branch("GARE"));

        UI.getCurrent().navigate("catalogue");
        assertThat(read()).anyMatch(line -> line.contains("Médiathèque PORT : 2 exemplaires")
                && line.contains("Médiathèque GARE : 1 exemplaire"));

        UI.getCurrent().navigate("title/" + nana.title());
        assertThat(read()).contains("Médiathèque PORT", "Médiathèque GARE");
        assertThat(read()).filteredOn(line -> line.equals("en rayon") || line.equals("disponible")).isNotEmpty();
    }

    private List<String> read() {
        return texts().stream().map(Screens::withOrdinarySpaces).toList();
    }
}

package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
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
        assertThat(read()).filteredOn(line -> line.startsWith("en rayon") || line.equals("disponible")).isNotEmpty();
    }

    @Test
    void theListHoldsOnePageWhateverTheAddressSays() {
        UUID port = catalogue.branch("PORT");
        for (int tome = 10; tome < 55; tome++) {
            catalogue.title("Tome " + tome, "Zola, Émile", port, 1);
        }

        open("");
        assertThat(rows()).hasSize(20).first().asString().contains("Tome 10");
        assertThat(read()).anyMatch(line -> line.contains("45 titres (1 à 20)")).contains("Titres suivants")
                .doesNotContain("Titres précédents");

        open("page=3");
        assertThat(rows()).hasSize(5).first().asString().contains("Tome 50");
        assertThat(read()).anyMatch(line -> line.contains("45 titres (41 à 45)")).contains("Titres précédents")
                .doesNotContain("Titres suivants");

        for (String hostile : List.of("page=25", "page=999", "page=-1", "pages=25", "page=2147483648", "page=x")) {
            open(hostile);
            assertThat(rows()).as(hostile).hasSize(20).first().asString().contains("Tome 10");
        }
    }

    private void open(String query) {
        UI.getCurrent().navigate("catalogue", QueryParameters.fromString(query));
    }

    private List<String> rows() {
        return all(TitleRow.class).map(row -> row.getElement().getTextRecursively()).toList();
    }

    private List<String> read() {
        return texts().stream().map(Screens::withOrdinarySpaces).toList();
    }
}

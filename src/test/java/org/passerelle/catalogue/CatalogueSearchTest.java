package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class CatalogueSearchTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    CatalogueSearch search;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    CopyPlaces places;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    UUID centre;
    UUID port;

    @BeforeEach
    void aSmallLibrary() {
        centre = catalogue.branch("CEN");
        port = catalogue.branch("PORT");
        catalogue.title(new NewTitle("1", "Les Misérables", "par Victor Hugo", List.of("Hugo, Victor"), "Hetzel", 1862,
                List.of("9782070409228"), List.of("fre"), List.of("Paris (France)", "Pauvreté"), null,
                MaterialType.BOOK), centre, 2);
        catalogue.title("Notre-Dame de Paris", "Hugo, Victor", port, 1);
        catalogue.title("Un cœur simple", "Flaubert, Gustave", centre, 1);
        catalogue.title("L’Assommoir", "Zola, Émile", centre, 1);
        catalogue.title(new NewTitle("5", "Blacksad. 2, Arctic-Nation", null, List.of("Díaz Canales, Juan"), null, 2003,
                List.of(), List.of("fre"), List.of(), "Blacksad", MaterialType.COMIC), port, 1);
        catalogue.title("Paris", "Zola, Émile", port, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "misérables hugo|Les Misérables",
            "HUGO   les miserables|Les Misérables",
            "pauvrete|Les Misérables",
            "9782070409228|Les Misérables",
            "978-2-07-040922-8|Les Misérables",
            "2-07-040922-7|Les Misérables",
            "2070409227|Les Misérables",
            "coeur simple|Un cœur simple",
            "cœur|Un cœur simple",
            "simple, flaub|Un cœur simple",
            "flaubret|Un cœur simple",
            "gustvae|Un cœur simple",
            "asommoir|L’Assommoir",
            "la assommoir|L’Assommoir",
            "assommoirr zloa|L’Assommoir",
            "blaksad|Blacksad. 2, Arctic-Nation",
            "diaz canales|Blacksad. 2, Arctic-Nation",
            "00000002|Notre-Dame de Paris"})
    void oneTitleIsFoundHoweverItIsWritten(String typed, String title) {
        if (typed.startsWith("0000")) {
            UUID notreDame = search.search("notre dame", SearchFilters.NONE, 0, 1).titles().getFirst().title().id();
            catalogue.copy(new NewCopy(notreDame, typed + "-X", port, null, MaterialType.BOOK, null));
            typed = typed + "-X";
        }
        assertThat(found(typed, SearchFilters.NONE)).containsExactly(title);
    }

    @Test
    void exactTitlesComeFirstThenTitlesThatBeginSoThenTitlesWithTheWordsThenTheRest() {
        catalogue.title("Paris est une fête", "Hemingway, Ernest", centre, 1);

        assertThat(found("paris", SearchFilters.NONE))
                .containsExactly("Paris", "Paris est une fête", "Notre-Dame de Paris", "Les Misérables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "maupasant bel|Bel-Ami, de Maupassant",
            "bel maupasant|Bel-Ami, de Maupassant",
            "maupassant bel ammi|Bel-Ami, de Maupassant",
            "blaksad 2|Blacksad. 2, Arctic-Nation",
            "la belle miserable|",
            "blaksad 3|",
            "paris zolla|Paris"})
    void aTypoInOneWordExcusesNoOther(String typed, String title) {
        catalogue.title("Bel-Ami, de Maupassant", "Maupassant, Guy de", centre, 1);
        catalogue.title("Bel-Ami", "Auteur", centre, 1);
        catalogue.title("Belles passantes", "Maupas, Paul", centre, 1);
        catalogue.title("Blacksad. 1", "Díaz Canales, Juan", port, 1);

        assertThat(found(typed, SearchFilters.NONE)).isEqualTo(title == null ? List.of() : List.of(title));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"rome|Roman", "mort|More", "vie|Vue", "mer|Mes", "voyage|Voyous",
            "maison|Raison d'Etat", "chat|Chute", "guerre|Guerison"})
    void anotherWordIsNoTypo(String typed, String title) {
        catalogue.title(title, "Auteur", centre, 1);

        assertThat(found(typed, SearchFilters.NONE)).isEmpty();
    }

    @Test
    void whatIsOnlyNearIsSaidToBe() {
        assertThat(search.search("hugo", SearchFilters.NONE, 0, 10).approximate()).isFalse();
        assertThat(search.search("huggo", SearchFilters.NONE, 0, 10).approximate()).isTrue();
    }

    @Test
    void filtersNarrow() {
        assertThat(found("hugo", new SearchFilters(null, port, false))).containsExactly("Notre-Dame de Paris");
        assertThat(found("", new SearchFilters(MaterialType.COMIC, null, false)))
                .containsExactly("Blacksad. 2, Arctic-Nation");
        assertThat(found("zola", new SearchFilters(null, null, true))).containsExactly("L’Assommoir");
    }

    @Test
    void availabilityCountsOnlyWhatIsOnItsShelf() {
        UUID assommoir = search.search("assommoir", SearchFilters.NONE, 0, 1).titles().getFirst().title().id();
        transaction.executeWithoutResult(status -> places.hold(assommoir, centre, UUID.randomUUID()));

        assertThat(found("zola", new SearchFilters(null, null, true))).isEmpty();
        assertThat(search.search("assommoir", SearchFilters.NONE, 0, 1).titles().getFirst().branches())
                .containsExactly(new BranchCopies(centre, "Médiathèque CEN", 0, 1, null));
        assertThat(search.title(assommoir, 10).orElseThrow().copies()).extracting(TitleDetails.CopyAt::place)
                .containsExactly(PlaceKind.HELD);
    }

    @Test
    void whatIsMissingIsNotShownAsACopy() {
        UUID assommoir = search.search("assommoir", SearchFilters.NONE, 0, 1).titles().getFirst().title().id();
        transaction.executeWithoutResult(status -> {
            UUID copy = places.hold(assommoir, centre, UUID.randomUUID()).orElseThrow().id();
            places.move(copy, null, Set.of(PlaceKind.HELD), PlaceKind.MISSING, null, null, "pas en rayon");
        });

        assertThat(search.search("assommoir", SearchFilters.NONE, 0, 1).titles().getFirst().branches()).isEmpty();
        assertThat(found("assommoir", new SearchFilters(null, centre, false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' | 'a", "!!!", "a & b:*", "%", "\\", "<script>alert(1)</script>", "\0", "xyzzyx",
            "'); drop table app.title; --", "hugo\0xyzzyx", "𝕏𝕐"})
    void hostileWordsFindNothingAndHarmNothing(String typed) {
        assertThat(found(typed, new SearchFilters(MaterialType.GAME, null, false))).isEmpty();
    }

    @Test
    void aQueryAsLongAsABookIsCut() {
        assertThat(found("hugo ".repeat(100_000), SearchFilters.NONE))
                .containsExactlyInAnyOrder("Les Misérables", "Notre-Dame de Paris");
    }

    @Test
    void aPageTakesThreeStatementsWhateverTheVolume() {
        IntStream.range(0, 60).forEach(n -> catalogue.title("Voyage " + n, "Verne, Jules", n % 2 == 0 ? centre : port, 2));

        assertThat(Statements.during(() -> {
            SearchPage page = search.search("verne voyage", new SearchFilters(MaterialType.BOOK, centre, true), 10, 20);
            assertThat(page.total()).isEqualTo(30);
            assertThat(page.titles()).hasSize(20).allMatch(found -> found.available() == 2);
        })).hasSizeLessThanOrEqualTo(3);
        assertThat(Statements.during(() -> search.search("vrene", SearchFilters.NONE, 0, 50)))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(Statements.during(() -> search.search("", SearchFilters.NONE, 0, 50))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void openingTheCatalogueOrASearchTakesThreeStatements() {
        IntStream.range(0, 60).forEach(n -> catalogue.title("Voyage " + n, "Verne, Jules", centre, 2));
        try (Screens screens = new Screens(context, CatalogueView.class)) {
            BrowserlessUIContext screen = screens.nobody();

            assertThat(Statements.during(() -> Screens.enter(screen, "catalogue", ""))).hasSizeBetween(2, 3);
            assertThat(Statements.during(() -> Screens.enter(screen, "catalogue", "q=voyage&branch=" + port)))
                    .hasSizeBetween(2, 3);
            assertThat(Statements.during(() -> Screens.enter(screens.nobody(), "catalogue", "q=voyage")))
                    .hasSizeBetween(2, 3);
            assertThat(screen.find(Select.class).withCaption("Bibliothèque").single().getListDataView().getItems())
                    .containsExactly(centre, port);
        }
    }

    @Test
    void aWordThatIsEverywhereIsNotCountedToTheEndAndTheBestStillComeFirst() {
        catalogue.title("La bibliothèque perdue", "Auteur", centre, 1);
        catalogue.title("Bibliothèque", "Auteur", centre, 1);
        catalogue.title("Bibliothèques du monde", "Auteur", centre, 1);
        jdbc.sql("""
                insert into app.title (id, identifier, title, material, title_form, search_words)
                select gen_random_uuid(), 'many-' || n, 'Récit ' || n, 'BOOK', 'recit ' || n,
                       array_to_tsvector(app.search_words('Récit ' || n || ' bibliothèque'))
                from generate_series(1001, 2100) as n""").update();

        SearchPage first = search.search("bibliotheque", SearchFilters.NONE, 0, 5);
        assertThat(first.uncounted()).isTrue();
        assertThat(first.titles()).extracting(found -> found.title().title()).containsExactly("Bibliothèque",
                "Bibliothèques du monde", "La bibliothèque perdue", "Récit 1001", "Récit 1002");
        assertThat(search.search("bibliotheque", SearchFilters.NONE, 5, 2).titles())
                .extracting(found -> found.title().title()).containsExactly("Récit 1003", "Récit 1004");
        assertThat(search.search("bibliotheque", new SearchFilters(null, centre, true), 0, 5).total()).isEqualTo(3);
        assertThat(found("recit 1500", SearchFilters.NONE)).containsExactly("Récit 1500");
        assertThat(search.search("recit", SearchFilters.NONE, 500, 2).titles())
                .extracting(found -> found.title().title()).containsExactly("Récit 1501", "Récit 1502");
        assertThat(search.search("", SearchFilters.NONE, 0, 5).uncounted()).isTrue();
    }

    @Test
    void aTitleWithManyCopiesTellsOfAFewAtATimeAndCountsThemAll() {
        UUID many = catalogue.title("Nana", "Zola, Émile", centre, 70).title();
        IntStream.range(0, 5).forEach(n -> catalogue.copy(many, port));

        List<String> statements = Statements.during(() -> {
            TitleDetails title = search.title(many, 50).orElseThrow();
            assertThat(title.copies()).hasSize(50);
            assertThat(title.found().branches()).containsExactly(new BranchCopies(centre, "Médiathèque CEN", 70, 70, null),
                    new BranchCopies(port, "Médiathèque PORT", 5, 5, null));
        });
        assertThat(statements).hasSizeLessThanOrEqualTo(3);
        assertThat(search.copies(many, 50, 50)).hasSize(25)
                .extracting(TitleDetails.CopyAt::branch).endsWith(port, port, port, port, port);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> all = found("", SearchFilters.NONE);
        List<String> byTwo = IntStream.range(0, 3).boxed()
                .flatMap(n -> search.search("", SearchFilters.NONE, n * 2, 2).titles().stream())
                .map(found -> found.title().title()).toList();

        assertThat(all).hasSize(6).isEqualTo(byTwo);
    }

    private List<String> found(String typed, SearchFilters filters) {
        return search.search(typed, filters, 0, 20).titles().stream().map(found -> found.title().title()).toList();
    }
}

package org.passerelle.platform.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.search.SearchEverywhere.Group;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the one search field finds, for whom, and what it costs. */
@PasserelleTest
class SearchEverywhereTest {

    /** One of each source that knows codes. */
    private static final int MOST_FOR_A_CODE = 4;
    private static final int MOST_FOR_WORDS = 9;

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    SearchEverywhere search;
    @Autowired
    Drive drive;
    @Autowired
    QuarantineRoom room;

    Screens screens;
    UUID branch;
    CurrentUser agent;
    Patron jeanne;
    ReservationId reservation;
    String code;
    String barcode;

    @BeforeEach
    void aReservationAndABookOnItsShelf() {
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class, ReservationView.class, TitleView.class, CopyView.class,
                CrateView.class), entries.stream().map(MenuEntry::view)).toArray(Class<?>[]::new));
        branch = room.branch("PORT");
        agent = drive.agentOf(branch);
        jeanne = drive.patron("Jeanne", "Ferrand");
        reservation = drive.reserve(jeanne, branch, SLOT, drive.title(branch, "Germinal", 1));
        code = drive.see(agent, reservation).code();
        barcode = room.book(branch, "Nana");
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void aCodeFindsTheOneThingThatBearsItHoweverItWasReadOrTyped() {
        String crate = room.see(agent, room.sealedCrate(agent, branch, 1)).crate().code();
        at(agent, () -> {
            assertThat(kinds(search.find(code, Locale.FRENCH))).containsExactly("search.kind.reservation");
            assertThat(addresses(search.find(code.replace("-", "").toLowerCase(Locale.ROOT), Locale.FRENCH)))
                    .containsExactly("reservation/" + reservation.value());
            assertThat(addresses(search.find("]C1" + jeanne.cardNumber(), Locale.FRENCH)))
                    .containsExactly("patrons/" + jeanne.id());
            assertThat(addresses(search.find(barcode, Locale.FRENCH))).containsExactly("copy/" + barcode);
            assertThat(kinds(search.find(crate.toLowerCase(Locale.ROOT), Locale.FRENCH)))
                    .containsExactly("search.kind.crate");
            return null;
        });
    }

    @Test
    void wordsFindEveryKindOfThingAndForgiveASlip() {
        at(agent, () -> {
            assertThat(kinds(search.find("ferand", Locale.FRENCH))).contains("search.kind.patron");
            assertThat(kinds(search.find("ferrand", Locale.FRENCH)))
                    .containsSubsequence("search.kind.reservation", "search.kind.patron");
            assertThat(kinds(search.find("germinl", Locale.FRENCH))).contains("search.kind.title");
            assertThat(kinds(search.find("quarantaine", Locale.FRENCH))).containsExactly("search.kind.screen");
            assertThat(kinds(search.find("tach", Locale.FRENCH))).containsExactly("search.kind.screen");
            return null;
        });
    }

    @Test
    void aShelfMarkFindsItsCopiesAndTheBagsPlaceItsReservation() {
        drive.titleAt(branch, "Le Dépit amoureux", "842 MOL");
        drive.pick(agent, reservation);
        drive.bag(agent, reservation);
        String place = drive.see(agent, reservation).bagPlace();
        at(agent, () -> {
            List<SearchResult> copies = search.find("842 mol", Locale.FRENCH).getFirst().results();
            assertThat(copies).singleElement().satisfies(copy -> {
                assertThat(copy.name()).startsWith("Le Dépit amoureux");
                assertThat(copy.detail()).endsWith("en rayon · 842 MOL");
            });
            assertThat(search.find(place.toLowerCase(Locale.ROOT), Locale.FRENCH).getFirst().results())
                    .singleElement().satisfies(found -> {
                        assertThat(found.name()).isEqualTo(code + " · Jeanne Ferrand");
                        assertThat(found.next()).isEqualTo("Remettre le sac");
                    });
            return null;
        });
    }

    @Test
    void whatIsDoneNextIsSaidToWhoMayDoIt() {
        String next = at(agent, () -> search.find(code, Locale.FRENCH).getFirst().results().getFirst().next());
        String elsewhere = at(drive.agentOf(drive.branch("GARE")),
                () -> search.find(code, Locale.FRENCH).getFirst().results().getFirst().next());

        assertThat(next).isEqualTo("Prendre en rayon");
        assertThat(elsewhere).isEqualTo("Voir la réservation");
    }

    @Test
    void aPatronFindsTheirOwnReservationsAndTheCatalogueAndNothingOfOthers() {
        Patron paul = drive.patron("Paul", "Ferrand");
        at(drive.as(paul), () -> {
            assertThat(search.find(code, Locale.FRENCH)).isEmpty();
            assertThat(search.find("ferrand", Locale.FRENCH)).isEmpty();
            assertThat(search.find(jeanne.cardNumber(), Locale.FRENCH)).isEmpty();
            assertThat(kinds(search.find("germinal", Locale.FRENCH))).containsExactly("search.kind.title");
            assertThat(kinds(search.find(barcode, Locale.FRENCH))).containsExactly("search.kind.title");
            assertThat(search.find("comptes", Locale.FRENCH)).isEmpty();
            return null;
        });
        at(drive.as(jeanne), () -> {
            assertThat(kinds(search.find(code, Locale.FRENCH))).containsExactly("search.kind.own");
            assertThat(kinds(search.find("germinal", Locale.FRENCH))).containsExactly("search.kind.own", "search.kind.title");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ferrand", "germinal", "842", "caisse", "Q1001"})
    void aVisitorFindsTheCatalogueAndPublicScreensAlone(String typed) {
        screens.nobody();
        assertThat(kinds(search.find(typed, Locale.FRENCH)))
                .allMatch(kind -> List.of("search.kind.title", "search.kind.screen").contains(kind));
        assertThat(search.find(code, Locale.FRENCH)).isEmpty();
        assertThat(search.find(jeanne.cardNumber(), Locale.FRENCH)).isEmpty();
    }

    @Test
    void atMostEightResultsAreShownAndEachKindHasItsPart() {
        IntStream.range(0, 12).forEach(n -> drive.reserve(drive.patron("Anne" + n, "Germinal"), branch,
                SLOT.plusSeconds(1800L * (n / 3)), drive.title(branch, "Germinal, tome " + n, 1)));
        at(agent, () -> {
            List<Group> found = search.find("germinal", Locale.FRENCH);
            assertThat(found.stream().mapToInt(group -> group.results().size()).sum()).isEqualTo(SearchEverywhere.MOST);
            assertThat(kinds(found)).contains("search.kind.reservation", "search.kind.patron", "search.kind.title");
            return null;
        });
    }

    @Test
    void aSearchAsksAFixedNumberOfThings() {
        IntStream.range(0, 10).forEach(n -> drive.reserve(drive.patron("Anne" + n, "Germinal"), branch,
                SLOT.plusSeconds(1800L * (n / 3)), drive.title(branch, "Germinal, tome " + n, 1)));
        at(agent, () -> {
            assertThat(Statements.during(() -> search.find(code, Locale.FRENCH))).hasSizeLessThanOrEqualTo(MOST_FOR_A_CODE);
            assertThat(Statements.during(() -> search.find("germinal", Locale.FRENCH)))
                    .hasSizeLessThanOrEqualTo(MOST_FOR_WORDS);
            assertThat(Statements.during(() -> search.find("g", Locale.FRENCH))).isEmpty();
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "_", "' or 1=1 --", "a\\b", "\u0000", "<script>"})
    void whatSomebodyTypesIsLookedForAsItStands(String typed) {
        at(agent, () -> {
            assertThat(kinds(search.find(typed, Locale.FRENCH))).doesNotContain("search.kind.copy", "search.kind.crate");
            return null;
        });
    }

    private <T> T at(CurrentUser user, Supplier<T> asked) {
        BrowserlessUIContext window = screens.of(user);
        window.activate();
        return asked.get();
    }

    private static List<String> kinds(List<Group> found) {
        return found.stream().map(Group::kind).toList();
    }

    private static List<String> addresses(List<Group> found) {
        return found.stream().flatMap(group -> group.results().stream()).map(SearchResult::address).toList();
    }
}

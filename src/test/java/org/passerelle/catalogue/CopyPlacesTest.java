package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.catalogue.PlaceKind.HELD;
import static org.passerelle.catalogue.PlaceKind.ON_LOAN;
import static org.passerelle.catalogue.PlaceKind.PICKED;
import static org.passerelle.catalogue.PlaceKind.SHELF;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.CatalogueFixture.TitleWithCopies;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class CopyPlacesTest {

    @Autowired
    CopyPlaces places;
    @Autowired
    CatalogueSearch search;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    UUID centre;
    UUID port;
    TitleWithCopies germinal;
    final UUID aCase = UUID.randomUUID();

    @BeforeEach
    void twoBranchesAndATitle() {
        centre = catalogue.branch("CEN");
        port = catalogue.branch("PORT");
        germinal = catalogue.title("Germinal", "Zola, Émile", centre, 2);
    }

    @Test
    void aCopyBeginsOnItsShelf() {
        assertThat(places.copies(germinal.copies())).extracting(CopyInfo::place).containsExactly(SHELF, SHELF);
        assertThat(places.availableAt(centre, List.of(germinal.title()))).containsEntry(germinal.title(), 2);
        assertThat(places.availableAt(port, List.of(germinal.title()))).containsEntry(germinal.title(), 0);
    }

    @Test
    void noCopyIsAddedWhoseBarcodeAnotherHasInWhateverCase() {
        catalogue.copy(new NewCopy(germinal.title(), "H3-DUP", centre, "R ZOL", MaterialType.BOOK, null));

        assertThatThrownBy(() -> catalogue.copy(
                new NewCopy(germinal.title(), "h3-dup", centre, "R ZOL", MaterialType.BOOK, null)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aHeldCopyIsNoLongerAvailableAndStandsForItsCase() {
        CopyInfo held = hold(germinal.title(), centre, aCase).orElseThrow();

        assertThat(held.place()).isEqualTo(HELD);
        assertThat(held.titleText()).isEqualTo("Germinal");
        assertThat(held.author()).isEqualTo("Zola, Émile");
        assertThat(places.copies(List.of(held.id()))).containsExactly(held);
        assertThat(places.byBarcode(" " + held.barcode() + " ")).contains(held);
        assertThat(places.availableAt(centre, List.of(germinal.title()))).containsEntry(germinal.title(), 1);
    }

    @Test
    void copiesStandInTheOrderOfTheirShelves() {
        List<String> walk = Arrays.asList("843 ZOL", "843.914 HUG", "843.92 ABE", "BD 2", "bd 10", "BD 10 A", "CD 1", "Éa 3", "eb 1",
                "ŒU 1", "R zola", "Z 1", null);
        List<String> typed = new ArrayList<>(walk);
        Collections.reverse(typed);
        List<UUID> copies = typed.stream().map(mark -> catalogue.copy(new NewCopy(germinal.title(), "T" + typed.indexOf(mark),
                port, mark, MaterialType.BOOK, null))).toList();

        assertThat(places.copies(copies)).extracting(CopyInfo::shelfMark).containsExactlyElementsOf(walk);
        assertThat(search.copies(germinal.title(), 0, 20)).filteredOn(copy -> copy.branch().equals(port))
                .extracting(TitleDetails.CopyAt::shelfMark).containsExactlyElementsOf(walk);
    }

    @Test
    void onlyThatBranchsCopiesCanBeHeld() {
        assertThat(hold(germinal.title(), port, aCase)).isEmpty();
    }

    @Test
    void aCopyMovesOnlyFromWhereItIsBelievedToBeAndForThatCase() {
        UUID copy = hold(germinal.title(), centre, aCase).orElseThrow().id();

        assertThat(move(copy, UUID.randomUUID(), Set.of(HELD), PICKED, aCase)).isFalse();
        assertThat(move(copy, aCase, Set.of(ON_LOAN), PICKED, aCase)).isFalse();
        assertThat(places.copies(List.of(copy))).extracting(CopyInfo::place).containsExactly(HELD);

        assertThat(move(copy, aCase, Set.of(HELD), PICKED, aCase)).isTrue();
        assertThat(move(copy, null, Set.of(PICKED), SHELF, null)).isTrue();
        assertThat(places.copies(List.of(copy))).extracting(CopyInfo::caseId).containsOnlyNulls();
    }

    @Test
    void everyCopyHasExactlyOnePlaceWhateverHappened() {
        hold(germinal.title(), centre, aCase);
        germinal.copies().forEach(copy -> move(copy, null, Set.of(SHELF, HELD), ON_LOAN, null));

        assertThat(jdbc.sql("""
                select count(*) from app.copy c left join app.copy_place p on p.copy = c.id
                group by c.id""").query(Integer.class).list()).containsExactly(1, 1);
    }

    @Test
    void ofManyWhoHoldTheLastCopyOneGetsIt() throws Exception {
        TitleWithCopies last = catalogue.title("Le Horla", "Maupassant, Guy de", centre, 1);

        List<Optional<CopyInfo>> held = Patience.atOnce(8, () -> hold(last.title(), centre, UUID.randomUUID()));

        assertThat(held).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void nobodyMovesACopyOutsideATransaction() {
        assertThatThrownBy(() -> places.hold(germinal.title(), centre, aCase))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Optional<CopyInfo> hold(UUID title, UUID branch, UUID forCase) {
        return transaction.execute(status -> places.hold(title, branch, forCase));
    }

    private boolean move(UUID copy, UUID forCase, Set<PlaceKind> from, PlaceKind to, UUID newCase) {
        return transaction.execute(status -> places.move(copy, forCase, from, to, newCase, null, null));
    }
}

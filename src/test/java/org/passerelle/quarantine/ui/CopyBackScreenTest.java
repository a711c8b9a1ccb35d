package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.quarantine.returns.ui.ReturnsView;

/** A copy out of use, in the hands of somebody who finds that it may be lent again. */
class CopyBackScreenTest extends QuarantineScreens {

    private String book;

    @BeforeEach
    void aDamagedBook() {
        book = room.book(branch, "Nana");
        room.jdbc.sql("update app.copy_place set kind = 'OUT_OF_CIRCULATION' where copy = (select id from app.copy where barcode = ?)")
                .param(book).update();
    }

    @Test
    void theReturnsDeskShowsTheWayToItsPage() {
        navigate("returns", ReturnsView.class);

        scan(book);

        assertThat(all(RouterLink.class).map(RouterLink::getHref)).contains("copy/" + book);
    }

    @Test
    void itIsPutBackIntoCirculationOnceThatIsConfirmed() {
        room.jdbc.sql("update app.copy_place set note = ?").param(HOSTILE).update();
        UI.getCurrent().navigate("copy/" + book);
        assertThat(texts()).contains("Remarque", HOSTILE).doesNotContain("Hors circulation auparavant");
        button("Remettre en circulation").click();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.OUT_OF_CIRCULATION);

        confirm();

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
        assertThat(buttons("Remettre en circulation")).isEmpty();
        assertThat(texts()).anyMatch(text -> text.startsWith("Remis en circulation et en rayon"))
                .anyMatch(text -> text.contains("est de nouveau en circulation"));
        assertThat(texts()).doesNotContain("Remarque").containsSubsequence("Hors circulation auparavant", "hors circulation",
                HOSTILE);
    }

    @Test
    void staffOfAnotherBranchSeeItsPageOnly() {
        signIn(room.agentOf(room.branch("GARE")));
        UI.getCurrent().navigate("copy/" + book);

        assertThat(texts()).contains("Nana");
        assertThat(buttons("Remettre en circulation")).isEmpty();
    }
}

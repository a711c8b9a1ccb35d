package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.RouterLink;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.quarantine.returns.ui.ReturnsView;
import org.passerelle.quarantine.returns.ui.ScannedList;

/** A pile is scanned; what the desk refused of it is found again in the list. */
class RefusedScansTest extends QuarantineScreens {

    private String book;

    @BeforeEach
    void aBookAndTheDesk() {
        book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
    }

    @Test
    void whatIsRefusedStaysInTheListWithItsReasonTheLastFirst() {
        scan("0042");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).startsWith("0042").contains("✕ refusé")
                .endsWith(" · Ce code-barres est inconnu\u00a0: «\u00a00042\u00a0»."));
        assertThat(texts()).contains("0 document sur cet écran", " · 1 refusé");

        scan(book);
        scan(book);

        assertThat(rows()).satisfiesExactly(
                twice -> assertThat(twice).startsWith(book).contains("✕ refusé", "est déjà dans la caisse"),
                taken -> assertThat(taken).startsWith("Germinal").doesNotContain("refusé"),
                unknown -> assertThat(unknown).startsWith("0042"));
        assertThat(texts()).contains("1 document sur cet écran", " · 2 refusés");
    }

    @Test
    void aRefusedScanIsNotUndoneAndLeavesTheLastGoodOneToBeUndone() {
        scan(book);
        scan("0042");

        assertThat(buttons("Annuler")).hasSize(1);
        button("Annuler").click();

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).startsWith("0042"));
        assertThat(texts()).contains("0 document sur cet écran", " · 1 refusé");
    }

    @Test
    void whatIsScannedAgainHasOneRefusalAtMostAndNoneOnceItIsTakenIn() {
        scan("0042");
        scan("0043");
        scan("0042");
        assertThat(rows()).extracting(row -> row.substring(0, 4)).containsExactly("0042", "0043");

        all(Checkbox.class).filter(box -> "Déposés plus tôt".equals(box.getLabel())).findFirst().orElseThrow().setValue(true);
        DatePicker day = all(DatePicker.class).findFirst().orElseThrow();
        day.setValue(null);
        scan(book);
        assertThat(rows().getFirst()).startsWith(book).contains("✕ refusé", "Pas scanné");
        day.setValue(clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(2));
        scan(book);

        assertThat(rows()).hasSize(3).noneMatch(row -> row.contains("Pas scanné"));
        assertThat(rows().getFirst()).startsWith("Germinal");
        assertThat(texts()).contains("1 document sur cet écran", " · 2 refusés");
    }

    @Test
    void theWayToACopyOutOfUseStaysInTheList() {
        room.jdbc.sql("update app.copy_place set kind = 'OUT_OF_CIRCULATION'").update();
        scan(book);
        scan("0042");

        assertThat(rows()).element(1).asString().startsWith(book).contains("«\u00a0Germinal\u00a0» est hors circulation");
        assertThat(all(RouterLink.class).map(RouterLink::getHref)).contains("copy/" + book);
    }

    @Test
    void whatWasTypedIsTextAndTheListIsAsShortAsEver() {
        scan(HOSTILE);
        assertThat(rows().getFirst()).startsWith(HOSTILE);

        IntStream.range(100, 150).forEach(n -> scan("0" + n));

        assertThat(rows()).hasSize(50).noneMatch(row -> row.startsWith(HOSTILE));
        assertThat(texts()).contains(" · 50 refusés");
        scan(book);
        assertThat(texts()).contains("1 document sur cet écran", " · 49 refusés");
    }

    private List<String> rows() {
        return find(ListItem.class, all(ScannedList.class).findFirst().orElseThrow()).all().stream()
                .map(row -> row.getElement().getTextRecursively()).toList();
    }
}

package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.returns.ui.ReturnsView;
import org.passerelle.quarantine.room.ui.RoomView;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.support.FailurePoints;
import org.springframework.beans.factory.annotation.Autowired;

/** The returns desk as staff use it, without a browser. */
class ReturnsScreensTest extends QuarantineScreens {

    @Autowired
    CrateLabels labels;

    @Test
    void aMixedPileIsScannedAndNothingStopsIt() {
        String book = room.lentBook(branch, "Germinal", DUE);
        String dvd = room.copy(branch, "Le Mépris", MaterialType.DVD);
        String elsewhere = room.lentBook(room.branch("GARE"), "Nana", DUE);
        navigate("returns", ReturnsView.class);

        scan(book);
        scan("nowhere");
        assertThat(texts()).contains("Ce code-barres est inconnu\u00a0: «\u00a0nowhere\u00a0».");
        scan(dvd);
        scan(book);
        assertThat(texts()).anyMatch(text -> text.contains("est déjà dans la caisse"));
        scan(elsewhere);

        assertThat(texts()).contains("3 documents sur cet écran", "Germinal", "Le Mépris", "Nana")
                .anyMatch(text -> text.contains("n’était pas en prêt"))
                .anyMatch(text -> text.contains("appartient à"));
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);
    }

    @Test
    void theLastScanCanBeUndoneAndOnlyThatOne() {
        String first = room.lentBook(branch, "Germinal", DUE);
        String last = room.lentBook(branch, "Nana", DUE);
        navigate("returns", ReturnsView.class);
        scan(first);
        scan(last);

        assertThat(buttons("Annuler")).hasSize(1);
        button("Annuler").click();

        assertThat(texts()).contains("1 document sur cet écran").anyMatch(text -> text.contains("Le retour de « Nana » est annulé."));
        assertThat(room.placeOf(last)).isEqualTo(PlaceKind.ON_LOAN);
        assertThat(room.placeOf(first)).isEqualTo(PlaceKind.QUARANTINE);
    }

    @Test
    void whatWasPutAwayByMistakeIsToBePutAwayAgainAndWhatCannotBeIsOfferedNoMore() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        String book = room.see(agent, crate).documents().getFirst().barcode();
        navigate("returns", ReturnsView.class);
        scan(book);

        button("Annuler").click();

        assertThat(texts()).anyMatch(text -> text.endsWith("de nouveau à remettre en rayon"));
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.TO_SHELF);
        scan(book);
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        button("Annuler").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("Trop tard"));
        assertThat(buttons("Annuler")).isEmpty();
    }

    @Test
    void whoLooksAtACrateMeanwhileFindsTheListAgainAndCanStillUndo() {
        String book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
        scan(book);
        scan("nowhere");
        navigate("quarantine", RoomView.class);

        navigate("returns", ReturnsView.class);

        assertThat(texts()).contains("1 document sur cet écran", "Germinal", "nowhere");
        button("Annuler").click();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
        navigate("quarantine", RoomView.class);
        navigate("returns", ReturnsView.class);
        assertThat(texts()).doesNotContain("Germinal");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoLooksAtACrateMeanwhileGoesOnWithTheBoxOfYesterday() {
        navigate("returns", ReturnsView.class);
        Select<ReturnSource> way = all(Select.class).filter(field -> "Mode de retour".equals(field.getAriaLabel().orElse("")))
                .findFirst().orElseThrow();
        way.setValue(ReturnSource.BOX);
        Checkbox stacked = all(Checkbox.class).findFirst().orElseThrow();
        stacked.setValue(false);
        DatePicker day = all(DatePicker.class).findFirst().orElseThrow();
        day.setValue(day.getValue().minusDays(1));
        LocalDate yesterday = day.getValue();
        navigate("quarantine", RoomView.class);

        navigate("returns", ReturnsView.class);

        assertThat(all(Select.class).filter(field -> "Mode de retour".equals(field.getAriaLabel().orElse(""))).findFirst()
                .orElseThrow().getValue()).isEqualTo(ReturnSource.BOX);
        assertThat(all(Checkbox.class).map(Checkbox::getValue)).containsExactly(false, true);
        assertThat(all(DatePicker.class).findFirst().orElseThrow().getValue()).isEqualTo(yesterday);
    }

    @Test
    void theNextMorningTheListBeginsAnew() {
        navigate("returns", ReturnsView.class);
        scan(room.lentBook(branch, "Germinal", DUE));
        clock.advance(Duration.ofHours(13));
        navigate("quarantine", RoomView.class);

        navigate("returns", ReturnsView.class);

        assertThat(texts()).doesNotContain("Germinal");
    }

    @Test
    void onceItsCrateIsSealedBySomebodyElseAScanIsNotOfferedToBeUndone() {
        String book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
        scan(book);
        CrateId crate = new CrateId(copies.byBarcode(book).orElseThrow().caseId());
        awaitText(code(crate)::equals);
        assertThat(buttons("Annuler")).hasSize(1);

        room.by(room.agentOf(branch), () -> room.crateDesk.seal(crate)).value();

        awaitText("Le premier document d’une sorte ouvre sa caisse."::equals);
        assertThat(buttons("Annuler")).isEmpty();
    }

    @Test
    void theSameBarcodeTwiceDoesNotTakeItOffItsShelfAgain() {
        String dvd = room.copy(branch, "Le Mépris", MaterialType.DVD);
        room.jdbc.sql("update app.copy_place set kind = 'REPAIR' where copy = (select id from app.copy where barcode = ?)")
                .param(dvd).update();
        navigate("returns", ReturnsView.class);

        scan(dvd);
        assertThat(texts()).anyMatch(text -> text.endsWith(" · était en réparation"));
        scan(dvd);
        scan(dvd);

        assertThat(texts()).anyMatch(text -> text.contains("vient d’être scanné"));
        assertThat(room.placeOf(dvd)).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void afterAnUnexpectedFailureTheSameScanCanStillBeUndone() {
        String book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
        scan(book);

        assertThat(FailurePoints.strikesWrites(1, 1, button("Annuler")::click)).isTrue();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(button("Annuler").isEnabled()).isTrue();

        button("Annuler").click();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);
    }

    @Test
    void aWrongDropOffIsToldAtItsFieldAndNothingIsScanned() {
        String book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
        all(Checkbox.class).filter(box -> "Déposés plus tôt".equals(box.getLabel())).findFirst().orElseThrow()
                .setValue(true);
        DatePicker day = all(DatePicker.class).findFirst().orElseThrow();
        LocalDate today = clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();

        day.setValue(today.plusDays(2));
        scan(book);
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).isEqualTo("La date de dépôt ne peut pas être à venir.");
        day.setValue(today.minusDays(100));
        scan(book);
        assertThat(day.getErrorMessage()).contains("90 jours");
        day.setValue(null);
        scan(book);
        assertThat(day.getErrorMessage()).startsWith("Quel jour");
        day.setValue(today.minusDays(2));
        TimePicker time = all(TimePicker.class).findFirst().orElseThrow();
        time.setValue(null);
        scan(book);
        assertThat(time.isInvalid()).isTrue();
        assertThat(day.isInvalid()).isFalse();
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.ON_LOAN);

        time.setValue(LocalTime.of(18, 0));
        scan(book);
        assertThat(time.isInvalid()).isFalse();
        assertThat(texts()).anyMatch(text -> text.contains(" · déposé dim. 22 nov., 18 h"));
        assertThat(room.jdbc.sql("select dropped_off_at from app.returned_copy order by scanned_at desc limit 1")
                .query((row, n) -> row.getTimestamp(1).toInstant()).single())
                .isEqualTo(today.minusDays(2).atTime(18, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
    }

    @Test
    void theCodeOnACratesLabelOpensThatCrate() {
        CrateId crate = room.openCrate(agent, branch, 1);
        navigate("returns", ReturnsView.class);
        scan("Q0");
        assertThat(getCurrentView()).isInstanceOf(ReturnsView.class);
        scan(code(crate));
        assertThat(getCurrentView()).isInstanceOf(CrateView.class);
        assertThat(texts()).contains("Caisse " + code(crate));
    }

    @Test
    void aCrateIsSealedFromTheDeskAndItsLabelIsAtHand() {
        CrateId crate = room.scan(agent, branch, room.lentBook(branch, "Germinal", DUE)).crate();
        navigate("returns", ReturnsView.class);
        assertThat(all(Anchor.class).filter(link -> "Imprimer l’étiquette".equals(link.getText()))).hasSize(1);

        button("Fermer").click();
        confirm();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
        assertThat(texts()).anyMatch(text -> text.contains("est fermée, sortie"));
        assertThat(all(Anchor.class).filter(link -> "Imprimer l’étiquette".equals(link.getText()))).hasSize(1);
    }

    @Test
    void whoWorksNowhereIsToldSo() {
        signIn(room.agentOf());

        navigate("returns", ReturnsView.class);

        assertThat(texts()).anyMatch(text -> text.startsWith("Vous ne travaillez pour aucune"));
        assertThat(all(ScanField.class)).isEmpty();
    }

    @Test
    void aTitleIsNeverMarkup() {
        String barcode = room.lentBook(branch, HOSTILE, DUE);
        navigate("returns", ReturnsView.class);
        scan(barcode);
        assertThat(texts()).contains(HOSTILE).anyMatch(text -> text.startsWith("✓ " + HOSTILE));
        assertThat(noMarkup(UI.getCurrent().getElement())).isTrue();

        navigate("copy/" + barcode, CopyView.class);
        assertThat(texts()).contains(HOSTILE);
        assertThat(noMarkup(getCurrentView().getElement())).isTrue();

        CrateId crate = room.see(agent, new CrateId(room.jdbc.sql("select id from app.crate").query(UUID.class).single()))
                .crate().id();
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).contains(HOSTILE);
        assertThat(noMarkup(getCurrentView().getElement())).isTrue();
        assertThat(labels.pdf(crate, Locale.FRENCH)).startsWith("%PDF".getBytes());
    }

    private static boolean noMarkup(Element of) {
        return of.isTextNode() || of.getProperty("innerHTML") == null && of.getChildren()
                .allMatch(ReturnsScreensTest::noMarkup);
    }

    @ParameterizedTest
    @EnumSource(value = ReturnSource.class, names = {"DRIVE", "VOLUNTEER", "RELAY"})
    void whatComesAnotherWayIsScannedTheSameAndItsPageSaysSo(ReturnSource source) {
        String book = room.lentBook(branch, "Germinal", DUE);
        navigate("returns", ReturnsView.class);
        @SuppressWarnings("unchecked")
        Select<ReturnSource> way = all(Select.class).filter(field -> "Mode de retour".equals(field.getAriaLabel().orElse("")))
                .findFirst().orElseThrow();
        way.setValue(source);
        scan(book);
        assertThat(texts()).contains("1 document sur cet écran");
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.QUARANTINE);

        navigate("copy/" + book, CopyView.class);
        assertThat(texts()).anyMatch(text -> text.endsWith(" · " + way.getItemLabelGenerator().apply(source)));
    }

    @Test
    void theFirstWhoWaitsIsNamedAndTheOthersAreCounted() {
        String book = room.lentBook(branch, "Germinal", DUE);
        UUID title = room.jdbc.sql("select title from app.copy").query(UUID.class).single();
        String alone = room.lentBook(branch, "Nana", DUE);
        waiting.ask(drive.patron("Jeanne", HOSTILE), title, branch);
        waiting.ask(drive.patron("Ali", "Diallo"), title, branch);
        navigate("returns", ReturnsView.class);

        scan(alone);
        assertThat(texts()).noneMatch(text -> text.contains("l’attend"));
        scan(book);
        assertThat(texts()).anyMatch(text -> text.endsWith("Jeanne " + HOSTILE + " et 1 autre personne l’attendent"));

        navigate("copy/" + book, CopyView.class);
        assertThat(texts()).containsSubsequence("Qui l’attend", "Jeanne " + HOSTILE, "Ali Diallo");
        navigate("copy/" + alone, CopyView.class);
        assertThat(texts()).doesNotContain("Qui l’attend");
    }
}

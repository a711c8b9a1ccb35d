package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.support.Engine;
import org.passerelle.support.FormEcho;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The screens of returns and quarantine as staff use them, without a browser. */
@PasserelleTest
class QuarantineScreensTest extends ScreenTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    CrateLabels labels;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    UUID branch;
    CurrentUser agent;

    @BeforeEach
    void anAgentAtAReturnsDesk() {
        branch = room.branch("PORT");
        agent = room.agentOf(branch);
        signIn(agent);
    }

    // Who may

    @ParameterizedTest
    @ValueSource(strings = {"returns", "quarantine"})
    void patronsAndStrangersDoNotComeIn(String path) {
        signIn(new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(), UUID.randomUUID()));
        UI.getCurrent().navigate(path);
        assertThat(getCurrentView()).isNotInstanceOfAny(ReturnsView.class, RoomView.class);

        SecurityContextHolder.clearContext();
        UI.getCurrent().navigate(path);
        assertThat(getCurrentView()).isNotInstanceOfAny(ReturnsView.class, RoomView.class);
    }

    @Test
    void patronsSeeNeitherACrateNorACopysStory() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        String barcode = room.see(agent, crate).documents().getFirst().barcode();
        signIn(new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(), UUID.randomUUID()));

        assertThatThrownBy(() -> navigate("crate/" + crate.value(), CrateView.class)).isNotNull();
        assertThatThrownBy(() -> navigate("copy/" + barcode, CopyView.class)).isNotNull();
    }

    @Test
    void staffOfAnotherBranchSeeTheCrateWithoutItsButtons() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        signIn(room.agentOf(room.branch("GARE")));

        navigate("crate/" + crate.value(), CrateView.class);

        assertThat(texts()).contains("Livre 0").contains("en quarantaine");
        assertThat(buttons("Demander une sortie anticipée")).isEmpty();
        assertThat(buttons("Sortie anticipée")).isEmpty();
    }

    @Test
    void onlyManagersChangeTheRoom() {
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(buttons("Réglages…")).isEmpty();

        signIn(room.manager());
        UI.getCurrent().navigate("quarantine");
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(buttons("Réglages…")).hasSize(1);
    }

    // Returns desk

    @Test
    void aMixedPileIsScannedAndNothingStopsIt() {
        String book = room.lentBook(branch, "Germinal", DUE);
        String dvd = room.copy(branch, "Le Mépris", MaterialType.DVD);
        String elsewhere = room.lentBook(room.branch("GARE"), "Nana", DUE);
        navigate("returns", ReturnsView.class);

        scan(book);
        scan("nowhere");
        assertThat(texts()).contains("Ce code-barres est inconnu.");
        scan(dvd);
        scan(book);
        assertThat(texts()).anyMatch(text -> text.startsWith("Déjà dans la caisse"));
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

        assertThat(texts()).contains("1 document sur cet écran").anyMatch(text -> text.contains("Le retour est annulé."));
        assertThat(room.placeOf(last)).isEqualTo(PlaceKind.ON_LOAN);
        assertThat(room.placeOf(first)).isEqualTo(PlaceKind.QUARANTINE);
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
        assertThat(room.jdbc.sql("select dropped_off_at from app.returned_copy order by scanned_at desc limit 1")
                .query((row, n) -> row.getTimestamp(1).toInstant()).single())
                .isEqualTo(today.minusDays(2).atTime(18, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
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

    // The room

    @Test
    void theRoomSaysWhatIsToBeDealtWithAndTheMenuCountsIt() {
        CrateId ready = room.sealedCrate(agent, branch, 2);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        CrateId open = room.scan(agent, branch, room.lentBook(branch, "Nana", DUE)).crate();

        UI.getCurrent().navigate("quarantine/" + branch);

        assertThat(texts()).contains("À traiter", "En cours de remplissage", code(ready), code(open), "à contrôler")
                .doesNotContain("En quarantaine");
        assertThat(room.by(agent, room.room::toDealWith)).isEqualTo(1);
        assertThat(room.by(room.agentOf(room.branch("GARE")), room.room::toDealWith)).isZero();
        assertThat(room.by(room.manager(), room.room::toDealWith)).isEqualTo(1);
    }

    @Test
    void theForecastMarksTheDaysOnWhichTheRoomOverflowsAndSaysThemInATable() {
        room.jdbc.sql("update app.quarantine_settings set capacity = 1").update();
        room.sealedCrate(agent, branch, 1);
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(texts()).contains("1 place").noneMatch(text -> text.startsWith("▲"));

        room.sealedCrate(agent, branch, 1);
        UI.getCurrent().navigate("quarantine");
        UI.getCurrent().navigate("quarantine/" + branch);

        assertThat(texts()).contains("▲ 2", "il en manque 1")
                .anyMatch(text -> text.startsWith("Trop de caisses pour 1 place pendant 4 jours"));
        assertThat(find(NativeTable.class).all()).singleElement()
                .satisfies(table -> assertThat(table.getBody().getRows()).hasSize(14));
    }

    @Test
    void wrongSettingsAreToldAtTheirFields() {
        signIn(room.manager());
        UI.getCurrent().navigate("quarantine/" + branch);
        button("Réglages…").click();
        IntegerField capacity = all(IntegerField.class).findFirst().orElseThrow();
        TimePicker closesAt = all(TimePicker.class).findFirst().orElseThrow();

        capacity.setValue(-1);
        button("Enregistrer").click();
        assertThat(capacity.isInvalid()).isTrue();
        capacity.setValue(3);
        closesAt.setValue(null);
        button("Enregistrer").click();
        assertThat(closesAt.isInvalid()).isTrue();
        assertThat(capacity.getValue()).isEqualTo(3);
        closesAt.setValue(LocalTime.of(19, 30));
        button("Enregistrer").click();

        assertThat(texts()).contains("Les réglages sont enregistrés.").anyMatch(text -> text.contains("pour 3 places"));
    }

    // Early release

    @Test
    void anEarlyReleaseNeedsAReasonAndASecondPerson() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        navigate("crate/" + crate.value(), CrateView.class);
        button("Demander une sortie anticipée").click();
        lastButton("Demander une sortie anticipée").click();
        TextArea reason = all(TextArea.class).findFirst().orElseThrow();
        assertThat(reason.getErrorMessage()).isEqualTo("Dites pourquoi.");
        reason.setValue(HOSTILE);
        lastButton("Demander une sortie anticipée").click();
        UUID request = room.jdbc.sql("select id from app.release_request").query(UUID.class).single();
        FormEcho told = form(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE, true);
        assertThat(texts()).contains(HOSTILE);

        assertThat(button("Accorder la sortie").isEnabled()).isFalse();
        assertThat(texts()).anyMatch(text -> text.contains("Vous l’avez demandée"));
        UI.getCurrent().removeAll();
        signIn(room.manager());
        told = form(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE, true);
        button("Accorder la sortie").click();

        assertThat(told.doneKey()).isEqualTo("quarantine.decide.approved");
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void theCrateSaysThatItsReleaseIsAskedForAndDoesNotOfferItTwice() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        UUID first = room.see(agent, crate).documents().getFirst().id();
        room.by(room.manager(), () -> room.releaseDesk.ask(crate, first, "Club de lecture")).value();

        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).contains("Sortie anticipée demandée", "sortie demandée")
                .anyMatch(text -> text.contains("Club de lecture")).noneMatch(text -> text.contains("Vous l’avez"));
        assertThat(buttons("Sortie anticipée")).hasSize(1);
        assertThat(buttons("Demander une sortie anticipée")).hasSize(1);

        room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")).value();
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).contains("Toute la caisse").anyMatch(text -> text.contains("Vous l’avez demandée"));
        assertThat(buttons("Sortie anticipée")).isEmpty();
        assertThat(buttons("Demander une sortie anticipée")).isEmpty();
    }

    @Test
    void theStoryOfACrateTellsTheYearWhereItIsAnother() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov.,")).noneMatch(text -> text.contains("2026"));

        clock.advance(Duration.ofDays(60));
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov. 2026,"));
    }

    // Forms of tasks

    @Test
    void aTreatmentIsRefusedWhereTheTableDoesNotAllowIt() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        release(crate);
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.TREAT, true);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Method> method = all(RadioButtonGroup.class).findFirst().orElseThrow();
        TextField product = all(TextField.class).filter(field -> "Produit".equals(field.getLabel())).findFirst()
                .orElseThrow();
        IntegerField minutes = all(IntegerField.class).findFirst().orElseThrow();

        button("Documents désinfectés").click();
        assertThat(method.isInvalid()).isTrue();
        method.setValue(Method.VIRUCIDE);
        button("Documents désinfectés").click();
        assertThat(product.isInvalid()).isTrue();
        product.setValue("Sanivir");
        minutes.setValue(1);
        button("Documents désinfectés").click();
        assertThat(minutes.isInvalid()).isTrue();
        assertThat(product.getValue()).isEqualTo("Sanivir");
        minutes.setValue(10);
        button("Documents désinfectés").click();

        assertThat(told.doneKey()).isEqualTo("quarantine.treat.told");
        assertThat(room.see(agent, crate).treatments()).singleElement()
                .satisfies(done -> assertThat(done.minutes()).isEqualTo(10));
    }

    @Test
    void whatIsNotFitNeedsANoteAndTheRestIsPutAwayByScanning() {
        CrateId crate = room.sealedCrate(agent, branch, 3);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, true);
        button("À réparer").click();
        lastButton("À réparer").click();
        TextArea note = all(TextArea.class).findFirst().orElseThrow();
        assertThat(note.isInvalid()).isTrue();
        note.setValue("Dos cassé");
        lastButton("À réparer").click();
        assertThat(texts()).anyMatch(text -> text.startsWith("2 en bon état, 1 à réparer"));
        button("Contrôle terminé").click();
        assertThat(told.doneKey()).isEqualTo("quarantine.inspect.told");

        UI.getCurrent().removeAll();
        FormEcho last = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.PUT_AWAY, true);
        List<String> barcodes = room.see(agent, crate).documents().stream().map(row -> row.barcode())
                .filter(barcode -> room.placeOf(barcode) == PlaceKind.TO_SHELF).toList();
        scan("nowhere");
        scan(room.book(branch, "Autre"));
        assertThat(texts()).anyMatch(text -> text.contains("n’est pas de cette caisse"));
        scan(barcodes.get(0));
        assertThat(texts()).contains("en rayon", "à ranger");
        scan(barcodes.get(1));

        assertThat(last.doneKey()).isEqualTo("quarantine.putAway.told");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void allIsPutAwayAtOnceAfterAQuestion() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.PUT_AWAY, true);

        button("Tout est rangé").click();
        assertThat(told.doneKey()).isNull();
        confirm();

        assertThat(told.doneKey()).isEqualTo("quarantine.putAway.told");
    }

    @Test
    void whoMayNotActReadsTheFormsOnly() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();

        form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, false);

        assertThat(texts()).contains("Livre 0");
        assertThat(button("Contrôle terminé").isEnabled()).isFalse();
        assertThat(buttons("À réparer")).isEmpty();
    }

    // Words of this test

    private String code(CrateId crate) {
        return room.see(agent, crate).crate().code();
    }

    private void release(CrateId crate) {
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
    }

    private static boolean noMarkup(Element of) {
        return of.isTextNode() || of.getProperty("innerHTML") == null && of.getChildren()
                .allMatch(QuarantineScreensTest::noMarkup);
    }
}

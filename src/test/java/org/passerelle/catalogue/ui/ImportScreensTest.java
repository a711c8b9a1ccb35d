package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.MarcBytes.marc21;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports as managers see them, without a browser. */
@PasserelleTest
class ImportScreensTest {

    private static final String OTHERWISE = "Tout autre code";
    private static final String LOOKED_THROUGH = "Tout le fichier a été parcouru";

    @Autowired
    ApplicationContext product;
    @Autowired
    CatalogueFixture catalogue;

    final CurrentUser diallo = Imports.manager("Mme Diallo");
    Imports imports;
    Screens screens;
    UUID centre;

    @BeforeEach
    void twoBranches() {
        centre = catalogue.branch("CEN");
        catalogue.branch("PORT");
        imports = new Imports(product);
        screens = new Screens(product, ImportView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    // While it runs

    @Test
    void theProgressMovesWhoeverLeavesFindsItAgainAndGetsTheReport() {
        UUID id = imports.started(diallo, Imports.many(450, "CEN"), centre);
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import/report/" + id, ImportReportView.class);
        Button stop = button(screen, "Interrompre l’import");
        assertThat(bar(screen)).isZero();

        assertThat(imports.runOneBatch(id)).isTrue();
        Screens.await(screen, () -> bar(screen) > 0.4);
        assertThat(fact(screen, "Notices lues")).isEqualTo("200");
        assertThat(Screens.text(screen)).contains("% du fichier").contains("Vous pouvez quitter cette page");
        assertThat(stop.isAttached()).as("the button under the person's hand").isTrue();

        screen.navigate("catalogue/import", ImportView.class);
        assertThat(Screens.text(screen)).contains("catalogue.mrc").contains("en cours");
        imports.runOneBatch(id);
        screen.navigate("catalogue/import/report/" + id, ImportReportView.class);
        assertThat(bar(screen)).isGreaterThan(0.8);

        imports.runToTheEnd(id);
        Screens.await(screen, () -> Screens.text(screen).contains("terminé"));
        assertThat(fact(screen, "Titres créés")).isEqualTo("450");
        assertThat(Screens.text(screen)).contains("Rien n’a été refusé.").doesNotContain("Interrompre");
    }

    @Test
    void anImportIsStoppedForNowAndTakenUpAgainWithoutLossOrRepetition() {
        UUID id = imports.started(diallo, Imports.many(450, "CEN"), centre);
        imports.runOneBatch(id);
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import/report/" + id, ImportReportView.class);

        press(screen, "Interrompre l’import");
        assertThat(Screens.text(screen)).contains("arrêté").contains("Le reste du fichier peut être repris");
        assertThat(imports.runOneBatch(id)).isFalse();
        assertThat(imports.runToTheEnd(id).status()).isEqualTo(Status.STOPPED);

        press(screen, "Reprendre l’import");
        assertThat(Screens.text(screen)).contains("en cours");
        ImportJob done = imports.runToTheEnd(id);
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(450, 0, 0, 0, 450, 0, 0, 0, 0));
        Screens.await(screen, () -> Screens.text(screen).contains("terminé"));
    }

    @Test
    void whoGivesAnImportUpIsAskedFirst() {
        UUID id = imports.started(diallo, Imports.many(250, "CEN"), centre);
        imports.runOneBatch(id);
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import/report/" + id, ImportReportView.class);

        press(screen, "Abandonner l’import");
        assertThat(imports.job(id).status()).isEqualTo(Status.RUNNING);
        ConfirmDialogTester sure = screen.test(ConfirmDialogTester.class, screen.find(ConfirmDialog.class).single());
        assertThat(Screens.withOrdinarySpaces(sure.getHeader())).isEqualTo("Abandonner cet import ?");
        sure.confirm();

        assertThat(imports.job(id).status()).isEqualTo(Status.GIVEN_UP);
        assertThat(imports.hasFile(id)).isFalse();
        assertThat(Screens.text(screen)).contains("abandonné");
    }

    // Before it starts

    @Test
    void theSearchForCodesGoesOnWhileThePersonIsAwayAndChoicesAreFoundAgain() {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        upload(screen, "grand.mrc", file(Imports.many(2_000, "XX"), record("last", "Nana", copy("n1", "R", "LOIN"))));
        assertThat(Screens.text(screen)).contains("grand.mrc").contains("1 000 notices lues");

        screen.navigate("catalogue", CatalogueView.class);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH + " : 2 001 notices"));
        choose(screen, "LOIN (1 exemplaire)", "Médiathèque PORT");
        choose(screen, "XX (2 000 exemplaires)", "Médiathèque CEN");

        screen.navigate("catalogue", CatalogueView.class);
        screen.navigate("catalogue/import", ImportView.class);
        assertThat(Screens.text(screen)).contains(LOOKED_THROUGH);
        assertThat(chosen(screen, "LOIN (1 exemplaire)")).isEqualTo("PORT");
        assertThat(chosen(screen, "XX (2 000 exemplaires)")).isEqualTo("CEN");
    }

    @Test
    void whatIsChosenWhileCodesComeInStaysChosen() {
        imports.received(diallo, "c.mrc", file(record("1", "Nana", copy("1", "R", "XX"))));
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));
        Select<Branch> select = select(screen, "XX (1 exemplaire)");
        choose(screen, "XX (1 exemplaire)", "Médiathèque PORT");

        product.publishEvent(new Topic("catalogue-import",
                imports.as(diallo, imports.desk::waiting).orElseThrow().id()));
        screen.roundTrip();

        assertThat(select.isAttached()).isTrue();
        assertThat(select.getValue().code()).isEqualTo("PORT");
    }

    @Test
    void aCodeThatNobodyKnowsLandsInNoBranchUnlessTheManagerSaysSo() {
        UUID id = imports.received(diallo, "c.mrc", file(record("1", "Nana", copy("1", "R", "CEN"), copy("2", "R", "XX"))));
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));
        assertThat(chosen(screen, "CEN (1 exemplaire)")).isEqualTo("CEN");
        assertThat(select(screen, OTHERWISE).getValue()).isNull();
        assertThat(select(screen, OTHERWISE).getHelperText()).isEqualTo("1 exemplaire de ce fichier.");

        press(screen, "Importer le fichier");

        assertThat(imports.runToTheEnd(id).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 1, 0, 0));
        assertThat(imports.refusals(id)).extracting(ImportRefusal::reason, ImportRefusal::detail)
                .containsExactly(tuple("UNKNOWN_BRANCH", "XX"));
        Screens.await(screen, () -> Screens.text(screen).contains("Code de bibliothèque inconnu ou absent"));
    }

    @Test
    void theFieldsOfTheCopiesAreCorrectedBeforeTheImport() {
        UUID id = imports.received(diallo, "c.mrc", file(marc21("1", "Nana").data("949", "  ", "iR 1", "a0001", "mCEN")));
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));

        write(screen, "Code-barres", "!!");
        assertThat(field(screen, "Code-barres").isInvalid()).isTrue();
        assertThat(field(screen, "Code-barres").getErrorMessage()).startsWith("Lettres et chiffres seulement");
        write(screen, "Code-barres", "a");
        write(screen, "Cote", "i");
        press(screen, "Importer le fichier");

        assertThat(imports.runToTheEnd(id).counts().copiesCreated()).isEqualTo(1);
        assertThat(product.getBean(JdbcClient.class).sql("select barcode || ' ' || shelf_mark from app.copy")
                .query(String.class).single()).isEqualTo("0001 R 1");
    }

    @Test
    void aFormatThatWasGuessedWronglyIsCorrectedBeforeTheImport() {
        UUID id = imports.received(diallo, "c.mrc", file(marc21("1", "Nana").data("200", "1 ", "aLe Docteur Pascal")));
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));
        assertThat(((Select<?>) select(screen, "Format du fichier")).getValue()).isEqualTo(MarcFormat.MARC21_UTF8);

        choose(screen, "Format du fichier", "UNIMARC, UTF-8");
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));
        press(screen, "Importer le fichier");

        assertThat(imports.runToTheEnd(id).counts().created()).isEqualTo(1);
        assertThat(product.getBean(JdbcClient.class).sql("select title from app.title").query(String.class).single())
                .isEqualTo("Le Docteur Pascal");
    }

    // Several at once

    @Test
    void theSecondOfTwoManagersIsToldKeepsTheirChoicesAndStartsWhenTheFirstHasEnded() {
        byte[] same = file(record("1", "Nana", copy("1", "R", "CEN")));
        CurrentUser martin = Imports.manager("M. Martin");
        UUID first = imports.started(diallo, same, centre);
        UUID second = imports.received(martin, "encore.mrc", same);
        BrowserlessUIContext screen = screens.of(martin);
        screen.navigate("catalogue/import", ImportView.class);
        Screens.await(screen, () -> Screens.text(screen).contains(LOOKED_THROUGH));
        choose(screen, OTHERWISE, "Médiathèque PORT");

        press(screen, "Importer le fichier");
        assertThat(Screens.text(screen)).contains("Un autre import est en cours").contains("Mme Diallo");
        assertThat(select(screen, OTHERWISE).getValue().code()).isEqualTo("PORT");

        imports.runToTheEnd(first);
        press(screen, "Importer le fichier");
        assertThat(imports.runToTheEnd(second).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aSecondClickOnStartInAnotherWindowStartsNothingTwice() {
        UUID id = imports.received(diallo, "c.mrc", file(record("1", "Nana", copy("1", "R", "CEN"))));
        BrowserlessUIContext other = screens.of(diallo);
        other.navigate("catalogue/import", ImportView.class);
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        assertThat(button(screen, "Importer le fichier").isDisableOnClick()).isTrue();

        press(screen, "Importer le fichier");
        other.activate();
        press(other, "Importer le fichier");

        assertThat(Screens.text(other)).contains("Quelqu’un vient de le faire");
        assertThat(imports.runToTheEnd(id).counts().created()).isEqualTo(1);
    }

    // Hostile files

    @Test
    void aFileOfMoreThanOneGigabyteIsRefusedAtItsFieldWithTheLimit() {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);
        Upload upload = screen.find(Upload.class).single();

        assertThat(upload.getMaxFileSize()).isEqualTo(1 << 30);
        assertThat(upload.getI18n().getError().getFileIsTooBig()).contains("1 Go");
        assertThat(Screens.text(screen)).contains("1 Go au plus");
    }

    @Test
    void anEmptyFileIsRefusedWhereItWasDropped() {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);

        upload(screen, "vide.mrc", new byte[0]);

        assertThat(Screens.text(screen)).contains("Ce fichier est vide.");
        assertThat(screen.find(Upload.class).exists()).isTrue();
    }

    @Test
    void aNameThatIsMarkupOrAPathStaysTheNameOfAFile() {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);

        upload(screen, "../../etc/<img src=x onerror=alert(1)>\u202E.mrc", file(record("1", "Nana")));

        ImportJob waiting = imports.as(diallo, imports.desk::waiting).orElseThrow();
        assertThat(waiting.fileName()).isEqualTo("<img src=x onerror=alert(1)>.mrc");
        assertThat(Screens.text(screen)).contains("Lire <img src=x onerror=alert(1)>.mrc");
        assertThat(screen.getCurrentView().getElement().getOuterHTML()).doesNotContain("<img");
    }

    @Test
    void aFileThatHoldsNoRecordIsToldAtItsFormat() {
        Map<String, byte[]> hostile = Map.of(
                "zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 0x1D, 0x1E},
                "page", "<!doctype html><html><body><h1>Erreur 404</h1></body></html>".getBytes(StandardCharsets.UTF_8),
                "letter", "Madame, Monsieur,".getBytes(StandardCharsets.UTF_8));
        hostile.forEach((name, bytes) -> {
            imports.received(diallo, name, bytes);
            BrowserlessUIContext screen = screens.of(diallo);
            screen.navigate("catalogue/import", ImportView.class);

            Select<?> format = select(screen, "Format du fichier");
            assertThat(format.isInvalid()).as(name).isTrue();
            assertThat(format.getErrorMessage()).as(name).startsWith("Rien ici ne se lit comme une notice");
        });
    }

    private static void upload(BrowserlessUIContext screen, String name, byte[] bytes) {
        screen.test(UploadTester.class, screen.find(Upload.class).single()).upload(name, "application/marc", bytes);
        screen.roundTrip();
    }

    private static void press(BrowserlessUIContext screen, String text) {
        screen.test(button(screen, text)).click();
        screen.roundTrip();
    }

    private static Button button(BrowserlessUIContext screen, String text) {
        return screen.find(Button.class).withText(text).single();
    }

    private static TextField field(BrowserlessUIContext screen, String label) {
        return screen.find(TextField.class).withCaption(label).single();
    }

    private static void write(BrowserlessUIContext screen, String label, String typed) {
        screen.test(field(screen, label)).setValue(typed);
        screen.roundTrip();
    }

    private static void choose(BrowserlessUIContext screen, String label, String branch) {
        screen.test(SelectTester.class, select(screen, label)).selectItem(branch);
    }

    private static String chosen(BrowserlessUIContext screen, String label) {
        return select(screen, label).getValue().code();
    }

    @SuppressWarnings("unchecked")
    private static Select<Branch> select(BrowserlessUIContext screen, String label) {
        return (Select<Branch>) screen.find(Select.class).all().stream()
                .filter(select -> Screens.withOrdinarySpaces(select.getLabel()).equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label + " in " + Screens.text(screen)));
    }

    private static double bar(BrowserlessUIContext screen) {
        return screen.find(ProgressBar.class).single().getValue();
    }

    private static String fact(BrowserlessUIContext screen, String term) {
        List<String> terms = screen.find(DescriptionList.Term.class).all().stream().map(HtmlContainer::getText).toList();
        return screen.find(DescriptionList.Description.class).all().get(terms.indexOf(term)).getText();
    }
}

package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.select.Select;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.MarcCases;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.network.Branch;
import org.passerelle.support.Screens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager chooses before an import starts, without a browser. */
class ImportChoicesScreensTest extends ImportScreens {

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

        product.publishEvent(CatalogueTopics.IMPORT.of(imports.as(diallo, imports.desk::waiting).orElseThrow().id()));
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

    @Test
    void aFileOfDeletionsIsToldToBeOneAndIsNoFileThatCannotBeRead() {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import", ImportView.class);

        upload(screen, "deletions.mrc", MarcCases.bytes("only-deletions.mrc"));
        assertThat(Screens.text(screen)).contains("La seule notice lue est marquée comme supprimée par son expéditeur")
                .contains("Notice marquée comme supprimée : 1");
        assertThat(((Select<?>) select(screen, "Format du fichier")).isInvalid()).isFalse();

        choose(screen, "Format du fichier", "MARCXML");
        assertThat(Screens.text(screen)).contains("Le fichier ne contient aucune notice MARC : 1");
        assertThat(((Select<?>) select(screen, "Format du fichier")).isInvalid()).isTrue();
    }

    private static void write(BrowserlessUIContext screen, String label, String typed) {
        screen.test(field(screen, label)).setValue(typed);
        screen.roundTrip();
    }

    private static String chosen(BrowserlessUIContext screen, String label) {
        return select(screen, label).getValue().code();
    }
}

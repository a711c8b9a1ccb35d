package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Screens;

/** An import while it runs, as managers see it without a browser. */
class RunningImportScreensTest extends ImportScreens {

    @Test
    void theProgressMovesWhoeverLeavesFindsItAgainAndGetsTheReport() {
        UUID id = imports.started(diallo, Imports.many(450, "CEN"), centre);
        BrowserlessUIContext screen = reportOf(id);
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
        BrowserlessUIContext screen = reportOf(id);

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
    void aTitleWhoseKindStayedOpenIsNamedInTheReport() {
        byte[] disc = MarcBytes.record("njm a", StandardCharsets.UTF_8).control("001", "7").control("007", "sd |||||||||")
                .data("245", "00", "aUn disque").data("300", "  ", "a1 disque").bytes();
        UUID id = imports.started(diallo, file(record("1", "Nana"), disc), centre);
        imports.runToTheEnd(id);

        BrowserlessUIContext screen = reportOf(id);

        assertThat(fact(screen, "Type inconnu, classé «\u00a0Autre\u00a0»")).isEqualTo("1");
        assertThat(Screens.text(screen)).contains("Type inconnu, titre classé", "notice 2", "7 · Un disque")
                .doesNotContain("Rien n’a été refusé");
        assertThat(fact(screen, "Notices refusées")).isEqualTo("0");
        assertThat(fact(screen, "Exemplaires refusés")).isEqualTo("0");
    }

    @Test
    void whoGivesAnImportUpIsAskedFirst() {
        UUID id = imports.started(diallo, Imports.many(250, "CEN"), centre);
        imports.runOneBatch(id);
        BrowserlessUIContext screen = reportOf(id);

        press(screen, "Abandonner l’import");
        assertThat(imports.job(id).status()).isEqualTo(Status.RUNNING);
        ConfirmDialogTester sure = screen.test(ConfirmDialogTester.class, screen.find(ConfirmDialog.class).single());
        assertThat(Screens.withOrdinarySpaces(sure.getHeader())).isEqualTo("Abandonner cet import ?");
        sure.confirm();

        assertThat(imports.job(id).status()).isEqualTo(Status.GIVEN_UP);
        assertThat(imports.hasFile(id)).isFalse();
        assertThat(Screens.text(screen)).contains("abandonné");
    }

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

        assertThat(Screens.text(other)).contains("Vous l’avez déjà réglé");
        assertThat(imports.runToTheEnd(id).counts().created()).isEqualTo(1);
    }

    private BrowserlessUIContext reportOf(UUID id) {
        BrowserlessUIContext screen = screens.of(diallo);
        screen.navigate("catalogue/import/report/" + id, ImportReportView.class);
        return screen;
    }

    private static double bar(BrowserlessUIContext screen) {
        return screen.find(ProgressBar.class).single().getValue();
    }

    private static String fact(BrowserlessUIContext screen, String term) {
        List<String> terms = screen.find(DescriptionList.Term.class).all().stream().map(HtmlContainer::getText).toList();
        return screen.find(DescriptionList.Description.class).all().get(terms.indexOf(term)).getText();
    }
}

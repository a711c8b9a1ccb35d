package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.record;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.support.Screens;

/** Files that are too big, empty, strangely named or no catalogue at all, where they are dropped. */
class HostileUploadScreensTest extends ImportScreens {

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
}

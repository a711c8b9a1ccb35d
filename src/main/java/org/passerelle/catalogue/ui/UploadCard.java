package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.platform.Outcome;

/** Takes the file. */
class UploadCard extends Section {

    UploadCard(CatalogueImports imports, Consumer<Outcome<UUID>> received) {
        addClassName("card");
        Upload upload = new Upload(new Receiver(imports, received));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CatalogueImports.LARGEST_FILE);
        upload.setI18n(words());
        add(new H2(getTranslation("catalogue.import.upload")), new Paragraph(getTranslation("catalogue.import.upload.text")),
                upload);
    }

    private record Receiver(CatalogueImports imports, Consumer<Outcome<UUID>> received) implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            Outcome<UUID> outcome = imports.receive(event.getFileName(), event.getFileSize(),
                    event.getInputStream());
            if (!outcome.isDone()) {
                event.reject();
            }
            event.getUI().access(() -> received.accept(outcome));
        }

        @Override
        public long getFileSizeMax() {
            return CatalogueImports.LARGEST_FILE;
        }

        @Override
        public long getRequestSizeMax() {
            return CatalogueImports.LARGEST_FILE;
        }
    }

    private UploadI18N words() {
        UploadI18N.Uploading.Status status = new UploadI18N.Uploading.Status()
                .setConnecting(text("connecting")).setStalled(text("stalled")).setProcessing(text("processing"))
                .setHeld(text("held"));
        UploadI18N.Uploading uploading = new UploadI18N.Uploading().setStatus(status)
                .setError(new UploadI18N.Uploading.Error().setServerUnavailable(text("failed"))
                        .setUnexpectedServerError(text("failed")).setForbidden(text("failed"))
                        .setFileTooLarge(text("tooLarge")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix(text("remaining"))
                        .setUnknown(text("remaining.unknown")));
        return new UploadI18N().setAddFiles(new UploadI18N.AddFiles().setOne(text("choose")).setMany(text("choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(text("drop")).setMany(text("drop")))
                .setError(new UploadI18N.Error().setFileIsTooBig(text("tooLarge")).setTooManyFiles(text("oneFile"))
                        .setIncorrectFileType(text("failed")))
                .setUploading(uploading)
                .setFile(new UploadI18N.File().setRemove(text("remove")).setRetry(text("retry")).setStart(text("start")));
    }

    private String text(String key) {
        return getTranslation("catalogue.import.upload." + key);
    }
}

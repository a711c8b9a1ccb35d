package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.passerelle.patrons.service.PatronFiles;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;

/** Hands a person what is known about them, and erases it, when they ask for it. */
class PersonalDataCard extends Div {

    private final PatronFiles files;
    private final Runnable erased;
    private final Anchor export = new Anchor();
    private final Note note = new Note();

    private UUID patron;
    private String name;

    /** @param erased told once the patron is gone */
    PersonalDataCard(PatronFiles files, Runnable erased) {
        this.files = files;
        this.erased = erased;
        Paragraph help = new Paragraph(getTranslation("patron.data.help"));
        export.setText(getTranslation("patron.data.export"));
        export.addClassName("label-link");
        Button erase = new Button(getTranslation("patron.data.erase"), click -> confirmErase());
        erase.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(export, erase);
        buttons.addClassName("form-actions");
        add(new H2(getTranslation("patron.data")), help, note, buttons);
        addClassName("card");
    }

    void show(UUID shown, String displayName) {
        patron = shown;
        name = displayName;
        note.clear();
        // The file's name stands in an address: it says nothing about the person.
        String file = getTranslation("patron.data.file");
        export.setHref(DownloadHandler.fromInputStream(request -> files.export(shown)
                .map(json -> new DownloadResponse(new ByteArrayInputStream(json), file, "application/json", json.length))
                .orElseGet(() -> DownloadResponse.error(404))));
    }

    private void confirmErase() {
        Confirmation dialog = new Confirmation(getTranslation("patron.data.erase.title", name),
                getTranslation("patron.data.erase.text"), getTranslation("patron.data.erase.yes"), yes -> erase());
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("patron.data.erase.no"));
        dialog.open();
    }

    private void erase() {
        Outcome<Void> outcome = files.erase(patron);
        if (outcome.isDone()) {
            erased.run();
        } else {
            note.refused(outcome);
        }
    }
}

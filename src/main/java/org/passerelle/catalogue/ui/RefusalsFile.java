package org.passerelle.catalogue.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.platform.i18n.Messages;

/** What an import refused, as a file for a spreadsheet. */
record RefusalsFile(CatalogueImports imports, Messages messages, ImportJob job, Locale locale)
        implements DownloadHandler {

    private static final int PAGE = 500;
    /** Tells spreadsheets that the file is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setContentType("text/csv;charset=utf-8");
        event.setFileName("import-" + job.id() + ".csv");
        try (Writer file = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(file);
        }
    }

    void write(Writer file) throws IOException {
        file.append(BYTE_ORDER_MARK).append(line(Stream.of("number", "offset", "reason", "identifier", "barcode", "detail")
                .map(column -> messages.text(locale, "catalogue.import.column." + column))));
        List<ImportRefusal> page = imports.refusals(job.id(), null, PAGE);
        while (!page.isEmpty()) {
            for (ImportRefusal refusal : page) {
                file.append(line(Stream.of(String.valueOf(refusal.position().number()),
                        String.valueOf(refusal.position().offset()),
                        messages.text(locale, "catalogue.import.reason." + refusal.reason()), refusal.identifier(),
                        refusal.barcode(), refusal.detail())));
            }
            page = imports.refusals(job.id(), page.getLast(), PAGE);
        }
    }

    private static String line(Stream<String> cells) {
        return cells.map(RefusalsFile::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** Quoted; what a spreadsheet would take for a formula begins with an apostrophe instead. */
    static String cell(String text) {
        String shown = text == null ? "" : text;
        String harmless = !shown.isEmpty() && "=+-@\t\r\n|".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}

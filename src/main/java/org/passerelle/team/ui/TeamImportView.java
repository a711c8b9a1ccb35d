package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.team.members.domain.AgentFile.Column;
import org.passerelle.team.members.domain.AgentFile;
import org.passerelle.team.members.service.AgentImports.Line;
import org.passerelle.team.members.service.AgentImports.Result;
import org.passerelle.team.members.service.AgentImports;
import org.passerelle.team.members.service.TeamPages.Page;
import org.passerelle.team.members.service.TeamPages;

/** A list of agents from a spreadsheet: how it is read can be corrected, and what becomes of each row is seen before. */
@Route("team-import")
@RolesAllowed("MANAGER")
public class TeamImportView extends Main implements HasUrlParameter<String>, UnsavedScreen, HasDynamicTitle {

    private final TeamPages pages;
    private final AgentImports imports;
    private final Note note = new Note();
    private final Div content = new Div();
    private Page team;
    private byte[] bytes;
    private AgentFile file;
    private boolean applied;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Section report = new Section();

    TeamImportView(TeamPages pages, AgentImports imports) {
        this.pages = pages;
        this.imports = imports;
        addClassNames("page", "narrow");
        report.addClassName("card");
        add(content);
    }

    @Override
    public void setParameter(BeforeEvent event, String typed) {
        Optional<Page> found = TeamAddress.id(typed).flatMap(pages::page).filter(Page::managed);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        team = found.get();
        content.removeAll();
        RouterLink back = new RouterLink(team.name(), TeamView.class, team.team().toString());
        Div header = new Div(new Div(back, new H1(getTranslation("team.import.title"))));
        header.addClassName("page-header");
        content.add(header, note, choosing());
    }

    private Section choosing() {
        Upload upload = new Upload(new Receiver());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(AgentFile.LARGEST);
        upload.setI18n(new UploadI18N().setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("team.import.choose"))
                        .setMany(getTranslation("team.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("team.import.drop")).setMany(getTranslation("team.import.drop")))
                .setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("team.import.tooLarge"))
                        .setTooManyFiles(getTranslation("team.import.oneFile")).setIncorrectFileType(getTranslation("team.import.oneFile"))));
        Section card = new Section(new H2(getTranslation("team.import.file")), new Paragraph(getTranslation("team.import.text")), upload);
        card.addClassName("card");
        return card;
    }

    /** No more of a file is read than may be, whatever its sender says of its length. */
    private final class Receiver implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] received;
            try (InputStream in = event.getInputStream()) {
                received = in.readNBytes(AgentFile.LARGEST + 1);
            }
            if (received.length > AgentFile.LARGEST) {
                event.reject();
                event.getUI().access(() -> note.due("team.import.tooLarge"));
            } else {
                event.getUI().access(() -> read(received));
            }
        }

        @Override
        public long getFileSizeMax() {
            return AgentFile.LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return AgentFile.LARGEST;
        }
    }

    private void read(byte[] received) {
        bytes = received;
        file = null;
        applied = false;
        note.clear();
        show(AgentFile.read(bytes, null, null));
    }

    private void show(AgentFile now) {
        List<String> before = file == null ? List.of() : file.header();
        file = now;
        // What was corrected stays where the columns are the same.
        if (!before.equals(file.header())) {
            columns.clear();
            columns.putAll(file.guess());
        }
        content.getChildren().filter(child -> child.hasClassName("import-reading")).toList().forEach(content::remove);
        Section card = new Section(new H2(getTranslation("team.import.reading")), reading(), columnsChoice());
        card.addClassNames("card", "import-reading");
        content.add(card);
        if (file.header().isEmpty()) {
            note.due("team.import.empty");
            return;
        }
        note.clear();
        report.addClassName("import-reading");
        content.add(report);
        preview();
    }

    private Div reading() {
        Select<Charset> charset = new Select<>();
        charset.setLabel(getTranslation("team.import.charset"));
        charset.setItems(AgentFile.CHARSETS);
        charset.setItemLabelGenerator(Charset::displayName);
        charset.setValue(file.charset());
        charset.addValueChangeListener(chosen -> show(AgentFile.read(bytes, chosen.getValue(), file.delimiter())));
        Select<Character> delimiter = new Select<>();
        delimiter.setLabel(getTranslation("team.import.delimiter"));
        delimiter.setItems(AgentFile.DELIMITERS);
        delimiter.setItemLabelGenerator(each -> getTranslation("team.import.delimiter." + (each == ';' ? "semicolon" : each == ',' ? "comma" : "tab")));
        delimiter.setValue(file.delimiter());
        delimiter.addValueChangeListener(chosen -> show(AgentFile.read(bytes, file.charset(), chosen.getValue())));
        Div fields = new Div(charset, delimiter);
        fields.addClassName("form-grid");
        return fields;
    }

    private Div columnsChoice() {
        Div fields = new Div();
        fields.addClassName("form-grid");
        List<Integer> places = IntStream.range(0, file.header().size()).boxed().toList();
        for (Column column : Column.values()) {
            Select<Integer> place = new Select<>();
            place.setLabel(column.weekday().map(TeamWords::weekday).orElseGet(() -> getTranslation("team.import.column." + column)));
            place.setEmptySelectionAllowed(column != Column.PERSON);
            place.setEmptySelectionCaption(getTranslation("team.import.column.none"));
            place.setItems(places);
            place.setItemLabelGenerator(at -> at == null ? getTranslation("team.import.column.none") : file.header().get(at));
            place.setValue(columns.get(column));
            place.addValueChangeListener(chosen -> {
                if (chosen.getValue() == null) {
                    columns.remove(column);
                } else {
                    columns.put(column, chosen.getValue());
                }
                preview();
            });
            fields.add(place);
        }
        return fields;
    }

    private void preview() {
        List<Line> lines = imports.preview(team.team(), file, columns);
        show(lines, false);
        long toDo = lines.stream().filter(line -> line.result() == Result.NEW || line.result() == Result.CHANGED).count();
        Button go = Buttons.once(getTranslation("team.import.apply", toDo), () -> show(imports.apply(team.team(), file, columns), true));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setEnabled(toDo > 0);
        Div actions = new Div(go);
        actions.addClassName("form-actions");
        report.add(actions);
    }

    private void show(List<Line> lines, boolean done) {
        applied = done;
        report.removeAll();
        report.add(new H2(getTranslation(done ? "team.import.report" : "team.import.preview")),
                new Paragraph(getTranslation("team.import.counts", count(lines, Result.NEW), count(lines, Result.CHANGED),
                        count(lines, Result.SAME), count(lines, Result.REFUSED))));
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        lines.forEach(line -> {
            Row row = new Row(new Span(line.person().isEmpty() ? getTranslation("team.import.line", line.number()) : line.person()))
                    .tagged(new Tag(line.result() == Result.REFUSED ? Tone.LATE : line.result() == Result.SAME ? Tone.PLAIN : Tone.DONE,
                            getTranslation("team.import.result." + line.result())));
            if (line.messageKey() != null) {
                row.about(getTranslation("team.import.line", line.number()) + " · " + getTranslation(line.messageKey(), line.args()));
            }
            rows.add(row);
        });
        report.add(rows);
        if (done) {
            note.done("team.import.done", count(lines, Result.NEW) + count(lines, Result.CHANGED));
        }
    }

    private static int count(List<Line> lines, Result result) {
        return (int) lines.stream().filter(line -> line.result() == result).count();
    }

    /** What was corrected of how the file is read is work of a while. */
    @Override
    public boolean hasUnsavedChanges() {
        return file != null && !applied;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.import.title") + " · Passerelle";
    }
}

package org.passerelle.journey;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.ProcessDiagram;
import org.passerelle.platform.ui.cases.StoryList;

/** One of each shared component and class of the theme, to look at and to measure; part of the tests only. */
@Route(SpecimenView.PATH)
@PageTitle("Specimen")
@AnonymousAllowed
public class SpecimenView extends Main implements BeforeEnterObserver {

    static final String PATH = "specimen";
    static final String EXPECTED = "30007006038474";

    private final ScanField scan = new ScanField("Scannez un code-barres", this::scanned);

    SpecimenView(Messages messages) {
        addClassName("page");
        Button primary = new Button("Remettre le sac");
        primary.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button fail = new Button("Fail", click -> {
            throw new IllegalStateException("on purpose");
        });
        Div header = new Div(new Div(new H1("Drive du jour"), new Html("<p class='sub'>Mardi 24 novembre</p>")),
                new Div(fail, primary));
        header.addClassName("page-header");
        header.getChildren().skip(1).forEach(actions -> actions.addClassName("actions"));
        Div scanCard = new Div(scan);
        scanCard.addClassName("card");
        Div diagramCard = new Div(diagram());
        diagramCard.addClassName("card");
        Div storyCard = new Div(new StoryList(List.of(new Journal.Entry(Instant.parse("2026-11-24T08:12:00Z"), "Camille R.", null,
                Journal.Channel.PHONE, "home.title.VISITOR", List.of())), ZoneId.of("Europe/Paris"), messages));
        storyCard.addClassName("card");
        add(header, scanCard, tags(), drawn(), fields(), grid(), diagramCard, storyCard);
    }

    private static Div tags() {
        Div tags = new Div();
        tags.addClassName("toolbar");
        List.of("neutral", "info", "due", "late", "done").forEach(tone -> {
            Span tag = new Span("en retard de 2 h");
            tag.addClassNames("tag", "tag-" + tone);
            tags.add(tag);
        });
        Button chosen = new Button("À moi 5");
        chosen.addClassName("chip");
        chosen.getElement().setAttribute("aria-pressed", "true");
        Button other = new Button("En retard 3");
        other.addClassName("chip");
        other.getElement().setAttribute("aria-pressed", "false");
        tags.add(chosen, other);
        return tags;
    }

    private static Html drawn() {
        return new Html("""
                <div>
                <div class="card"><ul class="bars"><li class="bar" style="--value:.7"><span class="bar-label">10 h</span></li>
                <li class="bar full" style="--value:1"><span class="bar-label">10 h 20</span></li></ul></div>
                <div class="board"><section class="board-column"><h2>Attendus <span class="count">9</span></h2>
                <div class="card person"><span class="row-title">Mme Ferrand</span><span class="row-side">14 h 20</span>
                <span class="row-sub">K7F-42 · 6 documents</span><span class="tag">préparation</span></div></section>
                <section class="board-column"><h2>Arrivés <span class="count">2</span></h2><p class="soft">Personne.</p></section></div>
                <ul class="rows card"><li><a class="row" href="specimen" aria-current="true"><span class="row-title">Préparer</span>
                <span class="row-side"><span class="tag tag-due">créneau 14 h 20</span></span>
                <span class="row-sub">Réservation K7F-42</span></a></li></ul>
                <table class="plain"><thead><tr><th>Cote</th><th>Titre</th></tr></thead>
                <tbody><tr><td>R HUG</td><td>Les Misérables</td></tr></tbody></table>
                <p class="message message-late">Ce créneau est complet.</p><p class="message message-info">À savoir.</p>
                <p class="message message-due">Bientôt.</p><p class="message message-done">Fait.</p>
                <div class="meters"><div class="meter"><span>Préparer</span><span class="meter-bar" style="--value:.4"></span>
                <span class="meter-value">2 h 10</span></div></div>
                <p class="keys"><span><kbd class="kbd">j</kbd> parcourir</span></p>
                </div>""");
    }

    private static Div fields() {
        ComboBox<String> branch = new ComboBox<>("Site", "Médiathèque du Port");
        TextField wrong = new TextField("Carte");
        wrong.setInvalid(true);
        wrong.setErrorMessage("Cette carte n’existe pas.");
        Div fields = new Div(new TextField("Nom"), wrong, branch, new DatePicker("Jour"), new Checkbox("Par téléphone"));
        fields.addClassNames("form-grid", "card");
        return fields;
    }

    private static Grid<String> grid() {
        Grid<String> grid = new Grid<>();
        grid.addColumn(title -> title).setHeader("Titre");
        grid.addColumn(String::length).setHeader("Longueur");
        grid.setItems("Germinal", "Les Misérables");
        grid.setAllRowsVisible(true);
        return grid;
    }

    private static ProcessDiagram diagram() {
        try {
            String xml = Files.readString(Path.of("bpmn", "drive-pickup.bpmn"));
            ProcessDiagram diagram = new ProcessDiagram(xml, "Où en est ce dossier");
            List<String> ids = java.util.regex.Pattern.compile("<bpmn:(?:startEvent|\\w*[tT]ask|exclusiveGateway) id=\"(\\w+)\"")
                    .matcher(xml).results().map(found -> found.group(1)).toList();
            diagram.showCase(ids.subList(2, 3), ids.subList(0, 2), "Où en est ce dossier : troisième étape");
            return diagram;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scanned(String code) {
        if (code.equals(EXPECTED)) {
            scan.good("found");
        } else {
            scan.bad(code + " not expected");
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("fail")) {
            throw new IllegalStateException("on purpose");
        }
    }
}

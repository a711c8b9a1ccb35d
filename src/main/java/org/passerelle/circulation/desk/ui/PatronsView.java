package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.patrons.service.PatronFiles;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedDialog;
import org.passerelle.platform.ui.UnsavedScreen;

/** Staff find patrons by card or name, enter them and correct them. The address names a patron by id only. */
@Route("patrons/:patron?")
@RolesAllowed("AGENT")
public class PatronsView extends Div implements BeforeEnterObserver, UnsavedScreen, HasDynamicTitle {

    static final String PARAMETER = "patron";
    private static final String NEW = "new";

    private final Patrons patrons;
    private final TextField search = new TextField();
    private final Grid<Patrons.Row> found = new Grid<>();
    private final Note told = new Note();
    private final Div empty = new Div();
    private final PatronPanel panel;
    private final Div reservations = new Div();
    private final PatronReservations.Desk desk;

    public PatronsView(Patrons patrons, PatronAccess access, PatronFiles files, PatronReservations.Desk desk) {
        this.patrons = patrons;
        this.desk = desk;
        this.panel = new PatronPanel(patrons, access, files, this::saved, this::erased);
        addClassNames("split", "patrons-page");
        add(list(), detail());
    }

    private Div list() {
        Button enter = new Button(getTranslation("patrons.new"), click -> open(NEW));
        Div actions = new Div(enter);
        actions.addClassName("actions");
        Div header = new Div(new H1(getTranslation("patrons.title")), actions);
        header.addClassName("page-header");

        search.setPlaceholder(getTranslation("patrons.search"));
        search.setAriaLabel(getTranslation("patrons.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> found.getDataProvider().refreshAll());
        search.addKeyPressListener(Key.ENTER, enterKey -> openScanned());
        search.addClassName("patron-search");
        Div toolbar = new Div(search);
        toolbar.addClassName("toolbar");

        found.addColumn(new ComponentRenderer<>(this::row)).setHeader(getTranslation("patrons.found"));
        found.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        found.setItems(query -> patrons.find(search.getValue(), query.getOffset(), query.getLimit()).stream());
        found.setPageSize(Patrons.PAGE / 2);
        found.setEmptyStateText(getTranslation("patrons.none"));
        ((GridSingleSelectionModel<Patrons.Row>) found.setSelectionMode(Grid.SelectionMode.SINGLE)).setDeselectAllowed(false);
        found.addSelectionListener(selected -> selected.getFirstSelectedItem().filter(row -> selected.isFromClient())
                .ifPresent(row -> open(row.id().toString())));
        Div list = new Div(header, toolbar, found);
        list.addClassNames("split-list", "patron-list");
        return list;
    }

    private Div detail() {
        empty.addClassName("empty");
        empty.setText(getTranslation("patrons.choose"));
        Div detail = new Div(told, empty, panel, reservations);
        detail.addClassName("split-detail");
        return detail;
    }

    private Div row(Patrons.Row patron) {
        Span name = new Span(patron.name());
        name.addClassName("row-title");
        Span card = new Span(patron.cardNumber() + " · " + getTranslation("patron.category." + patron.category()));
        card.addClassName("row-sub");
        Div row = new Div(name, card);
        if (patron.blocked()) {
            Span tag = new Span(getTranslation("patron.blocked.tag"));
            tag.addClassNames("tag", "tag-late");
            row.add(tag);
        }
        return row;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get(PARAMETER).orElse("");
        told.clear();
        reservations.removeAll();
        Optional<Patrons.Details> patron = id(asked).flatMap(patrons::details);
        if (asked.equals(NEW)) {
            panel.enterNew();
        } else if (patron.isPresent()) {
            panel.show(patron.get());
            reservations.add(new PatronReservations(desk, patron.get().id()));
        } else {
            panel.close();
        }
        empty.setVisible(!panel.isVisible());
        empty.setText(getTranslation(asked.isEmpty() || panel.isVisible() ? "patrons.choose" : "refusal.NOT_FOUND"));
        setClassName("detail-open", !asked.isEmpty());
    }

    @Override
    public boolean hasUnsavedChanges() {
        return panel.hasUnsavedChanges();
    }

    private void open(String patron) {
        if (panel.hasUnsavedChanges()) {
            new UnsavedDialog(() -> go(patron)).open();
        } else {
            go(patron);
        }
    }

    private void openScanned() {
        if (!search.isEmpty()) {
            patrons.byCard(search.getValue()).ifPresent(patron -> open(patron.id().toString()));
        }
    }

    private void saved(UUID patron) {
        found.getDataProvider().refreshAll();
        go(patron.toString());
        told.done("patrons.saved");
    }

    private void erased() {
        found.getDataProvider().refreshAll();
        panel.forgetChanges();
        UI.getCurrent().navigate(PatronsView.class);
        told.done("patron.data.erased");
    }

    private void go(String patron) {
        panel.forgetChanges();
        UI.getCurrent().navigate(PatronsView.class, new RouteParameters(new RouteParam(PARAMETER, patron)));
    }

    private static Optional<UUID> id(String asked) {
        try {
            return Optional.of(UUID.fromString(asked));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("patrons.title") + " · Passerelle";
    }
}

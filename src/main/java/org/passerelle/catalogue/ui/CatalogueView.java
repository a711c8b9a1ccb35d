package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.SearchPage;

/** Where everybody looks for a title. The address holds the search. */
@Route("catalogue")
@AnonymousAllowed
public class CatalogueView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private static final int PAGE = 20;

    private final CatalogueSearch search;
    private final List<TitleAction> actions;

    private final TextField query = new TextField();
    private final Select<MaterialType> material = new Select<>();
    private final Select<UUID> branch = new Select<>();
    private final Checkbox available = new Checkbox();
    private final Paragraph summary = new Paragraph();
    private final UnorderedList found = new UnorderedList();
    private final Div beneath = new Div();

    private Map<UUID, String> branches = Map.of();
    private Address address = Address.of("");

    CatalogueView(CatalogueSearch search, List<TitleAction> actions) {
        this.search = search;
        this.actions = actions;
        addClassNames("page", "narrow", "catalogue");
        summary.addClassName("soft");
        summary.getElement().setAttribute("role", "status");
        found.addClassNames("rows", "card", "titles");
        beneath.addClassName("beneath");
        add(new H1(getTranslation("catalogue.title")), searchBar(), filterBar(), summary, found, beneath);
    }

    private Div searchBar() {
        query.setLabel(getTranslation("catalogue.search.label"));
        query.setPlaceholder(getTranslation("catalogue.search.placeholder"));
        query.setClearButtonVisible(true);
        query.setMaxLength(CatalogueSearch.LONGEST_QUERY);
        query.addValueChangeListener(change -> searchAgain(change.isFromClient()));
        Button go = new Button(getTranslation("catalogue.search.go"), click -> searchAgain(true));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(query);
        Div bar = new Div(query, go);
        bar.addClassName("search-bar");
        bar.getElement().setAttribute("role", "search");
        return bar;
    }

    private Div filterBar() {
        material.setLabel(getTranslation("catalogue.filter.material"));
        material.setItems(MaterialType.values());
        material.setEmptySelectionAllowed(true);
        material.setEmptySelectionCaption(getTranslation("catalogue.filter.material.all"));
        material.setItemLabelGenerator(type -> type == null ? getTranslation("catalogue.filter.material.all")
                : getTranslation("catalogue.material." + type));
        branch.setLabel(getTranslation("catalogue.filter.branch"));
        branch.setEmptySelectionAllowed(true);
        branch.setEmptySelectionCaption(getTranslation("catalogue.filter.branch.all"));
        branch.setItemLabelGenerator(id -> id == null ? getTranslation("catalogue.filter.branch.all")
                : branches.get(id));
        available.setLabel(getTranslation("catalogue.filter.available"));
        material.addValueChangeListener(change -> searchAgain(change.isFromClient()));
        branch.addValueChangeListener(change -> searchAgain(change.isFromClient()));
        available.addValueChangeListener(change -> searchAgain(change.isFromClient()));
        Div bar = new Div(material, branch, available);
        bar.addClassNames("toolbar", "filters");
        return bar;
    }

    private void searchAgain(boolean byThePerson) {
        Address asked = new Address(query.getValue().strip(),
                new SearchFilters(material.getValue(), branch.getValue(), available.getValue()), 1);
        if (byThePerson && !asked.equals(address)) {
            UI.getCurrent().navigate(CatalogueView.class, asked.parameters());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = Address.of(event.getLocation().getQueryParameters());
        SearchPage page = askOrBegin();
        if (address.filters().branch() != null && !page.branches().containsKey(address.filters().branch())) {
            address = new Address(address.query(), new SearchFilters(address.filters().material(), null,
                    address.filters().availableOnly()), address.page());
            page = askOrBegin();
        }
        if (!page.branches().equals(branches)) {
            branches = page.branches();
            branch.setItems(branches.keySet());
        }
        query.setValue(address.query());
        material.setValue(address.filters().material());
        branch.setValue(address.filters().branch());
        available.setValue(address.filters().availableOnly());
        show(page);
    }

    /** Since somebody kept that address there may be fewer. */
    private SearchPage askOrBegin() {
        SearchPage page = ask();
        if (page.total() == 0 && address.page() > 1) {
            address = address.onPage(1);
            page = ask();
        }
        return page;
    }

    private SearchPage ask() {
        return search.search(address.query(), address.filters(), (address.page() - 1) * PAGE, PAGE);
    }

    /** One page at a time, whatever the address says: what a screen shows is kept in memory. */
    private void show(SearchPage page) {
        found.removeAll();
        beneath.removeAll();
        page.titles().forEach(title -> found.add(new TitleRow(title, actions)));
        found.setVisible(page.total() > 0);
        if (page.total() == 0) {
            summary.setText("");
            beneath.add(nothingFound(page));
            return;
        }
        int before = (address.page() - 1) * PAGE;
        boolean more = before + page.titles().size() < page.total();
        String counted = getTranslation(page.approximate() ? "catalogue.found.near" : "catalogue.found",
                Math.min(page.total(), CatalogueSearch.COUNTED_UP_TO), page.uncounted());
        summary.setText(before == 0 && !more ? counted
                : getTranslation("catalogue.page", counted, before + 1, before + page.titles().size()));
        if (before > 0 || more) {
            beneath.add(pages(more));
        }
    }

    private Nav pages(boolean more) {
        Nav pages = new Nav();
        pages.addClassName("pages");
        pages.setAriaLabel(getTranslation("catalogue.pages"));
        if (address.page() > 1) {
            pages.add(link(address.onPage(address.page() - 1), getTranslation("catalogue.page.before")));
        }
        if (more) {
            pages.add(address.isLast() ? new Paragraph(getTranslation("catalogue.more.refine"))
                    : link(address.onPage(address.page() + 1), getTranslation("catalogue.page.next")));
        }
        return pages;
    }

    private Div nothingFound(SearchPage page) {
        Div empty = new Div(new H2(getTranslation("catalogue.empty.title")));
        empty.addClassName("empty");
        UnorderedList hints = new UnorderedList();
        hints.addClassName("hints");
        if (address.filters().narrows()) {
            hints.add(new ListItem(link(Address.of(address.query()),
                    getTranslation("catalogue.empty.everywhere"))));
        }
        if (page.words().size() > 1) {
            page.words().stream().filter(word -> word.length() > 2).forEach(word ->
                    hints.add(new ListItem(link(Address.of(word),
                            getTranslation("catalogue.empty.word", word)))));
        }
        if (!address.query().isBlank()) {
            hints.add(new ListItem(link(Address.of(""),
                    getTranslation("catalogue.empty.all"))));
        }
        empty.add(new Paragraph(getTranslation(address.query().isBlank() && !address.filters().narrows()
                ? "catalogue.empty.nothingYet" : "catalogue.empty.text")), hints);
        return empty;
    }

    private static RouterLink link(Address to, String text) {
        RouterLink link = new RouterLink(text, CatalogueView.class);
        link.setQueryParameters(to.parameters());
        return link;
    }

    @Override
    public String getPageTitle() {
        return (address.query().isBlank() ? "" : address.query() + " · ") + getTranslation("catalogue.title")
                + " · Passerelle";
    }
}

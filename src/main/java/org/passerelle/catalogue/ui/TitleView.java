package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.BranchCopies;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.TitleDetails;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.platform.ui.live.LiveUpdates;

/** One title: what it is, and where each of its copies can be had. */
@Route("title")
@AnonymousAllowed
public class TitleView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int COPIES = 50;

    private final CatalogueSearch search;
    private final List<TitleAction> actions;
    private final List<CopyAction> copyActions;
    private final PlaceWords places;
    private final LiveUpdates live;
    private String name = "";
    private int shown = COPIES;

    TitleView(CatalogueSearch search, List<TitleAction> actions, List<CopyAction> copyActions, PlaceWords places,
              LiveUpdates live) {
        this.search = search;
        this.actions = actions;
        this.copyActions = copyActions;
        this.places = places;
        this.live = live;
        addClassNames("page", "narrow", "catalogue");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        shown = COPIES;
        UUID id = Address.id(parameter).orElseThrow(NotFoundException::new);
        show(search.title(id, shown).orElseThrow(NotFoundException::new));
    }

    private void show(TitleDetails title) {
        UUID id = title.found().title().id();
        name = title.found().title().title();
        removeAll();
        Section copies = new Section();
        copies.addClassName("card");
        showCopies(copies, title);
        live.follow(copies, CatalogueTopics.TITLE.of(id),
                () -> search.title(id, shown).ifPresent(now -> showCopies(copies, now)));
        add(new RouterLink(getTranslation("catalogue.back"), CatalogueView.class), header(title), copies, facts(title));
    }

    private Div header(TitleDetails title) {
        Div words = new Div(new H1(name));
        String by = title.responsibility() != null ? title.responsibility() : String.join(" · ", title.authors());
        if (!by.isEmpty()) {
            Paragraph sub = new Paragraph(by);
            sub.addClassName("sub");
            words.add(sub);
        }
        Div header = new Div(words);
        header.addClassName("page-header");
        return header;
    }

    private void showCopies(Section card, TitleDetails title) {
        card.removeAll();
        Div header = new Div(new H2(getTranslation("catalogue.copies")), new AvailabilityTag(title.found()));
        header.addClassName("card-header");
        card.add(header);
        if (title.copies().isEmpty()) {
            card.add(new Paragraph(getTranslation("catalogue.copies.none")));
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        addRows(rows, title.copies(), title.found().title().material());
        card.add(rows);
        int all = title.found().branches().stream().mapToInt(BranchCopies::copies).sum();
        if (title.copies().size() < all) {
            card.add(moreCopies(rows, title.found().title(), all));
        }
        actions.stream().flatMap(action -> action.of(title.found()).stream()).forEach(card::add);
    }

    private void addRows(UnorderedList rows, List<TitleDetails.CopyAt> copies, MaterialType ofTitle) {
        copies.forEach(copy -> rows.add(row(copy, ofTitle)));
    }

    private Button moreCopies(UnorderedList rows, TitleInfo title, int all) {
        Button more = new Button(getTranslation("catalogue.more"));
        more.addClickListener(click -> {
            addRows(rows, search.copies(title.id(), shown, COPIES), title.material());
            shown += COPIES;
            more.setVisible(shown < all);
        });
        return more;
    }

    private ListItem row(TitleDetails.CopyAt copy, MaterialType ofTitle) {
        Span where = new Span(copy.branchName());
        where.addClassName("row-title");
        ListItem row = new ListItem(where, places.tag(copy.where(), getLocale()));
        row.addClassName("row");
        if (copy.material() != ofTitle) {
            Span material = new Span(getTranslation("catalogue.material." + copy.material()));
            material.addClassName("row-sub");
            row.add(material);
        }
        if (copy.shelfMark() != null && copy.place() != PlaceKind.SHELF) {
            Span shelfMark = new Span(getTranslation("catalogue.shelfMark", copy.shelfMark()));
            shelfMark.addClassName("row-sub");
            row.add(shelfMark);
        }
        copyActions.stream().flatMap(action -> action.of(copy).stream()).forEach(row::add);
        return row;
    }

    private DescriptionList facts(TitleDetails title) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        add(facts, "material", new Text(getTranslation("catalogue.material." + title.found().title().material())));
        addSearches(facts, "authors", title.authors());
        addText(facts, "year", title.found().title().year() == null ? "" : title.found().title().year().toString());
        addText(facts, "publisher", title.publisher());
        addText(facts, "series", title.series());
        addText(facts, "languages", title.languages().stream().map(code -> LanguageNames.of(code, getLocale()))
                .collect(Collectors.joining(", ")));
        addText(facts, "isbn", String.join(", ", title.isbns()));
        addSearches(facts, "subjects", title.subjects());
        return facts;
    }

    private void addText(DescriptionList facts, String key, String text) {
        if (text != null && !text.isEmpty()) {
            add(facts, key, new Text(text));
        }
    }

    private void addSearches(DescriptionList facts, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            add(facts, key, texts.stream().map(text -> {
                RouterLink link = new RouterLink(text, CatalogueView.class);
                link.setQueryParameters(Address.of(text).parameters());
                return new Div(link);
            }).toArray(Component[]::new));
        }
    }

    private void add(DescriptionList facts, String key, Component... values) {
        facts.add(new DescriptionList.Term(getTranslation("catalogue.fact." + key)),
                new DescriptionList.Description(values));
    }

    @Override
    public String getPageTitle() {
        return name + " · Passerelle";
    }
}

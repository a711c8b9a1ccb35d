package org.passerelle.platform.ui.search;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.ui.FrameKeys;
import org.passerelle.platform.ui.search.SearchEverywhere.Group;
import org.springframework.context.annotation.Scope;

/**
 * The one field in the frame for whatever is scanned or looked for. Ctrl+K and {@code /} lead into it, Escape back to where
 * one was. A code opens what bears it at once; words show what they may mean, to choose from with the arrow keys and Enter.
 * Nothing that is typed here gets into an address.
 */
@SpringComponent
@Scope("prototype")
public class SearchBox extends Composite<Div> {

    private static final String RESULTS = "search-results";
    private static final String TEXT = "event.detail.text";

    private final SearchEverywhere search;
    private final Element field = new Element("input");
    private final NativeButton opener = new NativeButton();
    private final Div list = new Div();
    private final Div nothing = new Div();
    private final Span status = new Span();

    SearchBox(SearchEverywhere search) {
        this.search = search;
        getContent().addClassName("search-box");
        getContent().getElement().setAttribute("role", "search").setAttribute("data-frame-keys", "/");
        opener.addClassName("search-opener");
        opener.setAriaLabel(getTranslation("search.label"));
        Span icon = new Span();
        icon.addClassName("search-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        list.setId(RESULTS);
        list.addClassNames("search-results");
        list.getElement().setAttribute("role", "listbox").setAttribute("aria-label", getTranslation("search.results"));
        nothing.addClassName("search-nothing");
        status.addClassName("visually-hidden");
        status.getElement().setAttribute("role", "status");
        getContent().add(opener);
        getContent().getElement().appendChild(icon.getElement(), prepared(field));
        getContent().add(hint(), list, nothing, status);
        getElement().addEventListener("search-typed", typed -> show(text(typed))).addEventData(TEXT);
        getElement().addEventListener("search-entered", entered -> enter(text(entered))).addEventData(TEXT);
        getElement().addEventListener("search-left", left -> clear());
        FrameKeys.lead(this, "/", "k");
    }

    private Element prepared(Element input) {
        return input.setAttribute("type", "text").setAttribute("role", "combobox").setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-expanded", "false").setAttribute("aria-controls", RESULTS)
                .setAttribute("aria-label", getTranslation("search.label"))
                .setAttribute("placeholder", getTranslation("search.placeholder")).setAttribute("autocomplete", "off")
                .setAttribute("autocapitalize", "none").setAttribute("spellcheck", "false")
                .setAttribute("enterkeyhint", "search").setAttribute("maxlength", String.valueOf(SearchEverywhere.LONGEST));
    }

    private Span hint() {
        Span keys = new Span(getTranslation("search.keys"));
        keys.addClassNames("kbd", "search-keys");
        keys.getElement().setAttribute("aria-hidden", "true");
        return keys;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(FrameKeys.script(SearchBox.class, "search-box.js"), field, list.getElement(), opener.getElement());
    }

    private static String text(DomEvent event) {
        return event.getEventData().get(TEXT).asString();
    }

    private void enter(String typed) {
        List<Group> found = search.find(typed, getLocale());
        if (found.size() == 1 && found.getFirst().results().size() == 1) {
            open(found.getFirst().results().getFirst());
        } else {
            show(typed, found);
            if (found.isEmpty()) {
                getElement().executeJs("this.refuse()");
            }
        }
    }

    private void open(SearchResult result) {
        clear();
        getElement().executeJs("this.opened()");
        Location way = new Location(result.address());
        UI.getCurrent().navigate(way.getPath(), way.getQueryParameters());
    }

    private void show(String typed) {
        show(typed, search.find(typed, getLocale()));
    }

    private void show(String typed, List<Group> found) {
        clear();
        if (typed.length() < SearchEverywhere.SHORTEST) {
            return;
        }
        int number = 0;
        for (Group group : found) {
            Span heading = new Span(getTranslation(group.kind()));
            heading.addClassName("search-kind");
            heading.setId(RESULTS + "-" + number);
            Div part = new Div(heading);
            part.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", RESULTS + "-" + number);
            for (SearchResult result : group.results()) {
                part.add(option(result, ++number));
            }
            list.add(part);
        }
        field.setAttribute("aria-expanded", String.valueOf(number > 0));
        if (number == 0) {
            nothing.setText(getTranslation("search.nothing", new ScannedCode(typed).echo()));
        }
        status.setText(number == 0 ? nothing.getText() : getTranslation("search.found", number));
    }

    private static RouterLink option(SearchResult result, int number) {
        Span name = new Span(result.name());
        name.addClassName("row-title");
        Span next = new Span(result.next());
        next.addClassNames("row-side", "search-next");
        Span detail = new Span(result.detail());
        detail.addClassName("row-sub");
        RouterLink option = new RouterLink();
        option.getElement().setAttribute("href", result.address()).setAttribute("role", "option")
                .setAttribute("aria-selected", "false").setAttribute("tabindex", "-1");
        option.setId("search-option-" + number);
        option.addClassName("row");
        option.add(name, next, detail);
        return option;
    }

    private void clear() {
        list.removeAll();
        nothing.setText("");
        status.setText("");
        field.setAttribute("aria-expanded", "false");
    }
}

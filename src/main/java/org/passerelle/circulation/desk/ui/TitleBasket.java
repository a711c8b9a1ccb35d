package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** Titles scanned or found by words, each with what the branch has of it. */
class TitleBasket extends Div {

    private final CounterTitles titles;
    private final Supplier<UUID> branch;
    private final Predicate<TitleInfo> waitFor;
    private final Runnable changed;
    private final ComboBox<FoundTitle> find = new ComboBox<>(getTranslation("staff.counter.titles"));
    private final OrderedList list = new OrderedList();
    private final Map<UUID, TitleInfo> chosen = new LinkedHashMap<>();
    private Map<UUID, Integer> shown = Map.of();

    /**
     * @param branch  the one at which availability counts
     * @param waitFor has the patron wait for a title that is away; false when that was refused
     * @param changed told of each title that comes or goes
     */
    TitleBasket(CounterTitles titles, Supplier<UUID> branch, Predicate<TitleInfo> waitFor, Runnable changed) {
        this.changed = changed;
        this.waitFor = waitFor;
        this.titles = titles;
        this.branch = branch;
        find.setItemsWithFilterConverter(query -> search(query.getFilter().orElse(""), query.getOffset(),
                query.getLimit()).stream(), typed -> typed);
        find.setItemLabelGenerator(found -> found.title().titleAndAuthor() + " · "
                + getTranslation("staff.counter.here", here(found)));
        find.setHelperText(getTranslation("staff.counter.titles.help"));
        find.setAllowCustomValue(true);
        find.addCustomValueSetListener(typed -> typed(typed.getDetail()));
        find.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                add(change.getValue().title());
            }
        });
        find.setWidthFull();
        list.addClassName("rows");
        add(find, list);
    }

    List<UUID> titles() {
        return List.copyOf(chosen.keySet());
    }

    Collection<TitleInfo> chosen() {
        return List.copyOf(chosen.values());
    }

    void focus() {
        find.focus();
    }

    void wrong(String sentence) {
        find.setErrorMessage(sentence);
        find.setInvalid(true);
        find.focus();
    }

    /** Reads again what the branch has. */
    void refresh() {
        list.removeAll();
        shown = here();
        if (!shown.isEmpty()) {
            chosen.values().forEach(title -> list.add(row(title, shown.getOrDefault(title.id(), 0))));
        }
    }

    /** A row that says the same stays in place, and whoever is on its button with it. */
    private void follow() {
        if (!here().equals(shown)) {
            refresh();
        }
    }

    private Map<UUID, Integer> here() {
        return branch.get() == null || chosen.isEmpty() ? Map.of()
                : titles.copies().availableAt(branch.get(), chosen.keySet());
    }

    private List<FoundTitle> search(String typed, int offset, int limit) {
        return titles.search().search(typed, SearchFilters.NONE, offset, limit).titles();
    }

    private int here(FoundTitle found) {
        return found.branches().stream().filter(at -> at.branch().equals(branch.get())).mapToInt(at -> at.available())
                .sum();
    }

    /** What was scanned, or typed and not chosen from the list: added where it can mean one title only. */
    private void typed(String typed) {
        List<FoundTitle> found = search(typed.substring(0, Math.min(typed.length(), CatalogueSearch.LONGEST_QUERY)), 0, 2);
        if (found.size() == 1) {
            add(found.getFirst().title());
        } else {
            wrong(getTranslation(found.isEmpty() ? "staff.counter.titles.none" : "staff.counter.titles.several"));
        }
    }

    private void add(TitleInfo title) {
        chosen.put(title.id(), title);
        refresh();
        changed.run();
        find.clear();
        find.setInvalid(false);
        find.focus();
    }

    private void takeAway(TitleInfo title) {
        chosen.remove(title.id());
        refresh();
        changed.run();
    }

    private ListItem row(TitleInfo title, int here) {
        Span name = new Span(title.titleAndAuthor());
        name.addClassName("row-title");
        Tag availability = new Tag(here > 0 ? Tone.DONE : Tone.LATE, getTranslation("staff.counter.here", here));
        Button remove = new Button("×", click -> {
            takeAway(title);
            find.focus();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("staff.counter.titles.remove", title.title()));
        Div side = new Div(availability, remove);
        if (here == 0) {
            Button wait = new Button(getTranslation("staff.counter.wait"), click -> {
                if (waitFor.test(title)) {
                    takeAway(title);
                    find.focus();
                }
            });
            wait.addThemeVariants(ButtonVariant.LUMO_SMALL);
            wait.setAriaLabel(getTranslation("staff.counter.wait.title", title.title()));
            side.addComponentAtIndex(1, wait);
        }
        side.addClassName("row-side");
        ListItem row = new ListItem(name, side);
        row.addClassName("row");
        titles.live().follow(row, CatalogueTopics.TITLE.of(title.id()), this::follow);
        return row;
    }
}

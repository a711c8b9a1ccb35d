package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.publicpages.service.PickupChoices.Place;
import org.passerelle.circulation.reservations.service.PatronHoldings.Held;
import org.passerelle.platform.i18n.DateTimes;

/** The titles of the basket: where each is free, and whether it is where the patron wants to come. */
class BasketTitles extends UnorderedList {

    private final Consumer<UUID> remove;
    private final Consumer<UUID> takeUp;
    private List<Line> shown = List.of();

    BasketTitles(Consumer<UUID> remove, Consumer<UUID> takeUp) {
        this.remove = remove;
        this.takeUp = takeUp;
        addClassNames("rows", "basket-titles");
    }

    /** @param chosen the branch chosen so far, or null; @param held what the patron has of them already */
    void show(List<TitleInfo> titles, List<Place> places, Place chosen, Basket basket, Map<UUID, Held> held) {
        List<Line> lines = titles.stream().map(title -> line(title, places, chosen, basket)
                .alreadyTheirs(held.get(title.id()))).toList();
        if (!lines.equals(shown)) {
            shown = lines;
            removeAll();
            lines.forEach(line -> add(item(line)));
        }
    }

    private Line line(TitleInfo title, List<Place> places, Place chosen, Basket basket) {
        String where = places.stream().filter(place -> place.has(title.id())).map(Place::name)
                .collect(Collectors.joining(", "));
        boolean aside = basket.isSetAside(title.id());
        if (aside) {
            return new Line(title, getTranslation("basket.aside"), "tag-neutral", where, null, false, true);
        }
        LocalDate expected = chosen == null || chosen.has(title.id()) ? null
                : chosen.availability(title.id()).expectedFor(1).orElse(null);
        if (basket.isWaitedFor(title.id())) {
            return new Line(title, getTranslation("basket.waits"), "tag-info", where, expected, false, true);
        }
        if (chosen != null && !chosen.has(title.id())) {
            return new Line(title, getTranslation("basket.notFree"), "tag-late", where, expected, false, false);
        }
        return chosen == null ? new Line(title, null, null, where, null, false, false)
                : new Line(title, getTranslation("basket.free"), "tag-done", where, null, true, false);
    }

    private ListItem item(Line line) {
        Span name = new Span(line.title().title());
        name.addClassName("row-title");
        Div words = new Div(name);
        words.addClassName("basket-words");
        if (line.title().author() != null) {
            words.add(soft(line.title().author()));
        }
        if (!line.here()) {
            words.add(soft(line.where().isEmpty() ? getTranslation("basket.nowhere")
                    : getTranslation("basket.freeAt", line.where())));
        }
        if (line.expected() != null) {
            words.add(soft(getTranslation("basket.expectedOn", DateTimes.day(line.expected(), getLocale()))));
        }
        if (line.held() != null) {
            Span held = new Span(line.held().code() != null ? getTranslation("basket.held", line.held().code())
                    : getTranslation("basket.atHome", DateTimes.day(line.held().dueOn(), getLocale())));
            held.addClassNames("tag", "tag-due");
            words.add(held);
        }
        if (line.state() != null) {
            Span state = new Span(line.state());
            state.addClassNames("tag", line.colour());
            words.add(state);
        }
        Div gestures = new Div();
        gestures.addClassName("actions");
        if (line.aside()) {
            gestures.add(button("basket.takeUp", line.title(), takeUp));
        }
        gestures.add(button("basket.remove", line.title(), remove));
        ListItem item = new ListItem(words, gestures);
        item.addClassName("row");
        return item;
    }

    private Button button(String key, TitleInfo title, Consumer<UUID> gesture) {
        Button button = new Button(getTranslation(key), click -> gesture.accept(title.id()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key + ".title", title.title()));
        return button;
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.addClassName("row-sub");
        return span;
    }

    /**
     * @param state    what is to be known at the branch chosen, or null while none is
     * @param expected the day on which it is expected there, or null
     * @param here     free at the branch chosen: then the others do not matter
     * @param aside    not asked for this time
     * @param held     where the patron has one already, or null
     */
    private record Line(TitleInfo title, String state, String colour, String where, LocalDate expected, boolean here,
                        boolean aside, Held held) {

        Line(TitleInfo title, String state, String colour, String where, LocalDate expected, boolean here, boolean aside) {
            this(title, state, colour, where, expected, here, aside, null);
        }

        Line alreadyTheirs(Held one) {
            return new Line(title, state, colour, where, expected, here, aside, one);
        }
    }
}

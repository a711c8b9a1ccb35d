package org.passerelle.circulation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.circulation.service.PickupChoices.Place;

/** Where to come: each branch says how many of the titles are free there. */
class PlaceChoice extends Div {

    private final Consumer<UUID> choose;
    private final Consumer<List<UUID>> setAside;
    private Shown shown;

    PlaceChoice(Consumer<UUID> choose, Consumer<List<UUID>> setAside) {
        this.choose = choose;
        this.setAside = setAside;
    }

    /** @param chosen the branch chosen so far, or null */
    void show(List<Place> places, Place chosen, List<UUID> wanted) {
        Shown next = new Shown(places, chosen, wanted);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        removeAll();
        if (places.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("places.none"));
            none.addClassName("soft");
            add(none);
        }
        Div buttons = new Div();
        buttons.addClassName("places");
        places.forEach(place -> buttons.add(button(place, place.equals(chosen), wanted)));
        add(buttons);
        if (chosen != null) {
            addLack(chosen, wanted.stream().filter(title -> !chosen.has(title)).toList(), wanted.size());
        }
    }

    private NativeButton button(Place place, boolean pressed, List<UUID> wanted) {
        long free = wanted.stream().filter(place::has).count();
        Span name = new Span(place.name());
        name.addClassName("row-title");
        Span count = new Span(getTranslation("places.free", free, wanted.size()));
        count.addClassNames("tag", free == wanted.size() ? "tag-done" : free == 0 ? "tag-neutral" : "tag-due");
        NativeButton button = new NativeButton();
        button.add(name, count);
        if (place.address() != null) {
            Span address = new Span(place.address());
            address.addClassName("row-sub");
            button.add(address);
        }
        button.addClassName("place");
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.addClickListener(click -> choose.accept(place.branch()));
        return button;
    }

    private void addLack(Place chosen, List<UUID> lacking, int wanted) {
        if (lacking.isEmpty()) {
            return;
        }
        boolean allLack = lacking.size() == wanted;
        Div lack = new Div(new Span(allLack ? getTranslation("places.lackAll", chosen.name())
                : getTranslation("places.lack", lacking.size(), chosen.name())));
        lack.addClassNames("message", "message-due", "lack");
        if (!allLack) {
            lack.add(new Button(getTranslation("places.leaveOut", lacking.size()), click -> setAside.accept(lacking)));
        }
        add(lack);
    }

    private record Shown(List<Place> places, Place chosen, List<UUID> wanted) {
    }
}

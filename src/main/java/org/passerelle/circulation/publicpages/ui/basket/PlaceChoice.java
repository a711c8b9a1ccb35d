package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.circulation.publicpages.service.PickupChoices.Place;
import org.passerelle.platform.i18n.DateTimes;

/** Where to come: each branch says how many of the titles are free there. */
class PlaceChoice extends Div {

    private final Consumer<UUID> choose;
    private final Consumer<List<UUID>> setAside;
    private final Consumer<List<UUID>> waitFor;
    private Shown shown;

    PlaceChoice(Consumer<UUID> choose, Consumer<List<UUID>> setAside, Consumer<List<UUID>> waitFor) {
        this.choose = choose;
        this.setAside = setAside;
        this.waitFor = waitFor;
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
        button.add(name);
        if (!wanted.isEmpty()) {
            button.add(count);
        }
        List<UUID> lacking = wanted.stream().filter(title -> !place.has(title)).toList();
        if (lacking.size() == 1) {
            place.availability(lacking.getFirst()).expectedFor(1).ifPresent(day -> {
                Span expected = new Span(getTranslation("places.expectedOn", DateTimes.day(day, getLocale())));
                expected.addClassName("row-sub");
                button.add(expected);
            });
        }
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
        List<UUID> mayWait = lacking.stream().filter(chosen::mayWaitFor).toList();
        Div choices = new Div();
        choices.addClassName("actions");
        if (!mayWait.isEmpty()) {
            choices.add(new Button(getTranslation("places.wait", mayWait.size()), click -> waitFor.accept(mayWait)));
        }
        if (!allLack) {
            choices.add(new Button(getTranslation("places.leaveOut", lacking.size()), click -> setAside.accept(lacking)));
        }
        Div lack = new Div(new Span(allLack ? getTranslation("places.lackAll", chosen.name())
                : getTranslation("places.lack", lacking.size(), chosen.name())), choices);
        lack.addClassNames("message", "message-due", "lack");
        add(lack);
    }

    private record Shown(List<Place> places, Place chosen, List<UUID> wanted) {
    }
}

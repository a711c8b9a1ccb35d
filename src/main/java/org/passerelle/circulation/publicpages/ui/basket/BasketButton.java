package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.platform.web.Visits;

/** Puts one title into the basket, says that it is there, and leads to it. */
class BasketButton extends Div {

    private final Basket basket;
    private final Visits visits;
    private final BasketWindows windows;
    private final UUID title;
    private final String name;
    private int shownSize = -1;
    private boolean shownThere;

    BasketButton(Basket basket, Visits visits, BasketWindows windows, UUID title, String name) {
        this.basket = basket;
        this.visits = visits;
        this.windows = windows;
        this.title = title;
        this.name = name;
        addClassName("basket-action");
        show();
        windows.follow(this, basket, this::follow);
    }

    /** A button that says the same stays, and whoever is on it with it. */
    private void follow() {
        if (shownThere != basket.contains(title) || shownThere && shownSize != basket.size()) {
            show();
        }
    }

    private void show() {
        shownThere = basket.contains(title);
        shownSize = basket.size();
        removeAll();
        if (basket.contains(title)) {
            Span there = new Span(getTranslation("basket.in"));
            there.addClassNames("tag", "tag-done");
            RouterLink link = new RouterLink(getTranslation("basket.open", basket.size()), BasketView.class);
            add(there, link);
        } else {
            Button add = new Button(getTranslation("basket.add"), click -> add());
            add.setAriaLabel(getTranslation("basket.add.title", name));
            add(add);
        }
    }

    private void add() {
        if (basket.add(title)) {
            visits.keep();
            show();
            windows.changed(basket);
        } else {
            Span full = new Span(getTranslation("basket.full", ReserveCommand.MOST_TITLES));
            full.addClassNames("message", "message-due");
            full.getElement().setAttribute("role", "alert");
            add(full);
        }
    }
}

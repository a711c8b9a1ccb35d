package org.passerelle.circulation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import org.passerelle.circulation.service.ReserveCommand;

/** Puts one title into the basket, says that it is there, and leads to it. */
class BasketButton extends Div {

    private final Basket basket;
    private final UUID title;
    private final String name;

    BasketButton(Basket basket, UUID title, String name) {
        this.basket = basket;
        this.title = title;
        this.name = name;
        addClassName("basket-action");
        show();
    }

    private void show() {
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
            show();
        } else {
            Span full = new Span(getTranslation("basket.full", ReserveCommand.MOST_TITLES));
            full.addClassNames("message", "message-due");
            full.getElement().setAttribute("role", "alert");
            add(full);
        }
    }
}

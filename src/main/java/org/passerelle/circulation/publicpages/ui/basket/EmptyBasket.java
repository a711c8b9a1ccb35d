package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import org.passerelle.catalogue.ui.CatalogueView;

/** What would be here, and how to get there. */
class EmptyBasket extends Div {

    EmptyBasket() {
        addClassName("empty");
        add(new H2(getTranslation("basket.empty.title")), new Paragraph(getTranslation("basket.empty.text")),
                new RouterLink(getTranslation("basket.catalogue"), CatalogueView.class));
    }
}

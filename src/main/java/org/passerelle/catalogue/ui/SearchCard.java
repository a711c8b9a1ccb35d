package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.live.Topic;

/** The way into the catalogue for the public: some words, or all of it. */
@SpringComponent
class SearchCard implements HomeCard<Boolean> {

    @Override
    public Spot spot() {
        return new Spot(Rank.STANDING, 10, Audience.PUBLIC);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of();
    }

    @Override
    public Optional<Boolean> read(Place at) {
        return Optional.of(true);
    }

    @Override
    public Component draw(Boolean always, Place at) {
        TextField words = new TextField();
        words.setLabel(words.getTranslation("catalogue.search.label"));
        words.setPlaceholder(words.getTranslation("catalogue.search.placeholder"));
        words.setMaxLength(CatalogueSearch.LONGEST_QUERY);
        Button go = new Button(words.getTranslation("catalogue.search.go"), click -> UI.getCurrent().navigate(
                CatalogueView.class, Address.of(words.getValue().strip()).parameters()));
        go.addClickShortcut(Key.ENTER).listenOn(words);
        Div bar = new Div(words, go);
        bar.addClassName("search-bar");
        bar.getElement().setAttribute("role", "search");
        RouterLink all = new RouterLink(words.getTranslation("home.catalogue"), CatalogueView.class);
        Section card = new Section(bar, all);
        card.addClassNames("card", "search-card");
        return card;
    }
}

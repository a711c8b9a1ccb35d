package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.passerelle.platform.web.Visits;

/** The page that a link in a message opens, for whoever holds it; of one that opens nothing it says why. */
abstract class LinkPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final String words;
    private final Visits visits;

    /** @param words start of the keys of its texts: {@code .title}, and {@code .lapsed} for a case that ended long ago */
    LinkPage(String words, Visits visits) {
        this.words = words;
        this.visits = visits;
        addClassNames("page", "narrow", "patron");
    }

    abstract boolean opens(String token);

    abstract boolean hasLapsed(String token);

    abstract Component content(String token);

    /** Where to go from a link that opens nothing. */
    void addWayOn(Div nothing) {
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        if (opens(token)) {
            // Who waits in the car with it open is told when to come in.
            visits.keep();
            add(new H1(getTranslation(words + ".title")), content(token));
        } else {
            String why = hasLapsed(token) ? words + ".lapsed" : "pickup.unknown";
            Div nothing = new Div(new H1(getTranslation(why + ".title")), new Paragraph(getTranslation(why + ".text")));
            addWayOn(nothing);
            nothing.addClassName("empty");
            add(nothing);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(words + ".title") + " · Passerelle";
    }
}

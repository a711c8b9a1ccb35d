package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.platform.web.Visits;

/** A reservation by the link in a message: its long token is all it takes. A wrong or an old one tells nothing. */
@Route(PickupView.PATH + "/:token")
@AnonymousAllowed
public class PickupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = ReservationNews.PAGE;

    private final PickupLinks links;
    private final PickupServices services;
    private final Visits visits;

    PickupView(PickupLinks links, PickupServices services, Visits visits) {
        this.links = links;
        this.services = services;
        this.visits = visits;
        addClassNames("page", "narrow", "patron");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        if (links.open(token).isPresent()) {
            // Who waits in the car with it open is told when to come in.
            visits.keep();
            add(new H1(getTranslation("pickup.title")), new PickupPanel(PickupGestures.byLink(token, links), services));
        } else {
            String why = links.hasLapsed(token) ? "pickup.lapsed" : "pickup.unknown";
            Div nothing = new Div(new H1(getTranslation(why + ".title")), new Paragraph(getTranslation(why + ".text")),
                    new RouterLink(getTranslation("my.all"), MyReservationsView.class));
            nothing.addClassName("empty");
            add(nothing);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("pickup.title") + " · Passerelle";
    }
}

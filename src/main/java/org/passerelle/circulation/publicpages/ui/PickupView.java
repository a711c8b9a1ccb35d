package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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
public class PickupView extends LinkPage {

    static final String PATH = ReservationNews.PAGE;

    private final PickupLinks links;
    private final PickupServices services;

    PickupView(PickupLinks links, PickupServices services, Visits visits) {
        super("pickup", visits);
        this.links = links;
        this.services = services;
    }

    @Override
    boolean opens(String token) {
        return links.open(token).isPresent();
    }

    @Override
    boolean hasLapsed(String token) {
        return links.hasLapsed(token);
    }

    @Override
    Component content(String token) {
        return new PickupPanel(PickupGestures.byLink(token, links), services);
    }

    @Override
    void addWayOn(Div nothing) {
        nothing.add(new RouterLink(getTranslation("my.all"), MyReservationsView.class));
    }
}

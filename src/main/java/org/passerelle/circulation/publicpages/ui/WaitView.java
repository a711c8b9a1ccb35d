package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.circulation.reservations.service.Reservations.Reserved;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.circulation.waiting.ui.WaitCard;
import org.passerelle.circulation.waiting.ui.WaitGestures;
import org.passerelle.platform.web.Visits;

/** An offer by the link in its message: its long token is all it takes. A wrong or an old one tells nothing. */
@Route(WaitView.PATH + "/:token")
@AnonymousAllowed
public class WaitView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "waiting";

    private final WaitLinks links;
    private final PickupServices services;
    private final Visits visits;

    WaitView(WaitLinks links, PickupServices services, Visits visits) {
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
            add(new H1(getTranslation("wait.title")), new WaitCard(WaitGestures.byLink(token, links, services.slots(),
                    services.clock(), this::reserved), services.live()));
        } else {
            String why = links.hasLapsed(token) ? "wait.lapsed" : "pickup.unknown";
            Div nothing = new Div(new H1(getTranslation(why + ".title")), new Paragraph(getTranslation(why + ".text")));
            nothing.addClassName("empty");
            add(nothing);
        }
    }

    private void reserved(Reserved reservation) {
        getUI().ifPresent(ui -> ui.navigate(PickupView.PATH + "/" + reservation.token()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("wait.title") + " · Passerelle";
    }
}

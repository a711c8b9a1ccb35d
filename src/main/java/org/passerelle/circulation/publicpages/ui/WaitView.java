package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.circulation.waiting.ui.WaitCard;
import org.passerelle.circulation.waiting.ui.WaitGestures;
import org.passerelle.platform.web.Visits;

/** An offer by the link in its message: its long token is all it takes. A wrong or an old one tells nothing. */
@Route(WaitView.PATH + "/:token")
@AnonymousAllowed
public class WaitView extends LinkPage {

    static final String PATH = "waiting";

    private final WaitLinks links;
    private final PickupServices services;

    WaitView(WaitLinks links, PickupServices services, Visits visits) {
        super("wait", visits);
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
        return new WaitCard(WaitGestures.byLink(token, links, services.slots(), services.clock(), this::reserved),
                services.live());
    }

    private void reserved(Reserved reservation) {
        getUI().ifPresent(ui -> ui.navigate(PickupView.PATH + "/" + reservation.token()));
    }
}

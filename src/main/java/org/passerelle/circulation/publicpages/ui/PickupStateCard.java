package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.DateTimes;

/** How a reservation stands and what comes next, in the patron's words. */
class PickupStateCard extends Section {

    /** @param arrive the button to say "I am here", or null when it is not the time */
    PickupStateCard(ReservationDetails reservation, PickupWords state, Button arrive) {
        addClassNames("card", "pickup-state", state.colour());
        add(new H2(state.title(this)), new Paragraph(state.next(this, getLocale(), reservation)));
        if (arrive != null) {
            add(arrive);
        } else if (reservation.isOpen() && reservation.appointment() == AppointmentState.BOOKED) {
            Paragraph hint = new Paragraph(getTranslation("pickup.arriveFrom",
                    DateTimes.time(reservation.arrivalFrom(), reservation.branch().zone(), getLocale())));
            hint.addClassName("soft");
            add(hint);
        }
    }
}

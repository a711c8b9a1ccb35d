package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.passerelle.circulation.reservations.service.ReservationDetails;

/** Says, wherever somebody works for a patron, that the card is blocked; takes no room where it is not. */
class BlockedCard extends Paragraph {

    BlockedCard(ReservationDetails reservation) {
        addClassNames("message", "message-late");
        getElement().setAttribute("role", "status");
        show(reservation);
    }

    void show(ReservationDetails reservation) {
        boolean blocked = reservation.patron().blocked();
        setText(blocked ? getTranslation("staff.blocked.text", reservation.patron().name()) : "");
        setVisible(blocked);
    }
}

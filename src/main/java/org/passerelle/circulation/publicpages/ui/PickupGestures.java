package org.passerelle.circulation.publicpages.ui;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.Outcome;

/**
 * What a patron may do with one reservation, be they signed in or holding its link.
 *
 * @param look empty once the link has lapsed
 */
record PickupGestures(Supplier<Optional<ReservationDetails>> look, Supplier<Outcome<Void>> arrived,
                      Supplier<Outcome<Void>> cancel, Function<Instant, Outcome<Void>> changeSlot) {

    static PickupGestures signedIn(ReservationId id, ReservationBook book, Reservations reservations) {
        return new PickupGestures(() -> Optional.of(book.details(id)), () -> reservations.arrived(id),
                () -> reservations.cancel(id), start -> reservations.changeSlot(id, start));
    }

    static PickupGestures byLink(String token, PickupLinks links) {
        return new PickupGestures(() -> links.open(token), () -> links.arrived(token),
                () -> links.cancel(token), start -> links.changeSlot(token, start));
    }
}

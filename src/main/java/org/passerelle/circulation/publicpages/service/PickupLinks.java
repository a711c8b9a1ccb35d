package org.passerelle.circulation.publicpages.service;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.LinkHolders;
import org.springframework.stereotype.Service;

/**
 * The link in a patron's message: whoever holds its long random token may, without signing in, do for that one
 * reservation what its patron may.
 */
@Service
public class PickupLinks {

    private final ReservationRepository reservations;
    private final ReservationBook book;
    private final Reservations gestures;
    private final LinkHolders holders;

    PickupLinks(ReservationRepository reservations, ReservationBook book, Reservations gestures, LinkHolders holders) {
        this.reservations = reservations;
        this.book = book;
        this.gestures = gestures;
        this.holders = holders;
    }

    /** Empty for a wrong token, and for one that {@link #hasLapsed}. */
    public Optional<ReservationDetails> open(String token) {
        return reservations.findByToken(token).filter(reservation -> !holders.hasLapsed(reservation))
                .map(reservation -> holders.asItsPatron(reservation, () -> book.details(reservation.id())));
    }

    /** Its reservation has been over for so long that nothing is shown of it any more. */
    public boolean hasLapsed(String token) {
        return reservations.findByToken(token).filter(holders::hasLapsed).isPresent();
    }

    public Outcome<Void> arrived(String token) {
        return with(token, gestures::arrived);
    }

    public Outcome<Void> cancel(String token) {
        return with(token, gestures::cancel);
    }

    public Outcome<Void> changeSlot(String token, Instant newStart) {
        return with(token, id -> gestures.changeSlot(id, newStart));
    }

    private Outcome<Void> with(String token, Function<ReservationId, Outcome<Void>> gesture) {
        return reservations.findByToken(token)
                .map(reservation -> holders.hasLapsed(reservation)
                        ? Outcome.<Void>refused(CirculationRefusal.RESERVATION_OVER)
                        : holders.asItsPatron(reservation, () -> gesture.apply(reservation.id())))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }
}

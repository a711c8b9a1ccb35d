package org.passerelle.circulation.publicpages.service;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.LinkLifetime;
import org.passerelle.platform.security.SignedIn;
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
    private final SignedIn signedIn;
    private final LinkLifetime life;

    PickupLinks(ReservationRepository reservations, ReservationBook book, Reservations gestures, SignedIn signedIn,
                LinkLifetime life) {
        this.reservations = reservations;
        this.book = book;
        this.gestures = gestures;
        this.signedIn = signedIn;
        this.life = life;
    }

    /** Empty for a wrong token, and for one that {@link #hasLapsed}. */
    public Optional<ReservationDetails> open(String token) {
        return reservations.findByToken(token).filter(reservation -> !life.hasLapsed(reservation.endedAt()))
                .map(reservation -> asItsPatron(reservation, () -> book.details(reservation.id())));
    }

    /** Its reservation has been over for so long that nothing is shown of it any more. */
    public boolean hasLapsed(String token) {
        return reservations.findByToken(token).filter(reservation -> life.hasLapsed(reservation.endedAt())).isPresent();
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
                .map(reservation -> life.hasLapsed(reservation.endedAt())
                        ? Outcome.<Void>refused(CirculationRefusal.RESERVATION_OVER)
                        : asItsPatron(reservation, () -> gesture.apply(reservation.id())))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    private <T> T asItsPatron(Reservation reservation, Supplier<T> work) {
        return signedIn.runAsHolderOfALink(reservation.patron(), work);
    }
}

package org.passerelle.circulation.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.domain.Asked;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.domain.PatronRepository;
import org.passerelle.circulation.domain.ReservationRepository;
import org.passerelle.platform.Outcome;
import org.springframework.stereotype.Component;

/** Whether a patron is at a limit, for who looks; who decides asks {@link ReservationLimits}. */
@Component
class ReachedLimits {

    private final PatronRepository patrons;
    private final ReservationRepository reservations;
    private final LimitsTable table;

    ReachedLimits(PatronRepository patrons, ReservationRepository reservations, LimitsTable table) {
        this.patrons = patrons;
        this.reservations = reservations;
        this.table = table;
    }

    /** Has to give something up before one document more is granted; giving up does not help who is blocked. */
    boolean mustMakeRoom(UUID id) {
        Patron patron = patrons.findById(id).orElseThrow();
        Asked asked = reservations.askedBy(List.of(id)).stream().findFirst().orElse(Asked.nothing(id));
        Outcome<Void> oneMore = ReservationLimits.check(table.now(patron), (int) asked.documents(),
                (int) asked.reservations(), 1);
        return !oneMore.isDone() && oneMore.refusal() != CirculationRefusal.PATRON_BLOCKED;
    }
}

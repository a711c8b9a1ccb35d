package org.passerelle.circulation.reservations.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.domain.OpenRequests;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.Outcome;
import org.springframework.stereotype.Component;

/** Whether a patron is at a limit, for who looks; who decides asks {@link ReservationLimits}. */
@Component
public class ReachedLimits {

    private final PatronRepository patrons;
    private final ReservationRepository reservations;
    private final LimitsTable table;

    ReachedLimits(PatronRepository patrons, ReservationRepository reservations, LimitsTable table) {
        this.patrons = patrons;
        this.reservations = reservations;
        this.table = table;
    }

    /** Has to give something up before one document more is granted; giving up does not help who is blocked. */
    public boolean mustMakeRoom(UUID id) {
        Patron patron = patrons.findById(id).orElseThrow();
        OpenRequests asked = reservations.askedBy(List.of(id)).stream().findFirst().orElse(OpenRequests.nothing(id));
        Outcome<Void> oneMore = ReservationLimits.check(table.now(patron), (int) asked.documents(),
                (int) asked.reservations(), 1);
        return !oneMore.isDone() && oneMore.refusal() != CirculationRefusal.PATRON_BLOCKED;
    }
}

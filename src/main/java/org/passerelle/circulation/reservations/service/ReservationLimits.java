package org.passerelle.circulation.reservations.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.DecisionTables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a patron may ask for, by the decision table {@code pickup-limits} that the library keeps. */
@Service
@Transactional
public class ReservationLimits {

    static final String TABLE = "pickup-limits";
    /** Versions that were published before the column was there forbade nothing. */
    static final boolean SAME_TITLE_UNSAID = true;

    private final DecisionTables tables;

    ReservationLimits(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * Whether a further reservation is within the limits as things stand. Who makes one on this answer holds the
     * patron's lock, so that two are not each judged without the other; who only offers a copy holds none, as the
     * reservation that may come of it is judged again.
     *
     * @param documentsAlreadyAsked documents in the patron's open reservations
     * @param documentsAsked        documents of the reservation in question
     */
    public Outcome<Void> check(Patron patron, int documentsAlreadyAsked, int openReservations, int documentsAsked) {
        return check(of(patron), documentsAlreadyAsked, openReservations, documentsAsked);
    }

    /** The same, where it is known what the table answers for that patron. */
    public static Outcome<Void> check(PickupLimits limits, int documentsAlreadyAsked, int openReservations, int documentsAsked) {
        if (!limits.mayReserve()) {
            return Outcome.refused(CirculationRefusal.PATRON_BLOCKED);
        }
        if (openReservations >= limits.maxOpenReservations()) {
            return Outcome.refused(CirculationRefusal.TOO_MANY_RESERVATIONS, limits.maxOpenReservations());
        }
        if (documentsAlreadyAsked + documentsAsked > limits.maxDocuments()) {
            return Outcome.refused(CirculationRefusal.TOO_MANY_DOCUMENTS, limits.maxDocuments(), documentsAlreadyAsked,
                    documentsAsked);
        }
        return Outcome.done();
    }

    /** Days from the handover until the loan is due; who is blocked since the reservation has a row of their own. */
    public int loanDays(Patron patron) {
        return of(patron).loanDays();
    }

    /** @throws IllegalStateException when the table has no row, or several, for such a patron */
    public PickupLimits of(Patron patron) {
        return of(inputs(patron));
    }

    /** The same for several, by their ids: the table is asked once for all who are alike. */
    public Map<UUID, PickupLimits> of(Collection<Patron> patrons) {
        Map<Map<String, Object>, PickupLimits> known = new HashMap<>();
        return patrons.stream().collect(Collectors.toMap(Patron::id,
                patron -> known.computeIfAbsent(inputs(patron), this::of)));
    }

    private PickupLimits of(Map<String, Object> inputs) {
        List<Map<String, Object>> rows = tables.decide(TABLE, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException(TABLE + " has " + rows.size() + " rows for " + inputs.get("category"));
        }
        return read(rows.getFirst());
    }

    private static Map<String, Object> inputs(Patron patron) {
        return Map.of("category", patron.category().name(), "blocked", patron.blocked());
    }

    static PickupLimits read(Map<String, Object> row) {
        return new PickupLimits((Boolean) row.get("mayReserve"), number(row, "maxDocuments"),
                number(row, "maxOpenReservations"), number(row, "loanDays"),
                (Boolean) row.getOrDefault("sameTitleAgain", SAME_TITLE_UNSAID));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}

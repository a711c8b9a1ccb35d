package org.passerelle.circulation.reservations.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.reservations.domain.OpenRequests;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a patron has already, and may still ask for: for the patron, and for whoever serves them. */
@Service
@Transactional(readOnly = true)
public class PatronHoldings {

    private final PatronRepository patrons;
    private final ReservationRepository reservations;
    private final LimitsTable table;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;

    PatronHoldings(PatronRepository patrons, ReservationRepository reservations, LimitsTable table, JdbcClient jdbc,
                   SignedIn signedIn) {
        this.patrons = patrons;
        this.reservations = reservations;
        this.table = table;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
    }

    /** @param documents in open reservations, @param reservations under way */
    public record Room(int documents, int reservations, PickupLimits limits) {

        /** Whether a further reservation of so many documents is within the limits as things stand. */
        public Outcome<Void> check(int asked) {
            return ReservationLimits.check(limits, documents, reservations, asked);
        }
    }

    /** @param code of the open reservation it stands in, or null; @param dueOn of the loan that runs, or null */
    public record Held(UUID title, String code, LocalDate dueOn) {
    }

    /** What the limits leave to that patron; empty where there is no such patron (any more). */
    public Optional<Room> room(UUID patron) {
        requireOwnOrStaff(patron);
        return patrons.findById(patron).map(this::room);
    }

    private Room room(Patron patron) {
        OpenRequests asked = reservations.askedBy(List.of(patron.id())).stream().findFirst().orElse(OpenRequests.nothing(patron.id()));
        return new Room((int) asked.documents(), (int) asked.reservations(), table.now(patron));
    }

    /** Those of the titles that the patron has in an open reservation, or at home. One statement. */
    public Map<UUID, Held> held(UUID patron, Collection<UUID> titles) {
        requireOwnOrStaff(patron);
        return of(patron, titles);
    }

    /** The same, for who has asked already whether it may be told. */
    public Map<UUID, Held> of(UUID patron, Collection<UUID> titles) {
        Map<UUID, Held> held = new HashMap<>();
        if (!titles.isEmpty()) {
            jdbc.sql("""
                    select l.title, r.code, cast(null as date) as due_on from app.reservation_line l
                    join app.reservation r on r.id = l.reservation
                    where r.patron = :patron and r.outcome is null and l.state <> 'MISSING' and l.title = any(:titles)
                    union all
                    select c.title, null, n.due_on from app.loan n join app.copy c on c.id = n.copy
                    where n.patron = :patron and n.state = 'RUNNING' and c.title = any(:titles)""")
                    .param("patron", patron).param("titles", titles.toArray(UUID[]::new))
                    .query((row, i) -> new Held(row.getObject("title", UUID.class), row.getString("code"),
                            row.getObject("due_on", LocalDate.class))).list()
                    .forEach(each -> held.putIfAbsent(each.title(), each));
        }
        return held;
    }

    private void requireOwnOrStaff(UUID patron) {
        CurrentUser user = signedIn.maybe().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        if (!user.has(Role.AGENT) && !patron.equals(user.patron())) {
            throw new AccessDeniedException("another patron's");
        }
    }
}

package org.passerelle.circulation.reservations.service;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.reservations.domain.Loan;
import org.passerelle.circulation.reservations.domain.LoanRepository;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/** The loans on the cards, as the steps of a pickup move them. */
@Component
public class LoanBook {

    private final LoanRepository loans;
    private final EntityManager rows;
    private final AppClock clock;

    LoanBook(LoanRepository loans, EntityManager rows, AppClock clock) {
        this.loans = loans;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param days length of each loan, counted from its handover */
    public void prepare(Reservation reservation, int days) {
        reservation.found().forEach(line -> rows.persist(new Loan(line.copy(), reservation.patron(),
                reservation.id().value(), days, clock.instant())));
    }

    /** @return when each is due, by copy */
    public Map<UUID, Instant> start(Reservation reservation, List<UUID> copies, ZoneId zone) {
        List<Loan> prepared = loans.findByReservationAndCopyIn(reservation.id().value(), copies);
        if (prepared.size() != copies.size()) {
            throw new IllegalStateException("of " + copies.size() + " documents handed over, " + prepared.size()
                    + " have a loan prepared");
        }
        prepared.forEach(loan -> loan.start(clock.instant(), zone));
        return prepared.stream().collect(Collectors.toMap(Loan::copy, loan -> loan.dueAt(zone)));
    }

    /** As if they had never been prepared: they begin with no handover. */
    public void unprepare(Reservation reservation) {
        loans.deleteAll(loans.findByReservationAndState(reservation.id().value(), Loan.State.PREPARED));
    }

    /** Of a bag that was handed to nobody after all: they are prepared as before. */
    public void notStarted(Reservation reservation, List<UUID> copies) {
        loans.findByReservationAndCopyIn(reservation.id().value(), copies).forEach(Loan::notStarted);
    }

    /** What was prepared and has not begun. */
    public void voidOf(Reservation reservation) {
        loans.findByReservationAndState(reservation.id().value(), Loan.State.PREPARED).forEach(Loan::voided);
    }
}

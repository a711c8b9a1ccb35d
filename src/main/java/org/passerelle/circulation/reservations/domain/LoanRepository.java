package org.passerelle.circulation.reservations.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface LoanRepository extends JpaRepository<Loan, UUID> {

    Optional<Loan> findByCopyAndState(UUID copy, Loan.State state);

    List<Loan> findByReservationAndCopyIn(UUID reservation, Collection<UUID> copies);

    List<Loan> findByReservationAndState(UUID reservation, Loan.State state);

    List<Loan> findByReservationInAndState(Collection<UUID> reservations, Loan.State state);

    List<Loan> findTop100ByCopyAndStateInOrderByStartedAtDesc(UUID copy, Collection<Loan.State> states);
}

package org.passerelle.circulation.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface LoanRepository extends JpaRepository<Loan, UUID> {

    Optional<Loan> findByCopyAndState(UUID copy, Loan.State state);

    List<Loan> findByReservationAndCopyInAndState(UUID reservation, Collection<UUID> copies, Loan.State state);

    List<Loan> findTop100ByCopyAndStateInOrderByStartedAtDesc(UUID copy, Collection<Loan.State> states);
}

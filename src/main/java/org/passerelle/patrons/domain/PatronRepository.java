package org.passerelle.patrons.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface PatronRepository extends JpaRepository<Patron, UUID> {

    Optional<Patron> findByCardNumber(String cardNumber);

    /** The first lock of any gesture that locks several rows: one patron's reservations are counted one at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Patron p where p.id = :id")
    Optional<Patron> lockById(UUID id);
}

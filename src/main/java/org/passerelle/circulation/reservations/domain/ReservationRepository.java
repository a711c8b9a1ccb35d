package org.passerelle.circulation.reservations.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ReservationRepository extends JpaRepository<Reservation, UUID> {

    Optional<Reservation> findByToken(String token);

    @Query("select count(l) from ReservationLine l where l.reservation.patron = :patron and l.reservation.outcome is null "
            + "and l.state <> org.passerelle.circulation.reservations.domain.LineState.MISSING")
    int countDocumentsAskedBy(UUID patron);

    @Query("select count(r) from Reservation r where r.patron = :patron and r.outcome is null")
    int countOpenOf(UUID patron);

    /** Both counts for several; without those who have nothing open. */
    @Query("select new org.passerelle.circulation.reservations.domain.OpenRequests(r.patron, count(distinct r.id), sum(case when l.state <> "
            + "org.passerelle.circulation.reservations.domain.LineState.MISSING then 1L else 0L end)) from Reservation r left join r.lines l "
            + "where r.patron in :patrons and r.outcome is null group by r.patron")
    List<OpenRequests> askedBy(Collection<UUID> patrons);

    Optional<Reservation> findByCode(String code);

    List<Reservation> findTop50ByPatronOrderByMadeAtDesc(UUID patron);

    boolean existsByCode(String code);
}

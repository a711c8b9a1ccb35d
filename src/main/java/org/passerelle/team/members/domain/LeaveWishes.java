package org.passerelle.team.members.domain;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface LeaveWishes extends JpaRepository<LeaveWish, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from LeaveWish w where w.id = :id")
    Optional<LeaveWish> lockById(UUID id);

    /** Of these people, with a day between those two, both included; in their order. */
    @Query("select w from LeaveWish w where w.agent in :agents and w.starts <= :until and w.ends >= :from "
            + "and w.state in (org.passerelle.team.members.domain.LeaveWish$State.WISHED, "
            + "org.passerelle.team.members.domain.LeaveWish$State.AGREED) order by w.starts, w.id")
    List<LeaveWish> holding(Collection<UUID> agents, LocalDate from, LocalDate until);

    List<LeaveWish> findByAgentAndAwaitedTrue(UUID agent);

    List<LeaveWish> findByAwaitedTrue();
}

package org.passerelle.team.members.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface AgentRepository extends JpaRepository<Agent, UUID> {

    /** With their days, in one statement. */
    @EntityGraph(attributePaths = "days")
    List<Agent> findByTeam(UUID team);

    int countByTeam(UUID team);

    /** Whoever moves, changes or begins something about the same agent waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Agent a where a.account = :account")
    Optional<Agent> lockById(UUID account);

    /** The same for several, in the order of their accounts. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Agent a where a.account in :accounts order by a.account")
    List<Agent> lockAll(Collection<UUID> accounts);
}
